using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Search;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>Variants: what is bought.</summary>
internal static class VariantTypes
{
    private static readonly ObjectType<KeyValuePair<string, string>> SelectedOption = new ObjectType<KeyValuePair<string, string>>("SelectedOption")
        .Add("name", Scalars.String.Required, o => o.Key)
        .Add("value", Scalars.String.Required, o => o.Value);

    private static readonly ObjectType<Variant> Weight = new ObjectType<Variant>("Weight")
        .Add("value", Scalars.Float.Required, v => (double)v.WeightGrams)
        .Add("unit", new EnumType("WeightUnit").Required, _ => "GRAMS");

    private static readonly ObjectType<Variant> Measurement = new ObjectType<Variant>("InventoryItemMeasurement").Add("weight", Weight.Nullable, v => v);

    private static readonly ObjectType<Variant> InventoryItem = new ObjectType<Variant>("InventoryItem")
        .Add("id", Scalars.Id.Required, v => Gid.Of("InventoryItem", v.Id))
        .Add("sku", Scalars.String.Nullable, v => v.Sku)
        .Add("tracked", Scalars.Boolean.Required, _ => true)
        .Add("measurement", Measurement.Required, v => v);

    public static readonly TypeUse SortKeys = new EnumType("ProductVariantSortKeys", "ID", "POSITION", "TITLE", "SKU", "NAME").Nullable;

    public static readonly ObjectType<Variant> Variant = new("ProductVariant");

    public static readonly ObjectType<Page<Variant>> Connections = Connection.TypeOf<Variant>(Variant);

    public static readonly SearchFields<Variant> Search = new SearchFields<Variant>("productVariants", v => [v.Title, v.Sku, v.Barcode])
        .Number("id", v => [v.Id]).Number("product_id", v => [v.ProductId]).Text("sku", v => [v.Sku]).Text("barcode", v => [v.Barcode]).Text("title", v => [v.Title])
        .Number("inventory_quantity", v => [v.InventoryQuantity]).Date("updated_at", v => v.UpdatedAt);

    static VariantTypes() => Variant.Implements("Node", "HasMetafields")
        .Add("id", Scalars.Id.Required, v => Gid.Of("ProductVariant", v.Id))
        .Add("legacyResourceId", Scalars.BigInt.Required, v => v.Id)
        .Add("title", Scalars.String.Required, v => v.Title)
        .Add("displayName", Scalars.String.Required, (v, call) => $"{Product(v, call)?.Title} - {v.Title}")
        .Add("sku", Scalars.String.Nullable, v => v.Sku)
        .Add("barcode", Scalars.String.Nullable, v => v.Barcode)
        .Add("position", Scalars.Int.Required, v => v.Position)
        .Add("price", Scalars.Money.Required, v => v.Price)
        .Add("compareAtPrice", Scalars.Money.Nullable, v => v.CompareAtPrice)
        .Add("availableForSale", Scalars.Boolean.Required, v => v.AvailableForSale)
        .Add("sellableOnlineQuantity", Scalars.Int.Required, v => v.SellableOnline)
        .Add("inventoryQuantity", Scalars.Int.Nullable, v => v.InventoryQuantity)
        .Add("inventoryPolicy", new EnumType("ProductVariantInventoryPolicy").Required, v => v.InventoryPolicy)
        .Add("inventoryItem", InventoryItem.Required, v => v)
        .Add("selectedOptions", SelectedOption.RequiredList, v => v.Options)
        .Add("taxable", Scalars.Boolean.Required, _ => true)
        .Add("image", CommonTypes.Image.Nullable, (v, call) => MediaTypes.Of(v, call))
        .Add(Connection.Field<Variant, Picture>("media", MediaTypes.Connections,
            (v, call) => Rows<Picture>.InOrder(MediaTypes.Of(v, call) is { } picture ? [picture] : [])))
        .Add("createdAt", Scalars.DateTime.Required, v => v.CreatedAt)
        .Add("updatedAt", Scalars.DateTime.Required, v => v.UpdatedAt)
        .Add("product", ProductTypes.Product.Required, Product)
        .WithMetafields((_, _) => []);

    private static Product? Product(Variant variant, FieldCall call) => ShopTypes.Services(call).Store.Products.Find(variant.ProductId);
}
