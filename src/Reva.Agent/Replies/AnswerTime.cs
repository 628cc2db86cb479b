using System.Globalization;
using Reva.Core.Stores;

namespace Reva.Agent.Replies;

/// <summary>When a person will answer, as true as the store's hours are; the words follow 'they answer'.</summary>
public static class AnswerTime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    // Who writes just before closing must not be promised this evening.
    private static readonly TimeSpan NeededBeforeClosing = TimeSpan.FromHours(1);

    /// <summary>'within the hour' while people are there for long enough; 'tomorrow from 9:00 our time' when they are not; the store's promise when it tells no hours.</summary>
    public static string Text(StoreProfile store, DateTimeOffset now)
    {
        if (store.Support.Hours is not { } hours)
            return store.ReplyPromise;
        var closing = hours.ClosingOf(now);
        if (closing - now >= NeededBeforeClosing)
            return store.Support.OpenPromise;
        if (hours.NextOpening(now) is not { } next)
            return closing is null ? store.ReplyPromise : store.Support.OpenPromise;
        var opening = Opening(next, now, hours.TimeZone);
        return closing is null ? opening : $"today or, at the latest, {opening}";
    }

    private static string Opening(DateTimeOffset next, DateTimeOffset now, string timeZone)
    {
        var local = TimeZoneInfo.ConvertTime(next, TimeZoneInfo.FindSystemTimeZoneById(timeZone));
        var day = DateText.OnDay(next, now, timeZone);
        var pause = day.Contains(',', StringComparison.Ordinal) ? "," : "";
        return $"{day}{pause} from {local.ToString("H:mm", English)} our time";
    }
}
