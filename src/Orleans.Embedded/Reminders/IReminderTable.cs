using Orleans.Runtime;

namespace Orleans;

/// <summary>Where reminders are kept. Thread safe.</summary>
public interface IReminderTable
{
    /// <summary>All reminders of one grain.</summary>
    Task<ReminderTableData> ReadRows(GrainId grainId);

    /// <summary>All reminders whose grain's <see cref="GrainId.GetUniformHashCode"/> lies in (<paramref name="begin"/>, <paramref name="end"/>]; equal bounds mean all.</summary>
    Task<ReminderTableData> ReadRows(uint begin, uint end);

    /// <summary>One reminder; null when there is none.</summary>
    Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName);

    /// <summary>Inserts or replaces; answers the new ETag.</summary>
    Task<string?> UpsertRow(ReminderEntry entry);

    /// <summary>Removes the reminder if it still has this ETag.</summary>
    Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag);

    /// <summary>Removes all; for tests.</summary>
    Task TestOnlyClearTable();
}

/// <summary>One stored reminder.</summary>
public sealed class ReminderEntry
{
    /// <summary>Whose.</summary>
    public GrainId GrainId { get; set; }

    /// <summary>Its name, unique in the grain.</summary>
    public string ReminderName { get; set; } = "";

    /// <summary>First tick, UTC.</summary>
    public DateTime StartAt { get; set; }

    /// <summary>From tick to tick.</summary>
    public TimeSpan Period { get; set; }

    /// <summary>Version.</summary>
    public string? ETag { get; set; }
}

/// <summary>Reminders read.</summary>
public sealed class ReminderTableData
{
    /// <summary>None.</summary>
    public ReminderTableData() { }

    /// <summary>These.</summary>
    public ReminderTableData(IEnumerable<ReminderEntry> list) => Reminders = [.. list];

    /// <summary>The reminders.</summary>
    public IList<ReminderEntry> Reminders { get; } = [];
}
