using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>Pictures of products and variants, both as <c>images</c> and as <c>media</c>.</summary>
internal static class MediaTypes
{
    private static readonly ObjectType<Picture> Preview = new ObjectType<Picture>("MediaPreviewImage")
        .Add("image", CommonTypes.Image.Nullable, p => p)
        .Add("status", new EnumType("MediaPreviewImageStatus").Required, _ => "READY");

    public static readonly ObjectType<Picture> MediaImage = new ObjectType<Picture>("MediaImage")
        .Implements("Node", "Media", "File")
        .Add("id", Scalars.Id.Required, p => Gid.Of("MediaImage", p.Id))
        .Add("alt", Scalars.String.Nullable, p => p.Alt)
        .Add("image", CommonTypes.Image.Nullable, p => p)
        .Add("mediaContentType", new EnumType("MediaContentType").Required, _ => "IMAGE")
        .Add("preview", Preview.Nullable, p => p)
        .Add("status", new EnumType("MediaStatus").Required, _ => "READY");

    public static readonly AbstractType Media = new AbstractType("Media", _ => MediaImage)
        .Add("id", Scalars.Id.Required)
        .Add("alt", Scalars.String.Nullable)
        .Add("mediaContentType", new EnumType("MediaContentType").Required)
        .Add("preview", Preview.Nullable)
        .Add("status", new EnumType("MediaStatus").Required);

    private static readonly ObjectType<Page<Picture>> Images = Connection.TypeOf<Picture>(CommonTypes.Image);

    public static readonly ObjectType<Page<Picture>> Connections = Connection.TypeOf<Picture>(Media);

    public static void AddTo(ObjectType<Product> product) => product
        .Add("featuredImage", CommonTypes.Image.Nullable, (p, call) => Pictures(p, call).FirstOrDefault())
        .Add("featuredMedia", Media.Nullable, (p, call) => Pictures(p, call).FirstOrDefault())
        .Add("mediaCount", CommonTypes.Count.Nullable, p => new[] { p.Images.Count })
        .Add(Connection.Field<Product, Picture>("images", Images, (p, call) => Rows<Picture>.InOrder(Pictures(p, call))))
        .Add(Connection.Field<Product, Picture>("media", Connections, (p, call) => Rows<Picture>.InOrder(Pictures(p, call))));

    /// <summary>The picture of a variant, or of its product.</summary>
    public static Picture? Of(Variant variant, FieldCall call)
    {
        var services = ShopTypes.Services(call);
        var product = services.Store.Products.Find(variant.ProductId);
        return variant.Image is { } own
            ? new Picture(variant.Id, services.PictureUrl(own), $"{product?.Title} {variant.Title}".Trim())
            : product is null ? null : Pictures(product, call).FirstOrDefault();
    }

    private static IEnumerable<Picture> Pictures(Product product, FieldCall call) =>
        product.Images.Select((path, i) => new Picture(product.Id * 100 + i, ShopTypes.Services(call).PictureUrl(path), product.Title));
}
