using Orleans;
using Reva.Agent.Ports;

namespace Reva.Grains.Outbox;

/// <inheritdoc/>
public sealed class StoredOutbox(IOutboxStore store, IGrainFactory grains, TimeProvider clock) : IOutbox
{
    private const int LongestKey = 200;

    /// <inheritdoc/>
    public async Task EnqueueAsync(string storeId, MailMessage message, string key)
    {
        if (key.Length is 0 or > LongestKey)
            throw new ArgumentException($"The key of a mail has 1 to {LongestKey} characters.", nameof(key));
        await store.AddAsync(new OutboxMail(storeId, key, message, clock.GetUtcNow()), CancellationToken.None);
        await grains.GetGrain<IOutboxGrain>(OutboxKey.Of(storeId)).Wake();
    }
}
