namespace Reva.Agent.Ports;

/// <summary>Mail that is never lost and never sent twice. Thread safe.</summary>
public interface IOutbox
{
    /// <summary>
    /// Keeps a mail until it is sent: it is durable when this returns. A key that is known already (of this store, for ever) changes nothing,
    /// so that whoever is not sure asks again. <paramref name="key"/> has at most 200 characters. Throws what the database throws; then it may be kept or not.
    /// </summary>
    Task EnqueueAsync(string storeId, MailMessage message, string key);
}
