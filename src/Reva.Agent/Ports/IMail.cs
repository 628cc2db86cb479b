namespace Reva.Agent.Ports;

/// <summary>Sends mail, now. Thread safe. What must not be lost goes through <see cref="IOutbox"/>.</summary>
public interface IMail
{
    /// <summary>
    /// Sends it and returns the service's id of it. The same key within 24 hours is the same mail: it goes out once. Throws
    /// <see cref="MailUnavailableException"/> when it may go later (then it is not known whether it went), <see cref="MailRefusedException"/> when it never will.
    /// </summary>
    Task<string> SendAsync(string storeId, MailMessage message, string idempotencyKey, CancellationToken cancellationToken);
}

/// <summary>A mail.</summary>
public sealed record MailMessage
{
    /// <summary>The address it goes to.</summary>
    public required string To { get; init; }
    /// <summary>One line.</summary>
    public required string Subject { get; init; }
    /// <summary>The words, plain.</summary>
    public required string Text { get; init; }
    /// <summary>The same as HTML; null for text alone.</summary>
    public string? Html { get; init; }
    /// <summary>Where answers go; null for the sender's address.</summary>
    public string? ReplyTo { get; init; }
    /// <summary>The sender's name; null for the address alone.</summary>
    public string? FromName { get; init; }
    /// <summary>Mails with the same one are shown as one thread: letters, digits, dashes; null for none.</summary>
    public string? Thread { get; init; }
    /// <summary>After this it is worth nothing and is not sent any more (a code that has expired); null for the outbox's own limit.</summary>
    public DateTimeOffset? NotAfter { get; init; }
}

/// <summary>The mail service did not answer as it should; the same mail may go later, under the same key.</summary>
public sealed class MailUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The mail service will never take this mail.</summary>
public sealed class MailRefusedException(string message) : Exception(message);
