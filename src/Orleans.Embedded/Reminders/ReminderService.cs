using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Embedded.Reminders;

/// <summary>Keeps reminders in their table and sends the ticks; a process that starts late sends what it missed once.</summary>
internal sealed class ReminderService(Silo silo, IReminderTable table, TimeProvider timeProvider, IOptions<ReminderOptions> options, ILogger<ReminderService> log)
{
    private readonly ConcurrentDictionary<(GrainId, string), Alarm> _alarms = new();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in (await table.ReadRows(0, 0).WaitAsync(cancellationToken)).Reminders)
            Set(entry);
    }

    public void Stop()
    {
        foreach (var key in _alarms.Keys)
            Cancel(key);
    }

    public async Task<IGrainReminder> SetAsync(GrainId grainId, string name, TimeSpan dueTime, TimeSpan period)
    {
        if (period < options.Value.MinimumReminderPeriod)
            throw new ArgumentException($"A reminder's period must be at least {options.Value.MinimumReminderPeriod}; it is {period}.", nameof(period));
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        var entry = new ReminderEntry { GrainId = grainId, ReminderName = name, StartAt = timeProvider.GetUtcNow().UtcDateTime + dueTime, Period = period };
        entry.ETag = await table.UpsertRow(entry);
        var reminder = Stored(entry);
        Set(entry);
        return reminder;
    }

    public async Task RemoveAsync(Reminder reminder)
    {
        if (!await table.RemoveRow(reminder.GrainId, reminder.ReminderName, reminder.ETag))
            throw new OrleansException($"The reminder '{reminder.ReminderName}' was changed since it was read: get it again.");
        Cancel((reminder.GrainId, reminder.ReminderName));
    }

    public async Task<IGrainReminder?> GetAsync(GrainId grainId, string name) =>
        await table.ReadRow(grainId, name) is { } entry ? Stored(entry) : null;

    public async Task<List<IGrainReminder>> AllAsync(GrainId grainId) =>
        [.. (await table.ReadRows(grainId)).Reminders.Select(Stored)];

    private static Reminder Stored(ReminderEntry entry) => new(
        entry.GrainId, entry.ReminderName, entry.ETag ?? throw new OrleansException($"The reminder '{entry.ReminderName}' of {entry.GrainId} was not stored: its table gave no ETag."));

    private void Set(ReminderEntry entry)
    {
        var key = (entry.GrainId, entry.ReminderName);
        Cancel(key);
        var alarm = new Alarm(entry);
        _alarms[key] = alarm;
        alarm.Timer = timeProvider.CreateTimer(state => _ = TickAsync((Alarm)state!), alarm, UntilNext(entry), Timeout.InfiniteTimeSpan);
    }

    private void Cancel((GrainId, string) key)
    {
        if (_alarms.TryRemove(key, out var alarm))
            alarm.Timer?.Dispose();
    }

    private TimeSpan UntilNext(ReminderEntry entry)
    {
        var now = timeProvider.GetUtcNow().UtcDateTime;
        if (entry.StartAt > now)
            return Shortened(entry.StartAt - now);
        var missed = (now - entry.StartAt).Ticks % entry.Period.Ticks;
        return Shortened(TimeSpan.FromTicks(entry.Period.Ticks - missed));
    }

    // A timer holds 49 days at most; a longer wait is cut and looked at again.
    private static TimeSpan Shortened(TimeSpan wait) => wait < TimeSpan.FromDays(40) ? wait : TimeSpan.FromDays(40);

    private async Task TickAsync(Alarm alarm)
    {
        var (entry, now) = (alarm.Entry, timeProvider.GetUtcNow().UtcDateTime);
        if (now >= entry.StartAt)
        {
            try
            {
                await silo.GetGrain<IRemindable>(entry.GrainId).ReceiveReminder(entry.ReminderName, new TickStatus(entry.StartAt, entry.Period, now));
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "Reminder {Reminder} of {GrainType} failed; it comes again", entry.ReminderName, entry.GrainId.Type);
            }
        }
        if (_alarms.TryGetValue((entry.GrainId, entry.ReminderName), out var current) && current == alarm)
            alarm.Timer!.Change(UntilNext(entry), Timeout.InfiniteTimeSpan);
    }

    private sealed class Alarm(ReminderEntry entry)
    {
        public ReminderEntry Entry { get; } = entry;

        public ITimer? Timer { get; set; }
    }
}

/// <summary>A reminder as a grain holds it.</summary>
internal sealed record Reminder(GrainId GrainId, string ReminderName, string ETag) : IGrainReminder;
