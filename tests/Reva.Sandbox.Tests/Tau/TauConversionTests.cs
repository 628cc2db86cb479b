using Reva.Sandbox.Shopify.Folder;
using Reva.Sandbox.Tau;
using Reva.Sandbox.Tests.Parts;

namespace Reva.Sandbox.Tests.Tau;

public sealed class TauConversionTests : IDisposable
{
    private const string Part = "tau-retail";

    private readonly string _folder = Directory.CreateTempSubdirectory("tau").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SharedDataFact(Part)]
    public void Every_product_customer_and_order_of_the_benchmark_arrives_with_its_money_and_its_ids()
    {
        var from = SharedDataFactAttribute.Find(Part)!;
        var tau = TauRetail.Read(from);
        TauConversion.Convert(from, _folder);
        var store = new StoreFolder(_folder, SmallShop.Start, SmallShop.Start).Load();
        Assert.Equal(tau.Products.Count, store.Products.Count);
        Assert.Equal(tau.Users.Count, store.Customers.Count);
        Assert.Equal(tau.Orders.Count, store.Orders.Count);
        foreach (var variant in tau.Products.Values.SelectMany(p => p.Variants.Values))
        {
            var found = store.Products.FindVariant(TauProducts.Number(variant.ItemId))!;
            Assert.Equal((variant.ItemId, variant.Price, variant.Available), (found.Sku, found.Price, found.AvailableForSale));
        }
        foreach (var order in tau.Orders.Values)
        {
            var found = store.Orders.ByName(order.OrderId)!;
            Assert.Equal(order.Items.Select(i => (i.ItemId, i.Price)), found.LineItems.Select(l => (l.Sku!, l.Price)));
            Assert.Equal(order.PaymentHistory.Select(p => (p.PaymentMethodId, p.Amount)), found.Transactions.Select(t => (t.PaymentMethod!, t.Amount)));
            Assert.Equal(order.Status == "cancelled", found.CancelledAt is not null);
            Assert.Equal(order.Status == "delivered", found.Fulfillments.Any(f => f.DisplayStatus == "DELIVERED"));
            Assert.Equal(order.Fulfillments.Sum(f => f.ItemIds.Count), found.Fulfillments.Sum(f => f.LineItems.Count));
            Assert.Contains($"user:{order.UserId}", store.Customers.Find(found.CustomerId!.Value)!.Tags);
        }
    }

    [Fact]
    public void A_directory_without_the_benchmark_is_refused_with_what_to_do()
    {
        var refused = Assert.Throws<ArgumentException>(() => TauConversion.Convert(_folder, _folder));
        Assert.Contains("--from", refused.Message, StringComparison.Ordinal);
    }
}
