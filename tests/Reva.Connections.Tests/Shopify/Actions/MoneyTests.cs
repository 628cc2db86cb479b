using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Reva.Connections.Tests.Parts;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Connections.Tests.Shopify.Actions;

public sealed class MoneyTests
{
    [Fact]
    public void Piece_by_piece_pays_back_what_the_whole_would_and_every_quote_is_kept() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(12), Prop.ForAll(Specs().ToArbitrary(), spec => KeepsItsWordAsync(spec).GetAwaiter().GetResult()));

    private static async Task<bool> KeepsItsWordAsync(Spec spec)
    {
        await using var shop = await ActingShop.OpenAsync(spec.ToJson());
        var order = await shop.OrderAsync("1");
        var whole = await shop.QuoteAsync(Of(order, [.. order.Lines.Select(l => new ItemPieces(l.Id, l.Quantity))], shipping: true), order);
        Assert.Equal(order.Received!.Value, whole.ToCustomer);

        var paid = Money.Zero("EUR");
        foreach (var line in order.Lines)
        {
            for (var piece = 0; piece < line.Quantity; piece++)
                paid += await OneAsync(shop, [new(line.Id, 1)], shipping: false);
        }
        paid += await OneAsync(shop, [], shipping: true);

        var now = await shop.OrderAsync("1");
        Assert.Equal(whole.ToCustomer, paid);
        Assert.Equal((paid, Money.Zero("EUR")), (now.Refunded, now.Refundable));
        return now.Lines.All(l => l.Refundable == 0);
    }

    // What is quoted moves, to the cent; where nothing is left of a price, nothing moves.
    private static async Task<Money> OneAsync(ActingShop shop, ItemPieces[] items, bool shipping)
    {
        var before = await shop.OrderAsync("1");
        var action = Of(before, items, shipping);
        var quote = await shop.QuoteAsync(action, before);
        var outcome = await shop.CarryOutAsync(action, shop.Call(before) with { Quote = quote });
        var moved = (await shop.OrderAsync("1")).Refunded - before.Refunded;
        Assert.Equal(quote.ToCustomer, moved);
        Assert.Equal(moved.Amount > 0 ? ActionResult.Done : ActionResult.Refused, outcome.Result);
        Assert.Equal(quote.ToCustomer.Amount, quote.Lines.Sum(l => l.Amount.Amount));
        return moved;
    }

    private static Refund Of(Order order, ItemPieces[] items, bool shipping) => Deeds.Refund(order, items) with { Shipping = shipping };

    private static Gen<Spec> Specs() =>
        from lines in Gen.Zip(Gen.Choose(1, 4), Gen.Choose(500, 20_000)).NonEmptyListOf()
        from discount in Gen.Choose(0, 40)
        from tax in Gen.Choose(0, 25)
        from shipping in Gen.Choose(1, 1_500)
        select new Spec([.. lines.Take(3)], discount, tax, shipping);

    /// <summary>An order; prices in cents, discount and tax in per cent.</summary>
    private sealed record Spec((int Quantity, int Price)[] Lines, int Discount, int Tax, int Shipping)
    {
        public string ToJson()
        {
            var goods = Lines.Sum(l => l.Quantity * l.Price);
            var off = goods * Discount / 100;
            var tax = (goods - off) * Tax / 100;
            var lines = string.Join(',', Lines.Select((l, i) => $$"""{ "title": "Thing {{i}}", "price": {{Euros(l.Price)}}, "quantity": {{l.Quantity}} }"""));
            return $$"""
                [{ "id": 1, "name": "#1", "email": "ada@example.com", "customerId": 501, "createdAt": "-9d", "fulfillmentStatus": "FULFILLED", "lineItems": [{{lines}}],
                   "shippingPrice": {{Euros(Shipping)}}, "tax": {{Euros(tax)}}, "discounts": [{ "code": "OFF", "amount": {{Euros(off)}} }],
                   "fulfillments": [{ "displayStatus": "DELIVERED", "createdAt": "-8d", "deliveredAt": "-6d" }] }]
                """;
        }

        private static string Euros(int cents) => (cents / 100m).ToString(CultureInfo.InvariantCulture);
    }
}
