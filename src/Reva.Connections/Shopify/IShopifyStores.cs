namespace Reva.Connections.Shopify;

/// <summary>Where each store's shop is and how to get in. Thread safe.</summary>
public interface IShopifyStores
{
    /// <summary>The shop of a store; null when the store has none.</summary>
    ValueTask<ShopifyStore?> FindAsync(string storeId, CancellationToken cancellationToken);
}

/// <summary>A shop on Shopify.</summary>
/// <param name="StoreId">The store it belongs to.</param>
/// <param name="ShopUrl">Base address of the Admin API, e.g. <c>https://fern-and-fell.myshopify.com</c>.</param>
/// <param name="StorefrontUrl">Base address of the pages that shoppers see.</param>
/// <param name="AccessToken">The Admin API token; never logged.</param>
public sealed record ShopifyStore(string StoreId, Uri ShopUrl, Uri StorefrontUrl, string AccessToken)
{
    /// <summary>The one place where the API's version is pinned.</summary>
    public const string ApiVersion = "2026-10";

    internal Uri GraphQlAddress => new(ShopUrl, $"/admin/api/{ApiVersion}/graphql.json");

    /// <summary>The absolute address of a path in the storefront; addresses that are absolute stay as they are.</summary>
    public string Absolute(string path) => new Uri(StorefrontUrl, path).AbsoluteUri;

    /// <summary>Without the token.</summary>
    public override string ToString() => $"{StoreId} at {ShopUrl}";
}
