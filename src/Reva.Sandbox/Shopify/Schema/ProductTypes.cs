using System.Globalization;
using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Search;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

internal sealed record OptionView(long Id, int Position, ProductOption Option, Product Product);

internal sealed record OptionValueView(long Id, string Name, bool HasVariants);

/// <summary>Products and what hangs on them.</summary>
internal static class ProductTypes
{
    private static readonly ObjectType<OptionValueView> OptionValue = new ObjectType<OptionValueView>("ProductOptionValue")
        .Add("id", Scalars.Id.Required, v => Gid.Of("ProductOptionValue", v.Id))
        .Add("name", Scalars.String.Required, v => v.Name)
        .Add("hasVariants", Scalars.Boolean.Required, v => v.HasVariants);

    private static readonly ObjectType<OptionView> Option = new ObjectType<OptionView>("ProductOption")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, o => Gid.Of("ProductOption", o.Id))
        .Add("name", Scalars.String.Required, o => o.Option.Name)
        .Add("position", Scalars.Int.Required, o => o.Position)
        .Add("values", Scalars.String.RequiredList, o => o.Option.Values)
        .Add("optionValues", OptionValue.RequiredList, o => o.Option.Values.Select((v, i) =>
            new OptionValueView(o.Id * 100 + i, v, o.Product.Variants.Any(x => x.Options[o.Option.Name] == v))));

    private static readonly ObjectType<PriceRange> PriceRangeType = new ObjectType<PriceRange>("ProductPriceRangeV2")
        .Add("minVariantPrice", CommonTypes.Money.Required, r => r.Min)
        .Add("maxVariantPrice", CommonTypes.Money.Required, r => r.Max);

    private static readonly ObjectType<Product> Seo = new ObjectType<Product>("SEO")
        .Add("title", Scalars.String.Nullable, p => p.Title)
        .Add("description", Scalars.String.Nullable, p => PlainText.Of(p.BodyHtml, 160));

    public static readonly ObjectType<Product> Product = new("Product");

    public static readonly ObjectType<Page<Product>> Connections = Connection.TypeOf<Product>(Product);

    public static readonly SearchFields<Product> Search = new SearchFields<Product>("products", p => [p.Title, p.Handle, p.Vendor, p.ProductType, .. p.Tags])
        .Number("id", p => [p.Id])
        .Text("handle", p => [p.Handle]).Text("title", p => [p.Title, .. p.Title.Split(' ')]).Text("vendor", p => [p.Vendor])
        .Text("product_type", p => [p.ProductType]).Text("tag", p => p.Tags).Text("status", p => [p.Status]).Text("sku", p => p.Variants.Select(v => v.Sku))
        .Number("price", p => p.Variants.Select(v => v.Price)).Number("inventory_total", p => [p.Variants.Sum(v => v.InventoryQuantity)])
        .Date("created_at", p => p.CreatedAt).Date("updated_at", p => p.UpdatedAt).Date("published_at", p => p.PublishedAt);

    static ProductTypes()
    {
        Product.Implements("Node", "HasMetafields", "OnlineStorePreviewable")
            .Add("id", Scalars.Id.Required, p => Gid.Of("Product", p.Id))
            .Add("legacyResourceId", Scalars.BigInt.Required, p => p.Id)
            .Add("handle", Scalars.String.Required, p => p.Handle)
            .Add("title", Scalars.String.Required, p => p.Title)
            .Add("descriptionHtml", Scalars.Html.Required, p => p.BodyHtml)
            .Add("description", Scalars.String.Required, [new("truncateAt", Scalars.Int.Nullable)],
                (p, call) => PlainText.Of(p.BodyHtml, call.Get<object>("truncateAt") is long most ? (int)most : null))
            .Add("productType", Scalars.String.Required, p => p.ProductType)
            .Add("vendor", Scalars.String.Required, p => p.Vendor)
            .Add("tags", Scalars.String.RequiredList, p => p.Tags)
            .Add("status", new EnumType("ProductStatus").Required, p => p.Status)
            .Add("createdAt", Scalars.DateTime.Required, p => p.CreatedAt)
            .Add("updatedAt", Scalars.DateTime.Required, p => p.UpdatedAt)
            .Add("publishedAt", Scalars.DateTime.Nullable, p => p.PublishedAt)
            .Add("isGiftCard", Scalars.Boolean.Required, _ => false)
            .Add("onlineStoreUrl", Scalars.Url.Nullable, (p, call) => p is { PublishedAt: not null, Status: "ACTIVE" } ? Address(p, call) : null)
            .Add("onlineStorePreviewUrl", Scalars.Url.Nullable, Address)
            .Add("seo", Seo.Required, p => p)
            .Add("options", Option.RequiredList, [CommonTypes.First], (p, call) => Options(p).Top(call));
        AddStock();
        MediaTypes.AddTo(Product);
        Product.Add(Connection.Field<Product, Variant>("variants", VariantTypes.Connections, (p, _) => Rows<Variant>.InOrder(p.Variants), new Argument("sortKey", VariantTypes.SortKeys)))
            .Add(Connection.Field<Product, Collection>("collections", CollectionTypes.Connections, CollectionTypes.Of))
            .WithMetafields((p, _) => p.Metafields);
    }

    public static MoneyAmount Money(decimal amount, FieldCall call) => new(amount, ShopTypes.Services(call).Store.Shop.Currency);

    private static void AddStock() => Product
        .Add("totalInventory", Scalars.Int.Required, p => p.Variants.Sum(v => v.InventoryQuantity))
        .Add("tracksInventory", Scalars.Boolean.Required, _ => true)
        .Add("hasOnlyDefaultVariant", Scalars.Boolean.Required, p => p.Variants is [{ Title: "Default Title" }])
        .Add("hasOutOfStockVariants", Scalars.Boolean.Required, p => p.Variants.Any(v => v.InventoryQuantity <= 0))
        .Add("variantsCount", CommonTypes.Count.Nullable, p => new[] { p.Variants.Count })
        .Add("priceRangeV2", PriceRangeType.Required, (p, call) => Range(p.Variants.Select(v => v.Price), call))
        .Add("compareAtPriceRange", new ObjectType<PriceRange>("ProductCompareAtPriceRange")
            .Add("minVariantCompareAtPrice", CommonTypes.Money.Required, r => r.Min)
            .Add("maxVariantCompareAtPrice", CommonTypes.Money.Required, r => r.Max).Nullable,
            (p, call) => p.Variants.Any(v => v.CompareAtPrice is not null) ? Range(p.Variants.Select(v => v.CompareAtPrice).OfType<decimal>(), call) : null);

    private static PriceRange Range(IEnumerable<decimal> prices, FieldCall call)
    {
        var all = prices.ToList();
        return new PriceRange(Money(all.Min(), call), Money(all.Max(), call));
    }

    private static string Address(Product product, FieldCall call) => $"{ShopTypes.Services(call).PublicUrl}/products/{product.Handle}";

    private static IEnumerable<OptionView> Options(Product product) =>
        product.Options.Select((o, i) => new OptionView(long.Parse(string.Create(CultureInfo.InvariantCulture, $"{product.Id}{i}"), CultureInfo.InvariantCulture), i + 1, o, product));
}
