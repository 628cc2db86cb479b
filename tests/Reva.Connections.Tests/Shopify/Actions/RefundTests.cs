using Reva.Core.Actions;
using static Reva.Connections.Tests.Parts.ActingShop;

namespace Reva.Connections.Tests.Shopify.Actions;

public sealed class RefundTests : OnAShop
{
    [Fact]
    public async Task A_piece_is_paid_back_after_discounts_and_with_its_tax_to_the_cent()
    {
        var order = await Shop.OrderAsync("1002");
        var action = Deeds.Refund(order, new ItemPieces(order.Lines[0].Id, 1));
        var quote = await Shop.QuoteAsync(action, order);
        var call = Shop.Call(order) with { Quote = quote };

        var outcome = await Shop.CarryOutAsync(action, call);

        // 100 less its share of the discount of 5, plus its share of the tax of 22.77: prices and tax of all pieces are 224.97 and 22.77 after 5.00.
        Assert.InRange(quote.ToCustomer.Amount, 107.5m, 108.5m);
        Assert.Equal((ActionResult.Done, quote.ToCustomer), (outcome.Result, outcome.Refunded));
        var now = await Shop.OrderAsync("1002");
        Assert.Equal(quote.ToCustomer, now.Refunded);
        Assert.Equal(1, now.Lines[0].Refundable);
        var refund = now.Payments.Single(p => p.Refund);
        Assert.Equal(("Visa ending 4242", "card_1", quote.ToCustomer), (refund.Method, refund.MethodId, refund.Amount));
        var says = await Shop.OrderSaysAsync(order, "refunds(first: 5) { note }");
        Assert.Equal($"Torn reva:{call.ActionId}", says.GetProperty("refunds")[0].GetProperty("note").GetString());
    }

    [Fact]
    public async Task Shipping_and_a_sum_for_the_trouble_are_lines_of_their_own()
    {
        var order = await Shop.OrderAsync("1002");
        var action = Deeds.Refund(order) with { Shipping = true, Extra = Euros(10) };
        var quote = await Shop.QuoteAsync(action, order);

        var outcome = await Shop.CarryOutAsync(action, Shop.Call(order) with { Quote = quote });

        Assert.Equal([("Shipping", 4.5m), ("Goodwill", 10m)], quote.Lines.Select(l => (l.Label, l.Amount.Amount)));
        Assert.Equal((ActionResult.Done, Euros(14.5m)), (outcome.Result, outcome.Refunded));
        Assert.Equal(Euros(14.5m), (await Shop.OrderAsync("1002")).Refunded);
    }

    [Fact]
    public async Task Store_credit_lies_in_the_customers_account()
    {
        var order = await Shop.OrderAsync("1002");
        var action = Deeds.Refund(order, new ItemPieces(order.Lines[1].Id, 1)) with { RefundTo = RefundTarget.StoreCredit };
        var quote = await Shop.QuoteAsync(action, order);

        var outcome = await Shop.CarryOutAsync(action, Shop.Call(order));

        Assert.Equal(("store credit", ActionResult.Done), (quote.Method, outcome.Result));
        var says = await Shop.AskAsync("""{ customer(id: "gid://shopify/Customer/501") { storeCreditAccounts(first: 1) { nodes { balance { amount } } } } }""");
        var balance = says.GetProperty("customer").GetProperty("storeCreditAccounts").GetProperty("nodes")[0].GetProperty("balance").GetProperty("amount").GetString();
        Assert.Equal(quote.ToCustomer.Amount, decimal.Parse(balance!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_was_paid_in_two_ways_goes_back_both_ways_and_never_beyond_what_each_holds()
    {
        var order = await Shop.OrderAsync("1005");
        var action = Deeds.Refund(order) with { Extra = Euros(75) };
        var quote = await Shop.QuoteAsync(action, order);

        var outcome = await Shop.CarryOutAsync(action, Shop.Call(order) with { Quote = quote });

        Assert.Equal("gift card and Visa ending 4242", quote.Method);
        Assert.Equal((ActionResult.Done, Euros(75)), (outcome.Result, outcome.Refunded));
        var now = await Shop.OrderAsync("1005");
        Assert.Equal([("gift_1", 60m), ("card_1", 15m)], now.Payments.Where(p => p.Refund).Select(p => (p.MethodId!, p.Amount.Amount)));
    }

    [Fact]
    public async Task More_than_was_paid_or_other_than_was_agreed_is_refused_and_nothing_moves()
    {
        var order = await Shop.OrderAsync("1002");
        var whole = Deeds.Refund(order) with { Extra = Euros(300) };
        var piece = Deeds.Refund(order, new ItemPieces(order.Lines[1].Id, 1));
        var tooMany = piece with { Items = [new(order.Lines[1].Id, 4)] };
        var agreed = (await Shop.QuoteAsync(piece, order)) with { ToCustomer = Euros(5) };

        Assert.Equal("EXCEEDS_REFUNDABLE", (await Shop.CarryOutAsync(whole, Shop.Call(order))).Code);
        Assert.Equal("AMOUNT_CHANGED", (await Shop.CarryOutAsync(piece, Shop.Call(order) with { Quote = agreed })).Code);
        Assert.Equal(ActionResult.Refused, (await Shop.CarryOutAsync(tooMany, Shop.Call(order))).Result);
        Assert.Equal(Euros(0), (await Shop.QuoteAsync(tooMany, order)).ToCustomer);

        Assert.Equal(Euros(0), (await Shop.OrderAsync("1002")).Refunded);
    }

    [Fact]
    public async Task A_piece_that_is_paid_back_before_it_is_sent_is_not_sent()
    {
        var order = await Shop.OrderAsync("1001");
        var action = Deeds.Refund(order, new ItemPieces(order.Lines[1].Id, 1));

        Assert.Equal(ActionResult.Done, (await Shop.CarryOutAsync(action, Shop.Call(order))).Result);

        Assert.Equal((1, 0), (order.Lines[1].Unfulfilled, (await Shop.OrderAsync("1001")).Lines[1].Unfulfilled));
    }
}
