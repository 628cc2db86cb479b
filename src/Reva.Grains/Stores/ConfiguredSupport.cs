using System.Globalization;
using Microsoft.Extensions.Configuration;
using Reva.Core.Stores;

namespace Reva.Grains.Stores;

/// <summary>
/// How people are brought in, from <c>Stores:{id}:Support</c> and <c>Stores:{id}:Hours</c>:
/// <c>Hours:Monday</c> to <c>Hours:Sunday</c> are times such as <c>9:00-12:30, 13:30-18:00</c>, <c>Hours:Holidays</c> dates such as <c>2026-12-25</c>.
/// </summary>
internal static class ConfiguredSupport
{
    private const string TimeFormat = "H:mm";

    /// <summary>The settings of a store's section. Throws <see cref="InvalidOperationException"/> with the key to mend.</summary>
    public static SupportSettings Read(IConfigurationSection store, string timeZone)
    {
        var given = store.GetSection("Support").Get<Given>() ?? new Given();
        var defaults = new SupportSettings();
        return new SupportSettings
        {
            Mailbox = given.Mailbox,
            HighValue = given.HighValue ?? defaults.HighValue,
            LowConfidence = given.LowConfidence ?? defaults.LowConfidence,
            ThirdContactDays = given.ThirdContactDays ?? defaults.ThirdContactDays,
            OpenPromise = given.OpenPromise ?? defaults.OpenPromise,
            Hours = Hours(store.GetSection("Hours"), timeZone),
        };
    }

    private static BusinessHours? Hours(IConfigurationSection hours, string timeZone)
    {
        if (!hours.GetChildren().Any())
            return null;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
            throw new InvalidOperationException($"{hours.Path} needs the store's TimeZone, an IANA name such as Europe/Berlin; '{timeZone}' is none.");
        return new BusinessHours(timeZone, Enum.GetValues<DayOfWeek>().SelectMany(day => Times(hours.GetSection(day.ToString()), day)), Holidays(hours.GetSection("Holidays")));
    }

    private static IEnumerable<OpeningTime> Times(IConfigurationSection day, DayOfWeek weekday)
    {
        foreach (var span in Parts(day))
        {
            var ends = span.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || !TimeOnly.TryParseExact(ends[0], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
                || !TimeOnly.TryParseExact(ends[1] == "24:00" ? "0:00" : ends[1], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
                || (to <= from && to != TimeOnly.MinValue))
                throw new InvalidOperationException($"{day.Path} has '{span}': give times such as 9:00-12:30, 13:30-18:00.");
            yield return new OpeningTime(weekday, from, to);
        }
    }

    private static IEnumerable<DateOnly> Holidays(IConfigurationSection holidays) => Parts(holidays).Select(text =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw new InvalidOperationException($"{holidays.Path} has '{text}': give dates such as 2026-12-25."));

    // A list in one line, or as the sections of a JSON array.
    private static IEnumerable<string> Parts(IConfigurationSection section) =>
        section.GetChildren().Select(c => c.Value).Append(section.Value).OfType<string>()
            .SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private sealed record Given
    {
        public string? Mailbox { get; init; }
        public decimal? HighValue { get; init; }
        public double? LowConfidence { get; init; }
        public int? ThirdContactDays { get; init; }
        public string? OpenPromise { get; init; }
    }
}
