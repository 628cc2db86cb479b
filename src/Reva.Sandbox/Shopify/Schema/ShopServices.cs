using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>What resolvers of the Admin API work on.</summary>
/// <param name="Store">The shop, read afresh for each request.</param>
/// <param name="PublicUrl">Where the shop's pages and pictures are, without a slash at the end.</param>
/// <param name="Now">When the request came.</param>
/// <param name="JobDelay">How long work takes that ends later.</param>
internal sealed record ShopServices(ShopStore Store, string PublicUrl, DateTimeOffset Now, TimeSpan JobDelay)
{
    /// <summary>The full address of a picture.</summary>
    public string PictureUrl(string picture) => picture.StartsWith("http", StringComparison.Ordinal) ? picture : $"{PublicUrl}/{picture}";
}
