using Orleans;
using Orleans.Runtime;
using Reva.Postgres.GrainStorage;
using Reva.Testing.Database;

namespace Reva.Grains.Tests.Postgres;

public sealed class ReminderTableTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly PostgresReminderTable _table = new(postgres.DataSource);
    private readonly GrainId _grain = GrainId.Create("cart", $"cart:demo:{LogSample.NewId()}");

    [Fact]
    public async Task A_reminder_comes_back_as_it_was_set_and_set_again_it_replaces_itself()
    {
        var first = await _table.UpsertRow(Entry("mail", TimeSpan.FromHours(1)));
        var second = await _table.UpsertRow(Entry("mail", TimeSpan.FromDays(400)));
        Assert.NotEqual(first, second);
        var row = Assert.Single((await _table.ReadRows(_grain)).Reminders);
        Assert.Equal((_grain, "mail", Start, TimeSpan.FromDays(400), second), (row.GrainId, row.ReminderName, row.StartAt, row.Period, row.ETag));
        Assert.Equal(DateTimeKind.Utc, row.StartAt.Kind);
    }

    [Fact]
    public async Task Only_who_knows_the_latest_version_removes_a_reminder()
    {
        var old = (await _table.UpsertRow(Entry("mail", TimeSpan.FromHours(1))))!;
        var latest = (await _table.UpsertRow(Entry("mail", TimeSpan.FromHours(2))))!;
        Assert.False(await _table.RemoveRow(_grain, "mail", old));
        Assert.NotNull(await _table.ReadRow(_grain, "mail"));
        Assert.True(await _table.RemoveRow(_grain, "mail", latest));
        Assert.Null(await _table.ReadRow(_grain, "mail"));
        Assert.False(await _table.RemoveRow(_grain, "mail", latest));
    }

    [Fact]
    public async Task The_rows_of_a_range_are_those_behind_its_beginning_up_to_its_end_also_around_zero()
    {
        await _table.UpsertRow(Entry("mail", TimeSpan.FromHours(1)));
        var hash = _grain.GetUniformHashCode();
        Assert.True(await HasAsync(unchecked(hash - 1), hash));
        Assert.False(await HasAsync(hash, unchecked(hash + 1)));
        Assert.True(await HasAsync(7, 7));
        Assert.True(await HasAsync(unchecked(hash + 1), hash));
    }

    private async Task<bool> HasAsync(uint begin, uint end) => (await _table.ReadRows(begin, end)).Reminders.Any(r => r.GrainId == _grain);

    private static DateTime Start => new(2026, 12, 24, 18, 30, 0, DateTimeKind.Utc);

    private ReminderEntry Entry(string name, TimeSpan period) => new() { GrainId = _grain, ReminderName = name, StartAt = Start, Period = period };
}
