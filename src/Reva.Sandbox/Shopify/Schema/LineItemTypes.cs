using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

internal sealed record LineItemView(Order Order, LineItem Item);

/// <summary>What an order holds.</summary>
internal static class LineItemTypes
{
    public static readonly ObjectType<LineItemView> LineItem = new("LineItem");

    public static readonly ObjectType<Page<LineItemView>> Connections = Connection.TypeOf<LineItemView>(LineItem);

    static LineItemTypes() => LineItem.Implements("Node")
        .Add("id", Scalars.Id.Required, l => Gid.Of("LineItem", l.Item.Id))
        .Add("name", Scalars.String.Required, l => l.Item.VariantTitle is null ? l.Item.Title : $"{l.Item.Title} - {l.Item.VariantTitle}")
        .Add("title", Scalars.String.Required, l => l.Item.Title)
        .Add("variantTitle", Scalars.String.Nullable, l => l.Item.VariantTitle)
        .Add("sku", Scalars.String.Nullable, l => l.Item.Sku)
        .Add("vendor", Scalars.String.Nullable, (l, call) => Product(l, call)?.Vendor)
        .Add("quantity", Scalars.Int.Required, l => l.Item.Quantity)
        .Add("currentQuantity", Scalars.Int.Required, l => l.Order.CurrentOf(l.Item))
        .Add("refundableQuantity", Scalars.Int.Required, l => l.Order.CurrentOf(l.Item))
        .Add("unfulfilledQuantity", Scalars.Int.Required, l => l.Order.UnfulfilledOf(l.Item))
        .Add("fulfillableQuantity", Scalars.Int.Required, l => l.Order.UnfulfilledOf(l.Item))
        .Add("merchantEditable", Scalars.Boolean.Required, l => Statuses.EditObstacles(l.Order).Count == 0 && l.Order.UnfulfilledOf(l.Item) > 0)
        .Add("restockable", Scalars.Boolean.Required, l => l.Item.VariantId is not null)
        .Add("requiresShipping", Scalars.Boolean.Required, _ => true)
        .Add("originalUnitPriceSet", CommonTypes.MoneyBag.Required, (l, call) => ProductTypes.Money(l.Item.Price, call))
        .Add("discountedUnitPriceSet", CommonTypes.MoneyBag.Required, (l, call) => ProductTypes.Money(PerPiece(l.Item, l.Item.OwnDiscount), call))
        .Add("discountedUnitPriceAfterAllDiscountsSet", CommonTypes.MoneyBag.Required, (l, call) => ProductTypes.Money(PerPiece(l.Item, l.Item.OwnDiscount + l.Item.OrderDiscount), call))
        .Add("totalDiscountSet", CommonTypes.MoneyBag.Required, (l, call) => ProductTypes.Money(l.Item.OwnDiscount, call))
        .Add("originalTotalSet", CommonTypes.MoneyBag.Required, (l, call) => ProductTypes.Money(l.Item.Price * l.Item.Quantity, call))
        .Add("discountedTotalSet", CommonTypes.MoneyBag.Required, (l, call) => ProductTypes.Money(l.Item.Price * l.Item.Quantity - l.Item.OwnDiscount, call))
        .Add("product", ProductTypes.Product.Nullable, Product)
        .Add("variant", VariantTypes.Variant.Nullable, Variant)
        .Add("image", CommonTypes.Image.Nullable, (l, call) => Variant(l, call) is { } variant ? MediaTypes.Of(variant, call) : null);

    private static decimal PerPiece(LineItem item, decimal discount) => decimal.Round(item.Price - discount / item.Quantity, 2, MidpointRounding.AwayFromZero);

    private static Product? Product(LineItemView line, FieldCall call) =>
        line.Item.ProductId is { } id ? ShopTypes.Services(call).Store.Products.Find(id) : null;

    private static Variant? Variant(LineItemView line, FieldCall call) =>
        line.Item.VariantId is { } id ? ShopTypes.Services(call).Store.Products.FindVariant(id) : null;
}
