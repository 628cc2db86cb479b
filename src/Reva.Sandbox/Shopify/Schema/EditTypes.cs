using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

internal sealed record EditedLineView(OrderEdit Edit, EditedLine Line)
{
    public LineItem Item { get; } = Line.Added ?? Edit.Base.LineItems.First(l => l.Id == Line.Id);

    /// <summary>Pieces that were sent or are otherwise beyond an edit.</summary>
    public int Fixed => Line.Added is null ? Edit.Base.CurrentOf(Item) - Edit.Base.UnfulfilledOf(Item) : 0;
}

/// <summary>An edit that is being put together.</summary>
internal static class EditTypes
{
    public static readonly ObjectType<EditedLineView> Line = new ObjectType<EditedLineView>("CalculatedLineItem")
        .Add("id", Scalars.Id.Required, l => Gid.Of("CalculatedLineItem", l.Line.Id))
        .Add("title", Scalars.String.Required, l => l.Item.Title)
        .Add("variantTitle", Scalars.String.Nullable, l => l.Item.VariantTitle)
        .Add("sku", Scalars.String.Nullable, l => l.Item.Sku)
        .Add("quantity", Scalars.Int.Required, l => l.Line.Quantity)
        .Add("editableQuantity", Scalars.Int.Required, l => l.Line.Quantity - l.Fixed)
        .Add("editableQuantityBeforeChanges", Scalars.Int.Required, l => l.Line.Added is null ? l.Edit.Base.UnfulfilledOf(l.Item) : 0)
        .Add("restockable", Scalars.Boolean.Required, l => l.Item.VariantId is not null)
        .Add("restocking", Scalars.Boolean.Required, l => l.Line.Restock)
        .Add("hasStagedLineItemDiscount", Scalars.Boolean.Required, l => l.Line.UnitDiscount > 0)
        .Add("originalUnitPriceSet", CommonTypes.MoneyBag.Required, (l, call) => ProductTypes.Money(l.Item.Price, call))
        .Add("discountedUnitPriceSet", CommonTypes.MoneyBag.Required, (l, call) => ProductTypes.Money(l.Item.Price - l.Line.UnitDiscount, call))
        .Add("variant", VariantTypes.Variant.Nullable, (l, call) => l.Item.VariantId is { } id ? ShopTypes.Services(call).Store.Products.FindVariant(id) : null);

    private static readonly ObjectType<Page<EditedLineView>> Lines = Connection.TypeOf<EditedLineView>(Line);

    public static readonly ObjectType<OrderEdit> Order = new ObjectType<OrderEdit>("CalculatedOrder")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, e => Gid.Of("CalculatedOrder", e.Id))
        .Add("committed", Scalars.Boolean.Required, e => e.Committed)
        .Add("originalOrder", OrderTypes.Order.Required, (e, call) => ShopTypes.Services(call).Store.Orders.Find(e.Base.Id))
        .Add("subtotalLineItemsQuantity", Scalars.Int.Required, e => e.Lines.Sum(l => l.Quantity))
        .Add("subtotalPriceSet", CommonTypes.MoneyBag.Nullable, (e, call) => ProductTypes.Money(Preview(e).LineItems.Sum(l => l.Worth(l.Quantity - l.Removed).Subtotal), call))
        .Add("totalPriceSet", CommonTypes.MoneyBag.Required, (e, call) => ProductTypes.Money(Preview(e).CurrentTotal, call))
        .Add("totalOutstandingSet", CommonTypes.MoneyBag.Required, (e, call) => ProductTypes.Money(Preview(e).Outstanding, call))
        .Add(Connection.Field<OrderEdit, EditedLineView>("lineItems", Lines, (e, _) => Rows<EditedLineView>.InOrder(e.Lines.Select(l => new EditedLineView(e, l))),
            new Argument("query", Scalars.String.Nullable)))
        .Add(Connection.Field<OrderEdit, EditedLineView>("addedLineItems", Lines,
            (e, _) => Rows<EditedLineView>.InOrder(e.Lines.Where(l => l.Added is not null).Select(l => new EditedLineView(e, l)))));

    public static readonly ObjectType<OrderEdit> Session = new ObjectType<OrderEdit>("OrderEditSession").Add("id", Scalars.Id.Required, e => Gid.Of("OrderEditSession", e.Id));

    private static Order Preview(OrderEdit edit) => Editing.Apply(edit.Base, edit, () => 0);
}
