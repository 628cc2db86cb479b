using System.Globalization;
using Reva.Agent.Replies;
using Reva.Core.Stores;

namespace Reva.Agent.Tests.Replies;

public sealed class AnswerTimeTests
{
    private static readonly BusinessHours OfficeHours = new("America/New_York",
        new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }.Select(d => new OpeningTime(d, new(9, 0), new(17, 30))), [new DateOnly(2026, 12, 25)]);

    [Theory]
    [InlineData("2026-11-18T15:00:00Z", "within the hour")]
    [InlineData("2026-11-18T12:00:00Z", "today from 9:00 our time")]
    [InlineData("2026-11-18T23:00:00Z", "tomorrow from 9:00 our time")]
    // New York is still on Wednesday when it is Thursday in Europe.
    [InlineData("2026-11-19T03:30:00Z", "tomorrow from 9:00 our time")]
    [InlineData("2026-11-21T15:00:00Z", "on Monday, 23 November, from 9:00 our time")]
    [InlineData("2026-12-24T23:00:00Z", "on Monday, 28 December, from 9:00 our time")]
    // Ten minutes before closing nobody promises the hour.
    [InlineData("2026-11-18T22:20:00Z", "today or, at the latest, tomorrow from 9:00 our time")]
    public void The_shopper_is_told_when_people_are_really_there(string now, string expected) =>
        Assert.Equal(expected, AnswerTime.Text(Store(OfficeHours), DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_shop_that_tells_no_hours_gives_its_own_promise() =>
        Assert.Equal("by Friday", AnswerTime.Text(Store(null), DateTimeOffset.UnixEpoch));

    [Fact]
    public void A_shop_that_never_opens_promises_no_hour() =>
        Assert.Equal("by Friday", AnswerTime.Text(Store(new BusinessHours("UTC", [], [])), DateTimeOffset.UnixEpoch));

    private static StoreProfile Store(BusinessHours? hours) => new() { Id = "demo", Name = "Shop", ReplyPromise = "by Friday", Support = new SupportSettings { Hours = hours } };
}
