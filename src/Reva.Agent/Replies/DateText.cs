using System.Globalization;

namespace Reva.Agent.Replies;

/// <summary>Dates as people say them.</summary>
public static class DateText
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>'today', 'tomorrow', 'Tuesday, 24 November', or '3 March 2025' when more than half a year away, in the store's time zone.</summary>
    public static string Day(DateTimeOffset when, DateTimeOffset now, string timeZone)
    {
        var (day, apart) = LocalDay(when, now, timeZone);
        return apart switch
        {
            0 => "today",
            1 => "tomorrow",
            -1 => "yesterday",
            > 180 or < -180 => day.ToString("d MMMM yyyy", English),
            _ => day.ToString("dddd, d MMMM", English),
        };
    }

    /// <summary>As <see cref="Day"/>, with 'on' before a named day.</summary>
    public static string OnDay(DateTimeOffset when, DateTimeOffset now, string timeZone)
    {
        var day = Day(when, now, timeZone);
        return day is "today" or "tomorrow" or "yesterday" ? day : "on " + day;
    }

    /// <summary>The day in the store's time zone, and how many days it lies after today.</summary>
    internal static (DateOnly Day, int Apart) LocalDay(DateTimeOffset when, DateTimeOffset now, string timeZone)
    {
        var zone = Zone(timeZone);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(when, zone).DateTime);
        return (day, day.DayNumber - DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).DayNumber);
    }

    private static TimeZoneInfo Zone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
