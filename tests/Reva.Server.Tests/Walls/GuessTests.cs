using System.Text.Json.Nodes;
using Reva.Testing.Hub;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Walls;

/// <summary>Who an order is told to. Each test uses an order of its own, for what is tried at one counts for all.</summary>
public sealed class GuessTests(TwoStores stores) : IClassFixture<TwoStores>
{
    [Fact]
    public async Task Three_wrong_tries_lock_and_offer_a_person_and_a_quarter_of_an_hour_later_the_right_pair_opens_it()
    {
        var (number, email) = stores.FernOrder("shipped");
        await using var shopper = await Shopper.ArriveAsync(stores.Server.Url);
        foreach (var wrong in new[] { "a", "b", "c" })
            await shopper.AskAsync($"where is my order {number}? {wrong}@example.com");

        var locked = (await shopper.EverythingAsync()).Last(e => (string)e["type"]! == "text.completed");
        Assert.Contains("paused", (string)locked["text"]!, StringComparison.Ordinal);
        Assert.Contains(locked["quickReplies"]!.AsArray(), reply => ((string)reply!).Contains("person", StringComparison.Ordinal));

        Assert.Contains("paused", await shopper.AskAsync($"where is my order {number}? {email}"), StringComparison.Ordinal);
        await NothingToldAsync(shopper);

        stores.Clock.Advance(TimeSpan.FromMinutes(16));
        await shopper.AskAsync($"where is my order {number}? {email}");
        await ToldAsync(shopper, number);
    }

    [Fact]
    public async Task A_wrong_email_and_an_order_that_does_not_exist_are_told_apart_nowhere()
    {
        var (number, _) = stores.FernOrder("delivered");
        var (wrongEmail, unknown) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        // Wordings vary, so both are asked until each has said all that the other has; sets that differ never meet.
        for (var i = 0; i < 72 && !(wrongEmail.Count == 3 && wrongEmail.SetEquals(unknown)); i++)
        {
            // Ten failed tries at one order within the hour pause it.
            if (i % 9 == 8)
                stores.Clock.Advance(TimeSpan.FromMinutes(61));
            wrongEmail.Add(await TryAsync($"where is my order {number}? nobody{i}@example.com"));
            unknown.Add(await TryAsync($"where is my order #9876{i}? nobody{i}x@example.com"));
        }
        Assert.Equal(3, wrongEmail.Count);
        Assert.Equal(wrongEmail.Order(StringComparer.Ordinal), unknown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Ones_own_email_does_not_open_anothers_order_before_or_after_it_is_proved()
    {
        var (number, email) = stores.FernOrder("cancelled");
        var other = (string)stores.FernOrders.First(o => (string)o!["email"]! != email && (string)o["status"]! == "out_for_delivery")!["number"]!;
        await using var shopper = await Shopper.ArriveAsync(stores.Server.Url);
        await shopper.AskAsync($"where is my order {other}? {email}");
        await NothingToldAsync(shopper);
        await shopper.AskAsync($"and order {number}? {email}");
        await ToldAsync(shopper, number);

        await shopper.AskAsync($"where is order {other}?");
        await shopper.AskAsync($"I mean {other}, my address is {email}");
        Assert.DoesNotContain(other, await OrdersToldAsync(shopper));
    }

    [Fact]
    public async Task Guessing_between_proofs_of_ones_own_order_runs_into_the_lock_too()
    {
        var (number, email) = stores.FernOrder("refunded");
        var (other, _) = stores.FernOrder("delayed");
        await using var shopper = await Shopper.ArriveAsync(stores.Server.Url);
        var replies = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            replies.Add(await shopper.AskAsync($"where is my order {number}? {email}"));
            replies.Add(await shopper.AskAsync($"where is my order {other}? guess{i}@example.com"));
        }
        Assert.Contains(replies, reply => reply.Contains("paused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_conversations_do_not_buy_new_guesses_at_one_order_nor_does_a_restart_and_an_hour_later_its_owner_gets_in()
    {
        var (number, email) = stores.FernOrder("partly_shipped");
        for (var i = 0; i < 10; i++)
            Assert.DoesNotContain("paused", await TryAsync($"where is my order {number}? guess{i}@example.com"), StringComparison.Ordinal);

        // Right and wrong, known number or its other spelling: all hear the same, and nothing is looked up.
        Assert.Contains("paused", await TryAsync($"where is my order {number}? guess10@example.com"), StringComparison.Ordinal);
        Assert.Contains("paused", await TryAsync($"where is my order {number.TrimStart('#')}? {email}"), StringComparison.Ordinal);

        await stores.RestartAsync();
        await using var owner = await Shopper.ArriveAsync(stores.Server.Url);
        Assert.Contains("paused", await owner.AskAsync($"where is my order {number}? {email}"), StringComparison.Ordinal);
        await NothingToldAsync(owner);

        stores.Clock.Advance(TimeSpan.FromMinutes(61));
        await owner.AskAsync($"where is my order {number}? {email}");
        await ToldAsync(owner, number);
    }

    [Fact]
    public async Task An_order_that_does_not_exist_is_paused_like_one_that_does()
    {
        for (var i = 0; i < 10; i++)
            await TryAsync($"where is my order #770077? guess{i}@example.net");
        Assert.Contains("paused", await TryAsync("where is my order #770077? guess@example.net"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_email_over_many_numbers_is_paused()
    {
        for (var i = 0; i < 10; i++)
            await TryAsync($"where is my order #66{i}66? walker@example.org");
        Assert.Contains("paused", await TryAsync("where is my order #66999? walker@example.org"), StringComparison.Ordinal);
        Assert.DoesNotContain("paused", await TryAsync("where is my order #66999? another.walker@example.org"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_visitor_over_many_conversations_is_paused()
    {
        string? token = null;
        for (var i = 0; i < 10; i++)
        {
            await using var again = await Shopper.ArriveAsync(stores.Server.Url, token, fresh: token is not null);
            token = again.Token;
            Assert.DoesNotContain("paused", await again.AskAsync($"where is my order #5{i}555? visitor{i}@example.org"), StringComparison.Ordinal);
        }
        await using var last = await Shopper.ArriveAsync(stores.Server.Url, token, fresh: true);
        Assert.Contains("paused", await last.AskAsync("where is my order #55555? visitor@example.org"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guesses_made_all_at_once_are_no_more_than_guesses_made_one_by_one()
    {
        var (number, _) = stores.FernOrder("not_yet_shipped");
        var replies = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => TryAsync($"where is my order {number}? crowd{i}@example.com")));
        Assert.Equal(10, replies.Count(reply => !reply.Contains("paused", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_one_store_pauses_is_open_in_the_other()
    {
        for (var i = 0; i < 11; i++)
            await TryAsync($"where is my order #7902? guess{i}@example.info");
        await using var lantern = await Shopper.ArriveAsync(stores.Server.Url, storeId: TwoStores.Lantern);
        await lantern.AskAsync("where is my order #7902? lotte@lantern.example");
        await ToldAsync(lantern, "#7902");
    }

    [Fact]
    public async Task No_address_of_a_guess_is_logged()
    {
        await TryAsync("where is my order #4404? very.private@example.com");
        Assert.NotEmpty(stores.Server.Log.Lines);
        Assert.DoesNotContain(stores.Server.Log.Lines, line => line.Contains("very.private", StringComparison.OrdinalIgnoreCase) || line.Contains("4404", StringComparison.Ordinal));
    }

    // Each in a conversation of its own, by a visitor of its own.
    private async Task<string> TryAsync(string text)
    {
        await using var stranger = await Shopper.ArriveAsync(stores.Server.Url);
        var reply = await stranger.AskAsync(text);
        await NothingToldAsync(stranger);
        return reply;
    }

    private static async Task NothingToldAsync(Shopper shopper) => Assert.Empty(await OrdersToldAsync(shopper));

    private static async Task ToldAsync(Shopper shopper, string number) => Assert.Contains(number, await OrdersToldAsync(shopper));

    private static async Task<List<string>> OrdersToldAsync(Shopper shopper) =>
        [.. (await shopper.EverythingAsync()).Where(e => (string)e["type"]! == "order").Select(e => (string)e["order"]!["number"]!)];
}
