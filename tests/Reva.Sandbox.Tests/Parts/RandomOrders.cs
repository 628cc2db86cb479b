using FsCheck;
using FsCheck.Fluent;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Tests.Parts;

/// <summary>Paid orders with odd prices, discounts and taxes, and the seed of what is done with them.</summary>
internal sealed record RandomOrder(Order Order, int Seed)
{
    public override string ToString() =>
        $"{string.Join(" + ", Order.LineItems.Select(l => $"{l.Quantity}×{l.Price}"))} − {Order.Discounted} + {Order.ShippingPrice} + {Order.Tax} (seed {Seed})";
}

internal static class RandomOrders
{
    private static readonly DateTimeOffset At = SmallShop.Start;

    public static Arbitrary<RandomOrder> Any { get; } = (
        from lines in Gen.Choose(1, 3000).SelectMany(cents => Gen.Choose(1, 5).Select(pieces => (Cents: cents, Pieces: pieces))).NonEmptyListOf()
        from off in Gen.Choose(0, 120)
        from tax in Gen.Choose(0, 2500)
        from shipping in Gen.Choose(0, 1500)
        from payments in Gen.Choose(1, 3)
        from seed in Gen.Choose(0, int.MaxValue)
        select new RandomOrder(Make([.. lines.Take(6)], off, tax, shipping, payments), seed)).ToArbitrary();

    /// <summary>A shop with nothing but room for what happens.</summary>
    public static ShopStore EmptyStore() => new(
        "", new Shop("S", "s.example", "EUR", "UTC", "s@example.com", null, "DE", "Basic", new Brand("#000000", null, "", "", ""), []), new Products([]), new Collections([]),
        new Customers([]), new Orders([]), new Policies([]), new ContentPages([]));

    // A discount of over 100 % of the items reaches into shipping, and at most all of it.
    private static Order Make(IReadOnlyList<(int Cents, int Pieces)> lines, int off, int tax, int shipping, int payments)
    {
        var items = lines.Select((l, i) => new LineItem(i + 1, 1, i + 1, $"Item {i}", null, $"SKU{i}", l.Pieces, l.Cents / 100m)).ToList();
        var subtotal = items.Sum(l => l.Price * l.Quantity);
        var discount = Math.Min(subtotal + shipping / 100m, decimal.Round(subtotal * off / 100m, 2));
        var order = Shares.Over(new Order(
            1, "#1", "a@example.com", null, null, At, At, null, null, null, "PAID", "UNFULFILLED", items, [], null, null, "Standard", shipping / 100m, tax / 100m,
            [new Discount("X", "X", discount)], [], [], null, []));
        var shares = Shares.Split(order.Total, [.. Enumerable.Repeat(1m, payments)]);
        return order with { Transactions = [.. shares.Select((s, i) => new Transaction(100 + i, "SALE", "shopify_payments", null, s, "SUCCESS", At, null))] };
    }
}
