using Reva.Sandbox.Control;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Tests.Storefront;

[Collection(DemoShopPages.Name)]
public sealed class OrderBookTests(DemoShop shop)
{
    private IEnumerable<Order> Orders => shop.Store.Orders.All;

    [Fact]
    public void Every_order_adds_up_to_the_cent() => Assert.All(Orders, order =>
    {
        Assert.Equal(order.Total, order.Transactions.Where(t => t.Kind == "SALE").Sum(t => t.Amount));
        Assert.Equal(order.Refunded, order.Transactions.Where(t => t.Kind == "REFUND").Sum(t => t.Amount));
        Assert.InRange(order.Refunded, 0, order.Received);
        Assert.All(order.LineItems, l => Assert.Equal(shop.Store.Products.FindVariant(l.VariantId!.Value)!.Price, l.Price));
        Assert.Equal(decimal.Round(order.Total, 2), order.Total);
    });

    [Fact]
    public void What_was_given_back_agrees_with_the_financial_status() => Assert.All(Orders, order =>
    {
        var expected = order.Refunded == 0 ? ["PAID", "PENDING"] : order.Refunded == order.Total ? (string[])["REFUNDED"] : ["PARTIALLY_REFUNDED"];
        Assert.Contains(order.FinancialStatus, expected);
    });

    [Theory]
    [InlineData("not_yet_shipped")]
    [InlineData("partly_shipped")]
    [InlineData("shipped")]
    [InlineData("out_for_delivery")]
    [InlineData("delivered")]
    [InlineData("delayed")]
    [InlineData("cancelled")]
    [InlineData("refunded")]
    public void Every_state_has_several_orders(string state) => Assert.True(Orders.Count(o => SampleOrders.StatusOf(o) == state) >= 3, state);

    [Fact]
    public void Parcels_are_found_at_every_step_with_every_carrier()
    {
        var parcels = Orders.SelectMany(o => o.Fulfillments).ToList();
        Assert.Superset(
            new HashSet<string?> { "LABEL_PRINTED", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED", "DELAYED", "ATTEMPTED_DELIVERY", "READY_FOR_PICKUP", "NOT_DELIVERED" },
            parcels.Select(f => f.DisplayStatus).ToHashSet());
        Assert.Equal(["DHL", "FedEx", "UPS", "USPS"], parcels.SelectMany(f => f.Tracking).Select(t => t.Company).Distinct().Order());
        Assert.All(parcels.SelectMany(f => f.Tracking), t => Assert.Contains(t.Number!, t.Url!, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_happens_before_it_can() => Assert.All(Orders, order => Assert.All(order.Fulfillments, parcel =>
    {
        var steps = parcel.Events.Select(e => e.HappenedAt).ToList();
        Assert.Equal(steps.Order(), steps);
        Assert.True(parcel.CreatedAt >= order.CreatedAt, order.Name);
        Assert.True(steps[^1] <= order.UpdatedAt || steps[^1] <= TimeProvider.System.GetUtcNow(), order.Name);
        Assert.All(order.Refunds.Where(_ => parcel.DeliveredAt is not null), r => Assert.True(r.CreatedAt >= parcel.DeliveredAt, order.Name));
    }));

    [Fact]
    public void Nobody_orders_before_they_are_a_customer() =>
        Assert.All(Orders, order => Assert.True(shop.Store.Customers.Find(order.CustomerId!.Value)!.CreatedAt <= order.CreatedAt, order.Name));
}
