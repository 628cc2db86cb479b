using Reva.Core.Actions;
using Reva.Testing.Hub;

namespace Reva.Server.Tests.Acting;

/// <summary>A yes counts for exactly the proposal that was shown, from whom it was shown to, while it stands.</summary>
public sealed class ConfirmationTests(ActingServer reva) : IClassFixture<ActingServer>
{
    [Fact]
    public async Task A_proposal_survives_a_restart_and_is_carried_out_then()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.ReturnItems);
        Assert.Equal("proposed", (string)(await reva.Program.CallAsync("GET", $"conversations/{planted.ConversationId}/actions")).Taken["actions"]![0]!["status"]!);
        await reva.RestartAsync();
        await using var shopper = await reva.ArriveAsync(planted);

        await ActingServer.ConfirmAsync(shopper, planted);

        await reva.Tracks.ToldAsync([planted]);
        await reva.Tracks.AssertOnceAsync(planted);
    }

    [Fact]
    public async Task A_yes_after_its_time_does_nothing_and_says_so()
    {
        var clicked = await reva.Planting.ProposeAsync(ActionKind.CancelOrder);
        var said = await reva.Planting.ProposeAsync(ActionKind.CancelOrder);
        reva.Clock.Advance(TimeSpan.FromMinutes(31));
        await using var first = await reva.ArriveAsync(clicked);
        await using var second = await reva.ArriveAsync(said);

        Assert.Equal("expired", await ActingServer.ConfirmAsync(first, clicked));
        Assert.Equal("expired", await ActingServer.ConfirmAsync(first, clicked));
        await second.AskAsync("yes");

        Assert.NotEqual("done", await reva.Tracks.StatusAsync(said));
        Assert.Empty(await reva.Shop.EffectsAsync(clicked.Order.Number));
        Assert.Empty(await reva.Shop.EffectsAsync(said.Order.Number));
        Assert.Equal("proposed expired attempted", await reva.Tracks.AuditAsync(clicked));
        Assert.Contains("run out", (string)(await reva.Tracks.EventsAsync(clicked)).Last(e => (string)e["type"]! == "action.updated")["action"]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_to_what_ran_out_brings_it_up_afresh_and_only_the_next_yes_carries_it_out()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.CancelOrder);
        reva.Clock.Advance(TimeSpan.FromMinutes(31));
        await using var shopper = await reva.ArriveAsync(planted);

        Assert.Contains("afresh", await shopper.AskAsync("yes"), StringComparison.Ordinal);
        Assert.Empty(await reva.Shop.EffectsAsync(planted.Order.Number));

        await shopper.AskAsync("yes");
        Assert.NotEmpty(await reva.Shop.EffectsAsync(planted.Order.Number));
        Assert.Contains("can't be brought back", await shopper.AskAsync("can you undo that?"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ActionKind.CancelOrder)]
    [InlineData(ActionKind.ChangeAddress)]
    [InlineData(ActionKind.ChangeItems)]
    public async Task An_order_that_was_sent_meanwhile_makes_the_yes_void(ActionKind kind)
    {
        var planted = await reva.Planting.ProposeAsync(kind);
        await reva.Shop.ChangeAsync(planted.Order.Number, new { fulfillmentStatus = "FULFILLED", fulfillment = new { displayStatus = "IN_TRANSIT" } });
        await AssertVoidAsync(planted);
    }

    [Fact]
    public async Task A_price_that_has_changed_makes_the_yes_void()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.ExchangeItems);
        try
        {
            await reva.Shop.ChangeProductAsync("wool-blanket", new { variants = new[] { new { sku = "WB-M", price = 55 } } });
            await AssertVoidAsync(planted);
        }
        finally
        {
            await reva.Shop.ChangeProductAsync("wool-blanket", new { variants = new[] { new { sku = "WB-M", price = 40 } } });
        }
    }

    [Fact]
    public async Task A_variant_that_has_sold_out_makes_the_yes_void()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.ExchangeItems);
        try
        {
            await reva.Shop.ChangeProductAsync("wool-blanket", new { variants = new[] { new { sku = "WB-M", inventoryQuantity = 0, availableForSale = false } } });
            await AssertVoidAsync(planted);
        }
        finally
        {
            await reva.Shop.ChangeProductAsync("wool-blanket", new { variants = new[] { new { sku = "WB-M", inventoryQuantity = 50_000, availableForSale = true } } });
        }
    }

    [Fact]
    public async Task A_yes_to_what_was_declined_does_nothing_and_is_on_the_record()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.Refund);
        await using var shopper = await reva.ArriveAsync(planted);
        Assert.Equal("declined", await ActingServer.AnswerAsync(shopper, "Decline", planted.ConversationId, planted.ActionId));

        Assert.Equal("declined", await ActingServer.ConfirmAsync(shopper, planted));
        Assert.Equal("declined", await reva.CallAsync(planted, "confirm"));
        Assert.Equal("declined", await reva.CallAsync(planted, "approve", new { person = "Dana" }));
        await shopper.AskAsync("yes, go ahead");

        Assert.Equal("proposed declined attempted attempted attempted", await reva.Tracks.AuditAsync(planted));
        Assert.Empty(await reva.Shop.EffectsAsync(planted.Order.Number));
    }

    [Fact]
    public async Task A_yes_that_is_replayed_later_does_nothing_more()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.Refund);
        await using var shopper = await reva.ArriveAsync(planted);
        await ActingServer.ConfirmAsync(shopper, planted);
        await reva.Tracks.ToldAsync([planted]);
        var effects = await reva.Shop.EffectsAsync(planted.Order.Number);

        Assert.Equal("done", await ActingServer.ConfirmAsync(shopper, planted));
        await reva.RestartAsync();
        Assert.Equal("done", await reva.CallAsync(planted, "confirm"));
        Assert.Equal("done", await reva.CallAsync(planted, "decline"));

        Assert.Equal(effects, await reva.Shop.EffectsAsync(planted.Order.Number));
        await reva.Tracks.AssertOnceAsync(planted);
    }

    [Fact]
    public async Task Another_visitor_and_another_conversation_confirm_nothing()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.Refund);
        var own = await reva.Planting.ProposeAsync(ActionKind.Refund);
        await using var stranger = await reva.ArriveAsync(own);
        await using var newcomer = await Shopper.ArriveAsync(reva.Server.Url);

        await RefusedAsync(() => ActingServer.AnswerAsync(stranger, "Confirm", planted.ConversationId, planted.ActionId));
        await RefusedAsync(() => ActingServer.AnswerAsync(newcomer, "Confirm", planted.ConversationId, planted.ActionId));
        await RefusedAsync(() => ActingServer.AnswerAsync(stranger, "Confirm", own.ConversationId, planted.ActionId));
        Assert.Equal(404, (await reva.Program.CallAsync("POST", $"conversations/{own.ConversationId}/actions/{planted.ActionId}/confirm")).Status);

        Assert.Equal("proposed", await reva.Tracks.StatusAsync(planted));
        Assert.Equal("proposed", await reva.Tracks.AuditAsync(planted));
        Assert.Empty(await reva.Shop.EffectsAsync(planted.Order.Number));
        var attempts = (await reva.Program.CallAsync("GET", $"audit?conversationId={own.ConversationId}")).Taken["entries"]!.AsArray();
        Assert.Equal(2, attempts.Count(e => (string)e!["event"]! == "attempted" && ((string)e["why"]!).Contains(planted.ActionId, StringComparison.Ordinal)));
    }

    private static async Task RefusedAsync(Func<Task> call) => Assert.Equal("not_found", (await Assert.ThrowsAsync<HubFailure>(call)).Code);

    private async Task AssertVoidAsync(Planted planted)
    {
        await using var shopper = await reva.ArriveAsync(planted);
        await ActingServer.ConfirmAsync(shopper, planted);
        await reva.Tracks.ToldAsync([planted], "invalidated");
        var told = (await reva.Tracks.EventsAsync(planted)).Single(Tracks.IsReply);
        Assert.DoesNotContain("done:", (string)told["text"]!, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("started", await reva.Tracks.AuditAsync(planted), StringComparison.Ordinal);
        Assert.DoesNotContain(await reva.Shop.EffectsAsync(planted.Order.Number), e => e is "orderCancel" or "orderUpdate" or "orderEditCommit" or "returnCreate" or "refundCreate");
    }
}
