using System.Collections.Immutable;
using Reva.Agent.Ports;

namespace Reva.Grains.Outbox;

/// <summary>The rows of the outbox. A row is added by whoever has something to send, and changed by the store's outbox grain alone. Thread safe; throws what the driver throws.</summary>
public interface IOutboxStore
{
    /// <summary>Adds a mail that waits; a key that is there already changes nothing.</summary>
    Task AddAsync(OutboxMail mail, CancellationToken cancellationToken);

    /// <summary>Mails of a store that wait and whose time has come, the longest waiting first.</summary>
    Task<ImmutableArray<OutboxRow>> DueAsync(string storeId, DateTimeOffset now, int take, CancellationToken cancellationToken);

    /// <summary>When the next waiting mail of a store is due; null when none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(string storeId, CancellationToken cancellationToken);

    /// <summary>Keeps what became of a try; only of a mail that still waits.</summary>
    Task SettleAsync(string storeId, string key, OutboxOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Mails of a store in this state (null for all), newest first, older than <paramref name="before"/>.</summary>
    Task<ImmutableArray<OutboxRow>> ListAsync(string storeId, OutboxStatus? status, DateTimeOffset? before, int take, CancellationToken cancellationToken);
}

/// <summary>A mail on its way into the outbox.</summary>
public sealed record OutboxMail(string StoreId, string Key, MailMessage Message, DateTimeOffset At);

/// <summary>A mail as it is kept.</summary>
/// <param name="DueAt">When it is tried next.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="Error">What the last try failed with; null before a failure.</param>
/// <param name="ProviderId">The service's id once it is sent.</param>
public sealed record OutboxRow(
    string Key, MailMessage Message, OutboxStatus Status, int Attempts, DateTimeOffset DueAt, string? Error, string? ProviderId, DateTimeOffset CreatedAt, DateTimeOffset? SettledAt);

/// <summary>The state of a mail.</summary>
public enum OutboxStatus
{
    /// <summary>It is to be sent.</summary>
    Waiting,
    /// <summary>The service has it.</summary>
    Sent,
    /// <summary>The service refused it, or it could not be sent in time.</summary>
    GivenUp,
}

/// <summary>What became of a try.</summary>
/// <param name="DueAt">When it is tried again; the moment it was settled otherwise.</param>
public sealed record OutboxOutcome(OutboxStatus Status, DateTimeOffset DueAt, string? Error, string? ProviderId);
