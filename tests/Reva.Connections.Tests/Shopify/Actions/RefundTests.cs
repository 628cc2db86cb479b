using Reva.Connections.Tests.Parts;
using Reva.Core.Actions;
using static Reva.Connections.Tests.Parts.ActingShop;

namespace Reva.Connections.Tests.Shopify.Actions;

public sealed class RefundTests : IAsyncLifetime
{
    private ActingShop _shop = null!;

    public async Task InitializeAsync() => _shop = await OpenAsync();

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task A_piece_is_paid_back_after_discounts_and_with_its_tax_to_the_cent()
    {
        var order = await _shop.OrderAsync("1002");
        var action = new Refund { OrderId = order.Id, OrderNumber = order.Number, Items = [new(order.Lines[0].Id, 1)], Reason = "Torn" };
        var quote = await _shop.QuoteAsync(action, order);
        var call = _shop.Call(order) with { Quote = quote };

        var outcome = await _shop.CarryOutAsync(action, call);

        // 100 less its share of the discount of 5, plus its share of the tax of 22.77: prices and tax of all pieces are 224.97 and 22.77 after 5.00.
        Assert.InRange(quote.ToCustomer.Amount, 107.5m, 108.5m);
        Assert.Equal((ActionResult.Done, quote.ToCustomer), (outcome.Result, outcome.Refunded));
        var now = await _shop.OrderAsync("1002");
        Assert.Equal(quote.ToCustomer, now.Refunded);
        Assert.Equal(1, now.Lines[0].Refundable);
        var refund = now.Payments.Single(p => p.Refund);
        Assert.Equal(("Visa ending 4242", "card_1", quote.ToCustomer), (refund.Method, refund.MethodId, refund.Amount));
        var says = await _shop.OrderSaysAsync(order, "refunds(first: 5) { note }");
        Assert.Equal($"Torn reva:{call.ActionId}", says.GetProperty("refunds")[0].GetProperty("note").GetString());
    }

    [Fact]
    public async Task Shipping_and_a_sum_for_the_trouble_are_lines_of_their_own()
    {
        var order = await _shop.OrderAsync("1002");
        var action = new Refund { OrderId = order.Id, OrderNumber = order.Number, Shipping = true, Extra = Euros(10), Reason = "Late" };
        var quote = await _shop.QuoteAsync(action, order);

        var outcome = await _shop.CarryOutAsync(action, _shop.Call(order) with { Quote = quote });

        Assert.Equal([("Shipping", 4.5m), ("Goodwill", 10m)], quote.Lines.Select(l => (l.Label, l.Amount.Amount)));
        Assert.Equal((ActionResult.Done, Euros(14.5m)), (outcome.Result, outcome.Refunded));
        Assert.Equal(Euros(14.5m), (await _shop.OrderAsync("1002")).Refunded);
    }

    [Fact]
    public async Task Store_credit_lies_in_the_customers_account()
    {
        var order = await _shop.OrderAsync("1002");
        var action = new Refund { OrderId = order.Id, OrderNumber = order.Number, Items = [new(order.Lines[1].Id, 1)], RefundTo = RefundTarget.StoreCredit, Reason = "Unwanted" };
        var quote = await _shop.QuoteAsync(action, order);

        var outcome = await _shop.CarryOutAsync(action, _shop.Call(order));

        Assert.Equal(("store credit", ActionResult.Done), (quote.Method, outcome.Result));
        var says = await _shop.AskAsync("""{ customer(id: "gid://shopify/Customer/501") { storeCreditAccounts(first: 1) { nodes { balance { amount } } } } }""");
        var balance = says.GetProperty("customer").GetProperty("storeCreditAccounts").GetProperty("nodes")[0].GetProperty("balance").GetProperty("amount").GetString();
        Assert.Equal(quote.ToCustomer.Amount, decimal.Parse(balance!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_was_paid_in_two_ways_goes_back_both_ways_and_never_beyond_what_each_holds()
    {
        var order = await _shop.OrderAsync("1005");
        var action = new Refund { OrderId = order.Id, OrderNumber = order.Number, Extra = Euros(75), Reason = "Scratched" };
        var quote = await _shop.QuoteAsync(action, order);

        var outcome = await _shop.CarryOutAsync(action, _shop.Call(order) with { Quote = quote });

        Assert.Equal("gift card and Visa ending 4242", quote.Method);
        Assert.Equal((ActionResult.Done, Euros(75)), (outcome.Result, outcome.Refunded));
        var now = await _shop.OrderAsync("1005");
        Assert.Equal([("gift_1", 60m), ("card_1", 15m)], now.Payments.Where(p => p.Refund).Select(p => (p.MethodId!, p.Amount.Amount)));
    }

    [Fact]
    public async Task More_than_was_paid_or_other_than_was_agreed_is_refused_and_nothing_moves()
    {
        var order = await _shop.OrderAsync("1002");
        var whole = new Refund { OrderId = order.Id, OrderNumber = order.Number, Extra = Euros(300), Reason = "x" };
        var piece = new Refund { OrderId = order.Id, OrderNumber = order.Number, Items = [new(order.Lines[1].Id, 1)], Reason = "x" };
        var tooMany = piece with { Items = [new(order.Lines[1].Id, 4)] };
        var agreed = (await _shop.QuoteAsync(piece, order)) with { ToCustomer = Euros(5) };

        Assert.Equal("EXCEEDS_REFUNDABLE", (await _shop.CarryOutAsync(whole, _shop.Call(order))).Code);
        Assert.Equal("AMOUNT_CHANGED", (await _shop.CarryOutAsync(piece, _shop.Call(order) with { Quote = agreed })).Code);
        Assert.Equal(ActionResult.Refused, (await _shop.CarryOutAsync(tooMany, _shop.Call(order))).Result);
        Assert.Equal(Euros(0), (await _shop.QuoteAsync(tooMany, order)).ToCustomer);

        Assert.Equal(Euros(0), (await _shop.OrderAsync("1002")).Refunded);
    }

    [Fact]
    public async Task A_piece_that_is_paid_back_before_it_is_sent_is_not_sent()
    {
        var order = await _shop.OrderAsync("1001");
        var action = new Refund { OrderId = order.Id, OrderNumber = order.Number, Items = [new(order.Lines[1].Id, 1)], Reason = "Not wanted" };

        Assert.Equal(ActionResult.Done, (await _shop.CarryOutAsync(action, _shop.Call(order))).Result);

        Assert.Equal((1, 0), (order.Lines[1].Unfulfilled, (await _shop.OrderAsync("1001")).Lines[1].Unfulfilled));
    }
}
