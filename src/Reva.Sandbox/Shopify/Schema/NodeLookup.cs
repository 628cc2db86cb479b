using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary><c>node(id:)</c>: anything that has a global id of its own.</summary>
internal static class NodeLookup
{
    public static object? Find(ShopStore store, string gid) => Gid.Split(gid) switch
    {
        ("Product", var id) => store.Products.Find(id),
        ("ProductVariant", var id) => store.Products.FindVariant(id),
        ("Collection", var id) => store.Collections.Find(id),
        ("Order", var id) => store.Orders.Find(id),
        ("Customer", var id) => store.Customers.Find(id),
        ("Page", var id) => store.Pages.Find(id),
        ("Return", var id) => ReturnView.Find(store, id),
        ("ReverseFulfillmentOrder", var id) => ReturnView.Find(store, id),
        ("CalculatedOrder", var id) => store.Activity.Edits.GetValueOrDefault(id),
        ("DiscountCodeNode", var id) => store.Discounts.Find(id),
        ("LineItem", var id) => store.Orders.All.SelectMany(o => o.LineItems.Select(l => new LineItemView(o, l))).FirstOrDefault(l => l.Item.Id == id),
        ("Fulfillment", var id) => store.Orders.All.SelectMany(o => o.Fulfillments.Select(f => new FulfillmentView(o, f))).FirstOrDefault(f => f.Fulfillment.Id == id),
        _ => null,
    };

    public static FieldsType TypeOf(object value) => value switch
    {
        Product => ProductTypes.Product,
        Variant => VariantTypes.Variant,
        Collection => CollectionTypes.Collection,
        Order => OrderTypes.Order,
        Customer => CustomerTypes.Customer,
        ContentPage => ShopTypes.Page,
        ReturnView => ReturnTypes.Return,
        OrderEdit => EditTypes.Order,
        DiscountCode => DiscountTypes.Node,
        LineItemView => LineItemTypes.LineItem,
        FulfillmentView => FulfillmentTypes.Fulfillment,
        _ => throw new ArgumentException($"{value.GetType().Name} is no node.", nameof(value)),
    };
}
