using Microsoft.Extensions.DependencyInjection;
using Orleans.Embedded.Activations;
using Orleans.Embedded.Reminders;
using Orleans.Runtime;

namespace Orleans
{
    /// <summary>A grain that can be reminded.</summary>
    public interface IRemindable : IGrain
    {
        /// <summary>A reminder is due. It may come late, and it may come twice.</summary>
        Task ReceiveReminder(string reminderName, TickStatus status);
    }

    /// <summary>Reminders of grains.</summary>
    public static class GrainReminderExtensions
    {
        /// <summary>Sets a reminder; one of the same name is replaced. The shortest period is <see cref="Hosting.ReminderOptions.MinimumReminderPeriod"/>.</summary>
        public static Task<IGrainReminder> RegisterOrUpdateReminder(this Grain grain, string reminderName, TimeSpan dueTime, TimeSpan period) => RegisterOrUpdateReminder((IGrainBase)grain, reminderName, dueTime, period);

        /// <inheritdoc cref="RegisterOrUpdateReminder(Grain, string, TimeSpan, TimeSpan)"/>
        public static Task<IGrainReminder> RegisterOrUpdateReminder(this IGrainBase grain, string reminderName, TimeSpan dueTime, TimeSpan period) =>
            Service(grain).SetAsync(grain.GrainContext.GrainId, reminderName, dueTime, period);

        /// <summary>Ends a reminder.</summary>
        public static Task UnregisterReminder(this Grain grain, IGrainReminder reminder) => UnregisterReminder((IGrainBase)grain, reminder);

        /// <summary>Ends a reminder.</summary>
        public static Task UnregisterReminder(this IGrainBase grain, IGrainReminder reminder) => Service(grain).RemoveAsync((Reminder)reminder);

        /// <summary>The reminder of a name; null when there is none.</summary>
        public static Task<IGrainReminder?> GetReminder(this Grain grain, string reminderName) => GetReminder((IGrainBase)grain, reminderName);

        /// <inheritdoc cref="GetReminder(Grain, string)"/>
        public static Task<IGrainReminder?> GetReminder(this IGrainBase grain, string reminderName) => Service(grain).GetAsync(grain.GrainContext.GrainId, reminderName);

        /// <summary>All reminders of the grain.</summary>
        public static Task<List<IGrainReminder>> GetReminders(this Grain grain) => GetReminders((IGrainBase)grain);

        /// <inheritdoc cref="GetReminders(Grain)"/>
        public static Task<List<IGrainReminder>> GetReminders(this IGrainBase grain) => Service(grain).AllAsync(grain.GrainContext.GrainId);

        private static ReminderService Service(IGrainBase grain)
        {
            if (grain is not IRemindable)
                throw new InvalidOperationException($"{grain.GetType()} must implement IRemindable to be reminded.");
            return ((Activation)grain.GrainContext).Silo.Services.GetService<ReminderService>()
                ?? throw new InvalidOperationException("Reminders are off: call UseInMemoryReminderService or AddReminders.");
        }
    }
}

namespace Orleans.Runtime
{
    /// <summary>A reminder.</summary>
    public interface IGrainReminder
    {
        /// <summary>Its name.</summary>
        string ReminderName { get; }
    }

    /// <summary>Which tick it is.</summary>
    [GenerateSerializer, Immutable]
    public readonly struct TickStatus
    {
        /// <summary>A tick.</summary>
        public TickStatus(DateTime firstTickTime, TimeSpan period, DateTime timeStamp)
        {
            FirstTickTime = firstTickTime;
            Period = period;
            CurrentTickTime = timeStamp;
        }

        /// <summary>The first tick, UTC.</summary>
        [Id(0)]
        public DateTime FirstTickTime { get; }

        /// <summary>From tick to tick.</summary>
        [Id(1)]
        public TimeSpan Period { get; }

        /// <summary>Now, UTC.</summary>
        [Id(2)]
        public DateTime CurrentTickTime { get; }
    }
}

namespace Orleans.Hosting
{
    /// <summary>Settings of reminders.</summary>
    public sealed class ReminderOptions
    {
        /// <summary>The shortest period. Default one minute.</summary>
        public TimeSpan MinimumReminderPeriod { get; set; } = TimeSpan.FromMinutes(1);
    }
}
