using FsCheck;
using FsCheck.Fluent;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Store;
using Reva.Sandbox.Tests.Parts;

namespace Reva.Sandbox.Tests.Shopify.Rules;

public class MoneyTests
{
    [Fact]
    public void Shares_add_up_to_the_cent_and_none_is_below_zero() => Prop.ForAll(RandomOrders.Any, random =>
    {
        var order = random.Order;
        Assert.Equal(order.Tax, order.LineItems.Sum(l => l.Tax));
        Assert.Equal(Math.Min(order.Discounted, order.Subtotal), order.LineItems.Sum(l => l.OrderDiscount));
        foreach (var line in order.LineItems)
            for (var piece = 0; piece < line.Quantity; piece++)
                Assert.True((line.Worth(piece + 1) - line.Worth(piece)) is { Subtotal: >= 0, Tax: >= 0 }, random.ToString());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Refunding_piece_by_piece_in_any_order_ends_exactly_at_what_was_paid() => Prop.ForAll(RandomOrders.Any, random =>
    {
        var order = RefundAll(random.Order, new Random(random.Seed));
        Assert.Equal(random.Order.Total, order.Refunded);
        Assert.Equal((0m, 0m), (order.CurrentTotal, order.Outstanding));
        foreach (var payment in order.Transactions.Where(t => t.IsPayment))
            Assert.Equal(payment.Amount, order.Transactions.Where(t => t.ParentId == payment.Id).Sum(t => t.Amount));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_order_that_was_edited_and_settled_can_be_refunded_to_the_cent() => Prop.ForAll(RandomOrders.Any, random =>
    {
        var chance = new Random(random.Seed);
        var order = Settled(Edited(Settled(Edited(random.Order, chance)), chance));
        Assert.Equal(0, order.Outstanding);
        Assert.Equal(order.CurrentTotal, order.Received - order.Refunded);
        var refunded = RefundAll(order, chance);
        Assert.Equal((0m, 0m), (refunded.CurrentTotal, refunded.Outstanding));
        Assert.Equal(refunded.Received, refunded.Refunded);
    }).QuickCheckThrowOnFailure();

    private static Order RefundAll(Order order, Random chance)
    {
        var store = RandomOrders.EmptyStore();
        var shippingDue = Repayment.ShippingLeft(order) > 0;
        while (shippingDue || order.LineItems.Any(l => order.CurrentOf(l) > 0))
        {
            var open = order.LineItems.Where(l => order.CurrentOf(l) > 0).ToList();
            var parts = new List<RefundPart>();
            if (open.Count > 0 && open[chance.Next(open.Count)] is var item)
                parts.Add(new RefundPart(item, chance.Next(1, order.CurrentOf(item) + 1), "NO_RESTOCK"));
            var shipping = shippingDue && (open.Count == 0 || chance.Next(3) == 0) ? Repayment.ShippingLeft(order) : 0;
            shippingDue = shippingDue && shipping == 0;
            var worth = Refunding.Worth(order, parts, shipping);
            Assert.InRange(worth, 0, Repayment.Left(order));
            order = Refunding.Book(store, order, new RefundDraft(parts, shipping, Repayment.Spread(order, worth), 0, null), SmallShop.Start);
        }
        return order;
    }

    private static Order Edited(Order order, Random chance)
    {
        var id = 1000 + chance.Next(1_000_000);
        var lines = order.LineItems.Select(l => new EditedLine(l.Id, null, chance.Next(0, order.CurrentOf(l) + 3), Restock: true)).ToList();
        var added = new LineItem(id, 1, id, "Added", null, "ADD", 1, chance.Next(1, 2000) / 100m);
        lines.Add(new EditedLine(id, added, chance.Next(0, 4), Restock: true) { UnitDiscount = decimal.Round(added.Price * chance.Next(0, 100) / 100m, 2) });
        return Statuses.Settle(Editing.Apply(order, new OrderEdit(1, order, lines, Committed: false), () => ++id * 7L));
    }

    // What is due is paid; what is owed goes back.
    private static Order Settled(Order order)
    {
        if (order.Outstanding > 0)
            return order with { Transactions = [.. order.Transactions, new Transaction(5000 + order.Transactions.Count, "SALE", "manual", null, order.Outstanding, "SUCCESS", SmallShop.Start, null)] };
        return order.Outstanding == 0 ? order
            : Refunding.Book(RandomOrders.EmptyStore(), order, new RefundDraft([], 0, Repayment.Spread(order, -order.Outstanding), 0, null), SmallShop.Start);
    }
}
