using System.Diagnostics;
using System.Text.Json.Nodes;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.Faults;

public sealed class KilledServerTests(ServerFixture reva) : IClassFixture<ServerFixture>
{
    private const int Shoppers = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // The bar of the specification, counted from the moment in which the new process says that it is ready.
    private static readonly TimeSpan ResumedWithin = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_server_killed_amid_two_hundred_streaming_replies_loses_none_doubles_none_and_goes_on_where_it_was()
    {
        await SlowModel.PaceAsync(reva.Sandbox, 0.3);
        await using var server = await ServerProcess.Start(reva.Settings.With(reva.Sandbox));
        var witnesses = Enumerable.Range(0, Shoppers).Select(n => new Witness(server.Url, n)).ToList();
        await Task.WhenAll(witnesses.Select(w => w.ArriveAsync()));

        // Most are in mid-reply when it happens; the last ones have only just pressed Enter.
        var early = witnesses[..^20];
        Assert.All(await Task.WhenAll(early.Select(w => w.SayAsync())), Assert.True);
        await Task.WhenAll(early.Select(w => w.FirstWord)).WaitAsync(Patience);
        var late = witnesses[^20..].Select(w => w.SayAsync()).ToList();
        server.Kill();
        await Task.WhenAll(late);
        await Task.WhenAll(witnesses.Select(w => w.LeaveAsync()));
        Assert.All(early, w => Assert.False(w.Answer.IsCompleted));

        await SlowModel.PaceAsync(reva.Sandbox, 0.01);
        await server.Start();
        var sinceReady = Stopwatch.StartNew();
        await Task.WhenAll(witnesses.Select(w => w.ArriveAsync()));
        await Task.WhenAll(early.Select(w => w.FirstWord)).WaitAsync(Patience);
        Assert.InRange(sinceReady.Elapsed, TimeSpan.Zero, ResumedWithin);

        // A widget sends again whatever was not acknowledged, and what was, when in doubt.
        Assert.All(await Task.WhenAll(witnesses.Select(w => w.SayAsync())), Assert.True);
        await Task.WhenAll(witnesses.Select(w => w.Answer)).WaitAsync(Patience);
        foreach (var witness in witnesses)
            await AssertWholeAsync(witness);
    }

    [Fact]
    public async Task A_reply_cut_after_its_cards_begins_again_under_its_id_and_shows_them_once()
    {
        await SlowModel.PaceAsync(reva.Sandbox, 0.3, searchFirst: true);
        await using var server = await ServerProcess.Start(reva.Settings.With(reva.Sandbox));
        await using var witness = new Witness(server.Url, 1);
        await witness.ArriveAsync();
        Assert.True(await witness.SayAsync());
        await witness.FirstWord.WaitAsync(Patience);
        await Eventually.Is("the cards are stored", () => Task.FromResult(witness.Stored.Any(e => Is("products")(e))));
        server.Kill();
        await witness.LeaveAsync();

        await SlowModel.PaceAsync(reva.Sandbox, 0.01, searchFirst: true);
        await server.Start();
        await witness.ArriveAsync();
        await witness.Answer.WaitAsync(Patience);
        await AssertWholeAsync(witness);
        var log = await witness.LogAsync();
        var again = log.FindLastIndex(Is("turn.started"));
        Assert.True(again > log.FindIndex(Is("products")));
        Assert.Single(log[again..], e => Is("products")(e));
    }

    private static async Task AssertWholeAsync(Witness witness)
    {
        var log = await witness.LogAsync();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(n => (long)n), log.Select(e => (long)e["seq"]!));
        Assert.Equal(log.Select(e => e.ToJsonString()).Take(witness.Stored.Count), witness.Stored.Select(e => e.ToJsonString()));
        Assert.Equal(witness.Question, (string)Assert.Single(log, Is("message"))["text"]!);
        var end = Assert.Single(log, e => Is("text.completed")(e) || Is("error")(e));
        Assert.Equal(SlowModel.Words, (string?)end["text"]);
        Assert.Equal((string)end["turnId"]!, Assert.Single(log.Where(e => Is("turn.started")(e)).Select(e => (string)e["turnId"]!).Distinct()));
    }

    private static Predicate<JsonNode> Is(string type) => e => (string)e["type"]! == type;
}
