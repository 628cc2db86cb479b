using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Reva.Core.Stores;

/// <summary>A store's weekly opening times in its own time zone, but for holidays. Immutable; the same question has the same answer.</summary>
public sealed class BusinessHours
{
    // A year of holidays alone is as good as closed for good.
    private const int DaysAhead = 370;
    private readonly TimeZoneInfo _zone;
    private readonly FrozenSet<DateOnly> _holidays;

    /// <summary>Opening times in an IANA time zone. Throws <see cref="ArgumentException"/> for a zone that does not exist.</summary>
    public BusinessHours(string timeZone, IEnumerable<OpeningTime> weekly, IEnumerable<DateOnly> holidays)
    {
        TimeZone = timeZone;
        _zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : throw new ArgumentException($"There is no time zone '{timeZone}'.", nameof(timeZone));
        Weekly = [.. weekly.OrderBy(o => o.From)];
        _holidays = holidays.ToFrozenSet();
    }

    /// <summary>IANA.</summary>
    public string TimeZone { get; }

    /// <summary>Opening times, early ones first.</summary>
    public ImmutableArray<OpeningTime> Weekly { get; }

    /// <summary>Whether people are there at this moment.</summary>
    public bool IsOpen(DateTimeOffset now) => ClosingOf(now) is not null;

    /// <summary>When people who are there now leave; null when nobody is there. Times that follow one another without a pause are one.</summary>
    public DateTimeOffset? ClosingOf(DateTimeOffset now)
    {
        DateTimeOffset? closing = null;
        foreach (var (from, to) in Spans(LocalDay(now).AddDays(-1), 4))
        {
            if (from <= (closing ?? now) && to > (closing ?? now))
                closing = to;
        }
        return closing;
    }

    /// <summary>The first moment after <paramref name="now"/> at which people come; null when they never do. Asked while they are there, it is the next time they come back.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset now)
    {
        foreach (var (from, _) in Spans(LocalDay(now), DaysAhead))
        {
            if (from > now)
                return from;
        }
        return null;
    }

    private DateOnly LocalDay(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, _zone).DateTime);

    // In order of time. A clock that is set forward may leave nothing of a time.
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Spans(DateOnly first, int days)
    {
        for (var day = first; day < first.AddDays(days); day = day.AddDays(1))
        {
            if (_holidays.Contains(day))
                continue;
            foreach (var time in Weekly.Where(o => o.Day == day.DayOfWeek))
            {
                var (from, to) = (Moment(day.ToDateTime(time.From)), Moment(time.To == TimeOnly.MinValue ? day.AddDays(1).ToDateTime(TimeOnly.MinValue) : day.ToDateTime(time.To)));
                if (to > from)
                    yield return (from, to);
            }
        }
    }

    // A time that the clock skips is the moment of the jump; of a time that it shows twice the first counts.
    private DateTimeOffset Moment(DateTime local)
    {
        if (_zone.IsInvalidTime(local))
        {
            var before = local;
            while (_zone.IsInvalidTime(before))
                before = before.AddMinutes(-1);
            return new DateTimeOffset(before, _zone.GetUtcOffset(before)).AddMinutes(1).ToUniversalTime();
        }
        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}

/// <summary>An opening time of a weekday, in the store's time zone.</summary>
/// <param name="From">When people come.</param>
/// <param name="To">When they leave, after <paramref name="From"/>; 00:00 is the end of the day.</param>
public sealed record OpeningTime(DayOfWeek Day, TimeOnly From, TimeOnly To);
