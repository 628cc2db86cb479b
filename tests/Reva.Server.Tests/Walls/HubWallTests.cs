using System.Reflection;
using System.Text.Json.Nodes;
using Reva.Server.Hubs;
using Reva.Testing.Hub;

namespace Reva.Server.Tests.Walls;

/// <summary>Every hub method, tried with another store's tokens and conversations: as if they did not exist.</summary>
public sealed class HubWallTests(TwoStores stores) : IClassFixture<TwoStores>
{
    private const string Unknown = "01arz3ndektsv4rrffq69g5fav";

    // A new hub method without a line here fails the first test below.
    private static readonly Dictionary<string, Func<HubLine, string, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["Send"] = (line, id) => line.CallAsync("Send", new { conversationId = id, clientMessageId = "m-1", text = "hello" }),
        ["Subscribe"] = async (line, id) => await (await line.StreamAsync("Subscribe", id, 0L)).Completion,
        ["Typing"] = (line, id) => line.CallAsync("Typing", id),
        ["Confirm"] = (line, id) => line.CallAsync("Confirm", new { conversationId = id, actionId = Unknown }),
        ["Decline"] = (line, id) => line.CallAsync("Decline", new { conversationId = id, actionId = Unknown }),
        ["Rate"] = (line, id) => line.CallAsync("Rate", new { conversationId = id, score = 1 }),
    };

    [Fact]
    public void Every_hub_method_is_tried()
    {
        var methods = typeof(ChatHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(m => m.Name);
        Assert.Equal(Calls.Keys.Append("Start").Order(StringComparer.Ordinal), methods.Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Methods => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Another_stores_conversation_does_not_exist_and_stays_as_it_was(string method)
    {
        await using var owner = await Shopper.ArriveAsync(stores.Server.Url);
        await owner.AskAsync("hello");
        var before = Texts(await owner.EverythingAsync());
        await using var stranger = await Shopper.ArriveAsync(stores.Server.Url, storeId: TwoStores.Lantern);

        var unknown = await RefusedAsync(() => Calls[method](stranger.Line, Unknown));
        var foreign = await RefusedAsync(() => Calls[method](stranger.Line, owner.ConversationId));

        Assert.Equal(("not_found", unknown.Message), (foreign.Code, foreign.Message));
        Assert.Equal(before, Texts(await owner.EverythingAsync()));
    }

    [Fact]
    public async Task Another_stores_token_opens_nothing_and_says_no_more_than_a_forged_one()
    {
        await using var owner = await Shopper.ArriveAsync(stores.Server.Url);
        await owner.AskAsync("hello");
        var foreign = await RefusedAsync(() => Shopper.ArriveAsync(stores.Server.Url, owner.Token, TwoStores.Lantern));
        var fresh = await RefusedAsync(() => Shopper.ArriveAsync(stores.Server.Url, owner.Token, TwoStores.Lantern, fresh: true));
        var forged = await RefusedAsync(() => Shopper.ArriveAsync(stores.Server.Url, owner.Token[..^6] + "AAAAAA", TwoStores.Lantern));
        Assert.Equal(("invalid_token", forged.Message), (foreign.Code, foreign.Message));
        Assert.Equal(forged.Message, fresh.Message);

        // The store's name in the token is part of what is signed.
        var renamed = owner.Token.Replace("v1.demo.", "v1.lantern.", StringComparison.Ordinal);
        Assert.NotEqual(owner.Token, renamed);
        Assert.Equal("invalid_token", (await RefusedAsync(() => Shopper.ArriveAsync(stores.Server.Url, renamed, TwoStores.Lantern))).Code);
    }

    [Fact]
    public async Task A_refused_start_leaves_the_line_to_the_visitor_it_had()
    {
        await using var stranger = await Shopper.ArriveAsync(stores.Server.Url, storeId: TwoStores.Lantern);
        await using var owner = await Shopper.ArriveAsync(stores.Server.Url);
        await owner.AskAsync("hello");
        await RefusedAsync(() => stranger.Line.CallAsync("Start", new { storeId = TwoStores.Lantern, visitorToken = owner.Token }));
        Assert.Equal("not_found", (await RefusedAsync(() => Calls["Send"](stranger.Line, owner.ConversationId))).Code);
        Assert.NotEmpty(await stranger.AskAsync("hello"));
    }

    [Fact]
    public async Task Products_and_pages_of_one_shop_are_never_found_in_the_other()
    {
        await using var fern = await Shopper.ArriveAsync(stores.Server.Url);
        await using var lantern = await Shopper.ArriveAsync(stores.Server.Url, storeId: TwoStores.Lantern);

        foreach (var question in new[] { "do you have the Quillon Paper Lantern?", "show me a zephyrine lantern", "what is the Kindling Club?" })
            await fern.AskAsync(question);
        await lantern.AskAsync("waterproof jacket under 150");
        await lantern.AskAsync("show me a zephyrine lantern");
        await lantern.AskAsync("what is the Kindling Club?");

        var told = string.Concat(Texts(Answers(await fern.EverythingAsync())));
        Assert.DoesNotContain("Quillon Paper", told, StringComparison.Ordinal);
        Assert.DoesNotContain("zephyrine wick", told, StringComparison.Ordinal);
        Assert.DoesNotContain("quillon-paper-lantern", told, StringComparison.Ordinal);
        var own = string.Concat(Texts(Answers(await lantern.EverythingAsync())));
        Assert.True(own.Contains("Quillon Paper Lantern", StringComparison.Ordinal), own);
        Assert.Contains("zephyrine wick", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Alder", own, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("USD", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_the_other_shop_is_no_page()
    {
        await using var lantern = await Shopper.ArriveAsync(stores.Server.Url, storeId: TwoStores.Lantern);
        var page = new { url = "https://fernandfell.example/products/alder-rain-jacket", productHandle = "alder-rain-jacket" };
        var seq = (long)(await lantern.Line.CallAsync("Send", new { conversationId = lantern.ConversationId, clientMessageId = "p-1", text = "is this machine washable?", page }))!["seq"]!;
        Assert.DoesNotContain("Alder", string.Concat(Texts(await lantern.UntilAnsweredAsync(seq, seq))), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_order_number_that_two_shops_use_opens_only_the_shops_own()
    {
        await using var lantern = await Shopper.ArriveAsync(stores.Server.Url, storeId: TwoStores.Lantern);
        await lantern.AskAsync("where is my order #1001? ada.moore@example.com");
        Assert.DoesNotContain(await lantern.EverythingAsync(), e => (string)e["type"]! == "order");
        await lantern.AskAsync("#1001 lotte@lantern.example");
        var order = (await lantern.EverythingAsync()).Single(e => (string)e["type"]! == "order")["order"]!;
        Assert.Equal("EUR", (string)order["total"]!["currency"]!);
    }

    private static async Task<HubFailure> RefusedAsync(Func<Task> call) => await Assert.ThrowsAsync<HubFailure>(call);

    private static IEnumerable<JsonNode> Answers(IEnumerable<JsonNode> events) => events.Where(e => (string)e["type"]! is "text.completed" or "products");

    private static string[] Texts(IEnumerable<JsonNode> events) => [.. events.Select(e => e.ToJsonString())];
}
