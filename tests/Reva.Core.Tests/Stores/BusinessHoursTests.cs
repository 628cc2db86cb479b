using FsCheck;
using FsCheck.Fluent;
using Reva.Core.Stores;

namespace Reva.Core.Tests.Stores;

public sealed class BusinessHoursTests
{
    private static readonly DayOfWeek[] WorkDays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    // Half an hour, an hour, at midnight, at two; forwards in March and in October.
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kathmandu"];

    // Moments around the days on which these zones set their clocks, and around an ordinary week.
    private static readonly DateTimeOffset[] Around = [.. new[] { "2026-03-08", "2026-03-29", "2026-04-05", "2026-06-15", "2026-09-06", "2026-10-04", "2026-10-25", "2026-11-01" }
        .Select(d => DateTimeOffset.Parse(d + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture))];

    private static readonly Arbitrary<(BusinessHours Hours, DateTimeOffset Now)> Cases = Arb.From(
        from zone in Gen.Elements(Zones)
        from opens in Gen.Choose(0, 20)
        from half in Gen.Elements(0, 30)
        from lasts in Gen.Choose(1, 23 - opens)
        from days in Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<DayOfWeek>()))
        from day in Gen.Elements(Around)
        from minutes in Gen.Choose(-4 * 1440, 4 * 1440)
        from holiday in Gen.Choose(-3, 3)
        select (new BusinessHours(zone, days.Distinct().Select(d => new OpeningTime(d, new TimeOnly(opens, half), new TimeOnly(opens, half).Add(TimeSpan.FromMinutes((lasts * 60) - 31)) is var to && to > new TimeOnly(opens, half) ? to : new TimeOnly(23, 59))),
            [DateOnly.FromDateTime(day.DateTime).AddDays(holiday)]), day.AddMinutes(minutes)));

    [Fact]
    public void The_next_opening_lies_ahead_is_open_and_nothing_opens_before() => Prop.ForAll(Cases, c =>
    {
        if (c.Hours.NextOpening(c.Now) is not { } next)
            return false;
        var before = Enumerable.Range(1, 200).Select(i => c.Now + ((next - c.Now) * (i / 200.0))).Where(t => t < next);
        var closing = c.Hours.ClosingOf(c.Now) ?? c.Now;
        return next > c.Now && c.Hours.IsOpen(next) && before.All(t => c.Hours.IsOpen(t) == (t < closing));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whoever_is_there_stays_until_closing_and_is_gone_then() => Prop.ForAll(Cases, c =>
        c.Hours.ClosingOf(c.Now) is not { } closing
            || (closing > c.Now && c.Hours.IsOpen(c.Now) && c.Hours.IsOpen(closing.AddTicks(-1)) && !c.Hours.IsOpen(closing))).QuickCheckThrowOnFailure();

    [Fact]
    public void It_opens_by_the_shops_own_clock_and_never_on_a_holiday() => Prop.ForAll(Cases, c =>
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(c.Hours.TimeZone);
        var next = c.Hours.NextOpening(c.Now)!.Value;
        var local = TimeZoneInfo.ConvertTime(next, zone).DateTime;
        var time = c.Hours.Weekly[0].From;
        var said = DateOnly.FromDateTime(local).ToDateTime(time);
        return c.Hours.Weekly.Any(o => o.Day == local.DayOfWeek) && (TimeOnly.FromDateTime(local) == time || zone.IsInvalidTime(said));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", 2, 30, "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", 2, 30, "2026-10-25T00:30:00Z")]
    [InlineData("America/New_York", "2026-03-08", 9, 0, "2026-03-08T13:00:00Z")]
    [InlineData("America/New_York", "2026-03-07", 9, 0, "2026-03-07T14:00:00Z")]
    [InlineData("America/Santiago", "2026-09-06", 0, 0, "2026-09-06T04:00:00Z")]
    public void A_time_that_the_clock_skips_is_the_jump_and_of_two_the_first_counts(string zone, string day, int hour, int minute, string expected)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var hours = new BusinessHours(zone, [new OpeningTime(date.DayOfWeek, new TimeOnly(hour, minute), new TimeOnly(18, 0))], []);
        var moment = DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(moment, hours.NextOpening(moment.AddDays(-2)));
        Assert.False(hours.IsOpen(moment.AddTicks(-1)));
        Assert.True(hours.IsOpen(moment));
    }

    [Fact]
    public void A_lunch_break_closes_and_hours_that_meet_at_midnight_do_not()
    {
        var lunch = new BusinessHours("UTC", [new(DayOfWeek.Monday, new(9, 0), new(12, 0)), new(DayOfWeek.Monday, new(13, 0), new(17, 0))], []);
        Assert.Equal(At("2026-06-15T12:00:00Z"), lunch.ClosingOf(At("2026-06-15T11:30:00Z")));
        Assert.Equal(At("2026-06-15T13:00:00Z"), lunch.NextOpening(At("2026-06-15T12:10:00Z")));

        var night = new BusinessHours("UTC", [new(DayOfWeek.Monday, new(18, 0), new(0, 0)), new(DayOfWeek.Tuesday, new(0, 0), new(2, 0))], []);
        Assert.Equal(At("2026-06-16T02:00:00Z"), night.ClosingOf(At("2026-06-15T23:30:00Z")));
    }

    [Fact]
    public void A_holiday_is_skipped_and_a_shop_that_never_opens_says_so()
    {
        var hours = new BusinessHours("UTC", WorkDays.Select(d => new OpeningTime(d, new(9, 0), new(17, 0))), [new DateOnly(2026, 12, 25)]);
        Assert.Equal(At("2026-12-28T09:00:00Z"), hours.NextOpening(At("2026-12-24T18:00:00Z")));
        Assert.False(hours.IsOpen(At("2026-12-25T10:00:00Z")));
        Assert.Null(new BusinessHours("UTC", [], []).NextOpening(At("2026-12-24T18:00:00Z")));
        Assert.Throws<ArgumentException>(() => new BusinessHours("Mars/Olympus", [], []));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
