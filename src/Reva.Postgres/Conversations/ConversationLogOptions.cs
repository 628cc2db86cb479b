namespace Reva.Postgres.Conversations;

/// <summary>How appends are gathered into transactions. The defaults suit one process on a few cores.</summary>
public sealed record ConversationLogOptions
{
    /// <summary>Transactions at a time, 1–16. Two keep the disk busy while the next batch is gathered.</summary>
    public int Writers { get; init; } = 2;

    /// <summary>Most appends in one transaction, 1–1,024.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Most appends that wait for one writer; above it appends are refused at once. 1–100,000.</summary>
    public int QueueLength { get; init; } = 4096;

    /// <summary>How long an append is tried before it is refused, 0.1–60 seconds. Spans a restart of PostgreSQL.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> for a value outside its range.</summary>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(Writers, Math.Clamp(Writers, 1, 16));
        ArgumentOutOfRangeException.ThrowIfNotEqual(BatchSize, Math.Clamp(BatchSize, 1, 1024));
        ArgumentOutOfRangeException.ThrowIfNotEqual(QueueLength, Math.Clamp(QueueLength, 1, 100_000));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Patience.TotalSeconds, Math.Clamp(Patience.TotalSeconds, 0.1, 60));
    }
}
