using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Reva.Testing.Hub;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Hub;

/// <summary>Lines break at any moment; a conversation comes through whole.</summary>
[Collection(RevaCollection.Name)]
public sealed class ResumeTests(ServerFixture reva)
{
    private static readonly string[] Words = ["hello", "waterproof jacket under 150", "something cheaper", "how long do I have to return something?", "where is my order?", "thanks", "compare the first two"];

    [Fact]
    public void A_stream_cut_anywhere_and_resumed_by_number_has_no_gap_and_no_repeat_while_turns_run()
    {
        var walks = Gen.Elements(Words).ListOf(4).SelectMany(_ => Gen.Choose(0, 14).ListOf(12), (said, cuts) => (said, cuts)).ToArbitrary();
        // On the pool: a property waits on its thread, which xunit would count among the few that carry its tests.
        Prop.ForAll(walks, walk => Task.Run(() => WalkAsync([.. walk.said], [.. walk.cuts])).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(8));
    }

    [Fact]
    public async Task The_same_client_message_id_at_once_over_several_lines_and_after_a_reconnect_is_one_message()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        await using var second = await Shopper.ArriveAsync(reva.Server.Url, shopper.Token);
        await using var third = await Shopper.ArriveAsync(reva.Server.Url, shopper.Token);
        var seqs = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => new[] { shopper, second, third }[i % 3].SayAsync("hello", "m-1")));
        Assert.Single(seqs.Distinct());

        await shopper.UntilAnsweredAsync(seqs[0]);
        await using (var back = await Shopper.ArriveAsync(reva.Server.Url, shopper.Token))
            Assert.Equal(seqs[0], await back.SayAsync("hello", "m-1"));
        // The id, not the words, makes it the same message.
        Assert.Equal(seqs[0], await second.SayAsync("something else", "m-1"));

        var stored = await shopper.EverythingAsync();
        Assert.Equal("hello", (string)Assert.Single(stored, e => (string)e["type"]! == "message")["text"]!);
        Assert.Single(stored, e => (string)e["type"]! == "text.completed");
    }

    [Fact]
    public async Task A_client_message_id_is_known_when_it_lies_far_back_and_belongs_to_its_conversation_alone()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        var program = new RestClient(reva.Server.Http, reva.Settings.ApiKey);
        var first = await shopper.SayAsync("hello", "m-1");
        for (var i = 0; i < 35; i++)
            await program.AskAsync(shopper.ConversationId, "thanks");
        Assert.Equal(first, await shopper.SayAsync("hello", "m-1"));

        await using var other = await Shopper.ArriveAsync(reva.Server.Url);
        Assert.NotEmpty(await other.AskAsync("hello"));
        Assert.True(await other.SayAsync("hello", "m-1") > 1);
    }

    [Fact]
    public async Task A_key_repeated_over_rest_far_back_is_the_same_message_too()
    {
        var program = new RestClient(reva.Server.Http, reva.Settings.ApiKey);
        var id = await program.BeginAsync("hello");
        var first = await program.CallAsync("POST", $"conversations/{id}/messages", new { content = "what is your warranty?" }, idempotencyKey: "k-1");
        for (var i = 0; i < 35; i++)
            await program.AskAsync(id, "thanks");
        var again = await program.CallAsync("POST", $"conversations/{id}/messages", new { content = "what is your warranty?" }, idempotencyKey: "k-1");
        Assert.Equal((string)first.Taken["message_id"]!, (string)again.Taken["message_id"]!);
        Assert.Equal((string)first.Taken["response"]!, (string)again.Taken["response"]!);
    }

    private async Task WalkAsync(string[] said, int[] cuts)
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        var talking = TalkAsync(shopper, said);
        var reader = new BrokenReader(shopper.Token, reva.Server.Url);
        foreach (var cut in cuts)
            await reader.ReadAsync(cut);
        await talking;

        var everything = await shopper.EverythingAsync();
        await reader.ReadUntilAsync((long)everything[^1]["seq"]!);
        Assert.Equal(everything.Select(e => e.ToJsonString()), reader.Stored.Select(e => e.ToJsonString()));
        Assert.Equal(Enumerable.Range(1, everything.Count).Select(n => (long)n), reader.Stored.Select(e => (long)e["seq"]!));
        Assert.Equal(said, reader.Stored.Where(e => (string)e["type"]! == "message").Select(e => (string)e["text"]!));
        Assert.Empty(reader.BrokenTexts);
    }

    private static async Task TalkAsync(Shopper shopper, string[] said)
    {
        // Some are said while the turn before still runs.
        foreach (var (i, text) in said.Index())
        {
            var seq = await shopper.SayAsync(text);
            if (i % 2 == 1)
                await shopper.UntilAnsweredAsync(seq, seq);
        }
        await shopper.UntilAnsweredAsync((await shopper.EverythingAsync()).Where(e => (string)e["type"]! == "message").Max(e => (long)e["seq"]!));
    }
}
