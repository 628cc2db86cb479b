using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Search;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>Collections of products.</summary>
internal static class CollectionTypes
{
    public static readonly ObjectType<Collection> Collection = new("Collection");

    public static readonly ObjectType<Page<Collection>> Connections = Connection.TypeOf<Collection>(Collection);

    public static readonly SearchFields<Collection> Search = new SearchFields<Collection>("collections", c => [c.Title, c.Handle])
        .Number("id", c => [c.Id]).Text("handle", c => [c.Handle]).Text("title", c => [c.Title]).Date("updated_at", c => c.UpdatedAt);

    static CollectionTypes() => Collection.Implements("Node")
        .Add("id", Scalars.Id.Required, c => Gid.Of("Collection", c.Id))
        .Add("legacyResourceId", Scalars.BigInt.Required, c => c.Id)
        .Add("handle", Scalars.String.Required, c => c.Handle)
        .Add("title", Scalars.String.Required, c => c.Title)
        .Add("descriptionHtml", Scalars.Html.Required, c => c.DescriptionHtml)
        .Add("description", Scalars.String.Required, c => PlainText.Of(c.DescriptionHtml))
        .Add("updatedAt", Scalars.DateTime.Required, c => c.UpdatedAt)
        .Add("image", CommonTypes.Image.Nullable, (c, call) => c.Image is null ? null : new Picture(c.Id, ShopTypes.Services(call).PictureUrl(c.Image), c.Title))
        .Add("productsCount", CommonTypes.Count.Nullable, (c, call) => new[] { Products(c, call).Count() })
        .Add(Connection.Field<Collection, Product>("products", ProductTypes.Connections, (c, call) => new Rows<Product>(Products(c, call), p => Gid.Key(p.Id))));

    public static Rows<Collection> Of(Product product, FieldCall call) =>
        Rows<Collection>.InOrder(product.Collections.Select(h => ShopTypes.Services(call).Store.Collections.ByHandle(h)).OfType<Collection>());

    private static IEnumerable<Product> Products(Collection collection, FieldCall call) =>
        ShopTypes.Services(call).Store.Products.All.Where(p => p.Collections.Contains(collection.Handle));
}
