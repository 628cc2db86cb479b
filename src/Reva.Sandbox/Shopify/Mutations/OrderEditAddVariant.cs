using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Schema;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>orderEditAddVariant</c>: at the variant's price of now.</summary>
internal static class OrderEditAddVariant
{
    public static readonly Field Field = Payload.Field(
        "orderEditAddVariant", EditMade.Payload("OrderEditAddVariantPayload", withLine: true), Run, InputTypes.Id("id"), InputTypes.Id("variantId"), InputTypes.Number("quantity"),
        new("locationId", Scalars.Id.Nullable), new("allowDuplicates", Scalars.Boolean.Nullable, false));

    private static object Run(Change change)
    {
        var edit = EditMade.Find(change);
        var variant = change.Store.Products.FindVariant(change.Arguments.Id("variantId", "ProductVariant")) ?? throw Refusal.NotFound("The variant", "variantId");
        var product = change.Store.Products.Find(variant.ProductId)!;
        var quantity = change.Arguments.Number("quantity");
        if (quantity < 1)
            throw Refusal.Invalid("Quantity must be greater than 0", "quantity");
        if (!change.Arguments.Flag("allowDuplicates") && edit.Lines.Any(l => l.Quantity > 0 && new EditedLineView(edit, l).Item.VariantId == variant.Id))
            throw Refusal.Invalid("The variant is already on the order; set its quantity, or allow duplicates.", "variantId");
        var id = change.Activity.NextId();
        var item = new LineItem(id, product.Id, variant.Id, product.Title, variant.Title == "Default Title" ? null : variant.Title, variant.Sku, quantity, variant.Price);
        return EditMade.Save(change, edit, new EditedLine(id, item, quantity, Restock: true));
    }
}
