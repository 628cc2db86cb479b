using FsCheck;
using FsCheck.Fluent;
using Reva.Agent.Ports;
using Reva.Grains.Outbox;
using Reva.Postgres.Outbox;
using Reva.Testing.Database;

namespace Reva.Grains.Tests.Postgres;

public sealed class OutboxStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly OutboxStore _outbox = new(postgres.DataSource);
    private readonly string _store = LogSample.NewId();

    [Fact]
    public async Task A_mail_comes_back_as_it_was_added_and_a_second_one_of_its_key_is_not_kept()
    {
        var mail = Mail("k1") with { Html = "<p>x</p>", ReplyTo = "a@b.example", Thread = "T-1", NotAfter = LogSample.Noon.AddHours(1), FromName = "Shop" };
        await AddAsync("k1", mail);
        await AddAsync("k1", Mail("other"));
        var row = Assert.Single(await DueAsync(LogSample.Noon));
        Assert.Equal(("k1", mail, OutboxStatus.Waiting, 0), (row.Key, row.Message, row.Status, row.Attempts));
    }

    [Fact]
    public async Task What_is_tried_again_later_is_due_later_and_what_is_settled_stays_so()
    {
        await AddAsync("k1", Mail("k1"));
        await SettleAsync("k1", new OutboxOutcome(OutboxStatus.Waiting, LogSample.Noon.AddMinutes(5), "away", null));
        Assert.Empty(await DueAsync(LogSample.Noon.AddMinutes(4)));
        Assert.Equal(LogSample.Noon.AddMinutes(5), await _outbox.NextDueAsync(_store, CancellationToken.None));
        Assert.Equal((1, "away"), (await DueAsync(LogSample.Noon.AddMinutes(5))) is [var row] ? (row.Attempts, row.Error!) : default);

        await SettleAsync("k1", new OutboxOutcome(OutboxStatus.Sent, LogSample.Noon.AddMinutes(6), null, "id-1"));
        await SettleAsync("k1", new OutboxOutcome(OutboxStatus.GivenUp, LogSample.Noon.AddMinutes(7), "late", null));
        var settled = Assert.Single(await _outbox.ListAsync(_store, OutboxStatus.Sent, null, 9, CancellationToken.None));
        Assert.Equal(("id-1", 2, LogSample.Noon.AddMinutes(6)), (settled.ProviderId!, settled.Attempts, settled.SettledAt!.Value));
        Assert.Null(await _outbox.NextDueAsync(_store, CancellationToken.None));
    }

    [Fact]
    public async Task A_stores_mail_is_not_anothers()
    {
        await AddAsync("k1", Mail("k1"));
        Assert.Empty(await _outbox.DueAsync("other-" + _store, LogSample.Noon, 9, CancellationToken.None));
        Assert.Empty(await _outbox.ListAsync("other-" + _store, null, null, 9, CancellationToken.None));
    }

    [Fact]
    public void Pauses_grow_up_to_a_quarter_of_an_hour_and_nothing_is_tried_after_its_day() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 40)), Arb.From(Gen.Choose(0, 1000)), Arb.From(Gen.Choose(0, 26 * 60)), (attempts, dice, minutes) =>
        {
            var row = new OutboxRow("k", Mail("k"), OutboxStatus.Waiting, attempts, LogSample.Noon, null, null, LogSample.Noon, null);
            var now = LogSample.Noon.AddMinutes(minutes);
            var outcome = OutboxPace.Failed(row, new MailUnavailableException("away"), now, dice / 1000.0);
            return outcome.Status == OutboxStatus.GivenUp
                ? now + TimeSpan.FromMinutes(15) > OutboxPace.Deadline(row)
                : outcome.DueAt > now && outcome.DueAt <= now + TimeSpan.FromMinutes(15) && outcome.DueAt <= OutboxPace.Deadline(row);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_code_that_has_expired_is_not_sent()
    {
        var row = new OutboxRow("k", Mail("k") with { NotAfter = LogSample.Noon.AddMinutes(10) }, OutboxStatus.Waiting, 3, LogSample.Noon, null, null, LogSample.Noon, null);
        Assert.Equal(LogSample.Noon.AddMinutes(10), OutboxPace.Deadline(row));
        Assert.Equal(OutboxStatus.GivenUp, OutboxPace.Failed(row, new MailUnavailableException("away"), LogSample.Noon.AddMinutes(10), 0).Status);
        Assert.Equal(OutboxStatus.GivenUp, OutboxPace.Failed(row, new MailRefusedException("no"), LogSample.Noon, 0).Status);
    }

    private static MailMessage Mail(string subject) => new() { To = "team@shop.example", Subject = subject, Text = "words" };

    private Task AddAsync(string key, MailMessage mail) => _outbox.AddAsync(new OutboxMail(_store, key, mail, LogSample.Noon), CancellationToken.None);

    private Task SettleAsync(string key, OutboxOutcome outcome) => _outbox.SettleAsync(_store, key, outcome, CancellationToken.None);

    private Task<System.Collections.Immutable.ImmutableArray<OutboxRow>> DueAsync(DateTimeOffset now) => _outbox.DueAsync(_store, now, 9, CancellationToken.None);
}
