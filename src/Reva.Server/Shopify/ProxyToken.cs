using Reva.Agent.Ports;
using Reva.Grains.Stores;
using Reva.Server.Security;

namespace Reva.Server.Shopify;

/// <summary>Shopify's app proxy asks here, from the shop's own pages, who is signed in; the answer is the widget's token.</summary>
internal static class ProxyToken
{
    public static void MapShopifyProxy(this WebApplication app) => app.MapGet("/shopify/proxy/token", HandleAsync).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(HttpContext http, IConfiguration configuration, ConfiguredStoreProfiles stores, ICustomers customers, CustomerTokens tokens, TimeProvider clock, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        var shop = http.Request.Query["shop"].ToString();
        var storeId = stores.StoreIds.FirstOrDefault(id => IsShop(configuration, id, shop));
        if (storeId is null || !ShopifyProxySignature.Fits(http.Request.Query, configuration[$"Stores:{storeId}:Shopify:ApiSecret"] ?? "", clock.GetUtcNow()))
            return Results.Unauthorized();
        // Blank when nobody is signed in.
        if (http.Request.Query["logged_in_customer_id"].ToString() is not { Length: > 0 } id || !id.All(char.IsAsciiDigit))
            return Results.Json(new { token = (string?)null });
        try
        {
            return await customers.ByIdAsync(storeId, $"gid://shopify/Customer/{id}", cancellationToken) is { Email.Length: > 0 } customer
                ? Results.Json(new { token = tokens.Issue(storeId, customer.Email, customer.Id).Token }) : Results.Json(new { token = (string?)null });
        }
        catch (ShopUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    // Shopify names the shop by its myshopify.com domain.
    private static bool IsShop(IConfiguration configuration, string storeId, string shop) => shop.Length > 0
        && ((configuration[$"Stores:{storeId}:Shopify:Domain"] ?? HostOf(configuration[$"Stores:{storeId}:Shopify:ShopUrl"]))?.Equals(shop, StringComparison.OrdinalIgnoreCase) ?? false);

    private static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : null;
}
