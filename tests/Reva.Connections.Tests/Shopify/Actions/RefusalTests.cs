using Reva.Agent.Ports;
using Reva.Connections.Tests.Parts;
using Reva.Core.Actions;

namespace Reva.Connections.Tests.Shopify.Actions;

public sealed class RefusalTests : OnAShop
{
    private const string Denied = """{"errors":[{"message":"Access denied for this field.","extensions":{"code":"ACCESS_DENIED"}}]}""";

    public static TheoryData<string> All => Deeds.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_the_app_has_no_permission_for_is_refused_in_words_and_not_tried_again(string deed)
    {
        var (action, order) = await Deeds.MakeAsync(deed, Shop);
        Shop.Road.NextOf(Deeds.Mutation(deed), UnreliableRoad.Body(Denied));

        var outcome = await Shop.CarryOutAsync(action, Shop.Call(order));

        Assert.Equal((ActionResult.Refused, "ACCESS_DENIED"), (outcome.Result, outcome.Code));
        Assert.NotEmpty(outcome.Problem!);
        Assert.Equal(0, await Deeds.TimesAsync(deed, Shop));
    }

    [Theory]
    [InlineData("more expensive", "orderInvoiceSend(")]
    [InlineData("cheaper", "refundCreate(")]
    public async Task A_change_that_stands_is_told_as_done_when_its_difference_could_not_be_settled(string deed, string settlement)
    {
        var (action, order) = await Deeds.MakeAsync(deed, Shop);
        Shop.Road.NextOf(settlement, UnreliableRoad.Body(Denied));

        var outcome = await Shop.CarryOutAsync(action, Shop.Call(order));

        Assert.Equal((ActionResult.Done, "ACCESS_DENIED", null, null), (outcome.Result, outcome.Code, outcome.Refunded, outcome.Charged));
        Assert.Contains("for a person", outcome.Problem, StringComparison.Ordinal);
        Assert.True((await Shop.OrderAsync("1001")).Edited);
    }

    [Fact]
    public async Task What_can_no_longer_be_taken_out_or_was_changed_meanwhile_is_not_changed_again()
    {
        var sent = await Shop.OrderAsync("1003");
        var open = await Shop.OrderAsync("1001");
        var action = Deeds.Change(open, new ItemChange(open.Lines[0].Id, 2, ActingShop.Variant(12)));
        Assert.Equal(ActionResult.Done, (await Shop.CarryOutAsync(Deeds.Change(open, new ItemChange(open.Lines[0].Id, 1, null)), Shop.Call(open))).Result);

        var late = await Shop.CarryOutAsync(Deeds.Change(sent, new ItemChange(sent.Lines[0].Id, 1, null)), Shop.Call(sent));
        var stale = await Shop.CarryOutAsync(action, Shop.Call(open));

        Assert.Equal(ActionResult.Refused, late.Result);
        Assert.Equal((ActionResult.Refused, "ORDER_CHANGED"), (stale.Result, stale.Code));
        Assert.Equal(1, (await Shop.OrderAsync("1001")).Lines[0].CurrentQuantity);
    }

    [Fact]
    public async Task A_price_that_changed_since_the_yes_changes_nothing()
    {
        var (action, order) = await Deeds.MakeAsync("more expensive", Shop);
        var quote = await Shop.QuoteAsync(action, order);

        var outcome = await Shop.CarryOutAsync(action, Shop.Call(order) with { Quote = quote with { FromCustomer = ActingShop.Euros(1) } });

        Assert.Equal((ActionResult.Refused, "AMOUNT_CHANGED"), (outcome.Result, outcome.Code));
        Assert.False((await Shop.OrderAsync("1001")).Edited);
    }

    [Fact]
    public async Task Quoting_changes_nothing()
    {
        foreach (var deed in new[] { "cancel", "address", "more expensive", "cheaper", "return", "exchange", "refund", "discount", "customer" })
        {
            var (action, order) = await Deeds.MakeAsync(deed, Shop);
            Assert.Equal(("EUR", "EUR"), await Shop.QuoteAsync(action, order) is var quote ? (quote.ToCustomer.Currency, quote.FromCustomer.Currency) : default);
            Assert.Equal(0, await Deeds.TimesAsync(deed, Shop));
        }
        Assert.False((await Shop.OrderAsync("1001")).Edited);
    }

    [Fact]
    public async Task A_silent_shop_is_told_as_unknown_and_never_as_refused()
    {
        var (action, order) = await Deeds.MakeAsync("return", Shop);
        Shop.Road.NextOf("returnCreate(", UnreliableRoad.Status(502));

        await Assert.ThrowsAsync<ShopUnavailableException>(() => Shop.CarryOutAsync(action, Shop.Call(order)));
    }
}
