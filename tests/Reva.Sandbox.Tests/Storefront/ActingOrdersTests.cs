using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Tests.Storefront;

/// <summary>The demo store has orders for everything that an agent may or may not do.</summary>
[Collection(DemoShopPages.Name)]
public sealed class ActingOrdersTests(DemoShop shop)
{
    private Order this[string name] => shop.Store.Orders.ByName(name)!;

    [Fact]
    public void Orders_that_were_not_sent_can_be_cancelled_and_edited() => Assert.All(new[] { "#1363", "#1369", "#1372" }, name =>
    {
        Assert.Null(Cancelling.Obstacle(this[name]));
        Assert.Empty(Statuses.EditObstacles(this[name]));
    });

    [Fact]
    public void One_order_came_five_days_ago_and_one_sixty()
    {
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal(5, (now - this["#1364"].Fulfillments[0].DeliveredAt!.Value).Days);
        Assert.Equal(60, (now - this["#1365"].Fulfillments[0].DeliveredAt!.Value).Days);
        Assert.All(new[] { "#1364", "#1365" }, name => Assert.Equal(this[name].LineItems[0].Quantity, Returning.Returnable(this[name], this[name].Fulfillments[0].LineItems[0])));
    }

    [Fact]
    public void One_order_is_partly_on_its_way()
    {
        var order = this["#1366"];
        Assert.Equal([1, 0], order.LineItems.Select(order.UnfulfilledOf));
        Assert.Contains("outstanding", Cancelling.Obstacle(order), StringComparison.Ordinal);
    }

    [Fact]
    public void One_delivered_order_was_discounted_and_one_holds_a_final_sale()
    {
        Assert.True(this["#1367"].LineItems.Sum(l => l.OrderDiscount) is > 0 and var off && off == this["#1367"].Discounted);
        Assert.Contains(this["#1368"].LineItems, l => shop.Store.Products.Find(l.ProductId!.Value)!.Tags.Contains("final-sale"));
        Assert.Contains(this["#1368"].LineItems, l => !shop.Store.Products.Find(l.ProductId!.Value)!.Tags.Contains("final-sale"));
    }

    [Fact]
    public void Gift_cards_and_refunds_have_been_used()
    {
        Assert.Equal("GIFT_CARD", Wallets.Method(shop.Store, this["#1369"], this["#1369"].Transactions[0].PaymentMethod)!.Kind);
        Assert.Equal(2, this["#1371"].Transactions.Count(t => t.IsPayment));
        Assert.Equal(("PARTIALLY_REFUNDED", 20m), (this["#1370"].FinancialStatus, this["#1370"].Refunded));
    }
}
