using System.Globalization;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Storefront;

/// <summary>One look at the shop: the store as it stands, and where the widget comes from.</summary>
internal sealed record Visit(ShopStore Store, string RevaUrl, DateTimeOffset Now)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public IEnumerable<Product> Products => Store.Products.All.Where(p => p is { Status: "ACTIVE", PublishedAt: not null });

    public IEnumerable<Collection> Collections => Store.Collections.All.Where(c => InCollection(c.Handle).Any());

    public IEnumerable<ContentPage> Pages => Store.Pages.All.Where(p => p.PublishedAt is not null);

    public static Visit Of(HttpContext http, StoreHolder store)
    {
        // A forwarded request came through Reva itself, which serves the widget from the same root.
        var forwarded = http.Request.Headers.ContainsKey("X-Forwarded-Host");
        var configured = http.RequestServices.GetRequiredService<IConfiguration>()["Sandbox:RevaUrl"] ?? "http://localhost:5080";
        return new Visit(store.Current, forwarded ? "" : configured.TrimEnd('/'), http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    public IEnumerable<Product> InCollection(string handle) => Products.Where(p => p.Collections.Contains(handle));

    /// <summary><c>$129</c>, <c>$6.95</c>; a currency without a common sign goes by its code.</summary>
    public string Money(decimal amount)
    {
        var number = amount.ToString(amount == decimal.Truncate(amount) ? "#,0" : "#,0.00", English);
        return Store.Shop.Currency switch { "USD" => $"${number}", "EUR" => $"€{number}", "GBP" => $"£{number}", var code => $"{number} {code}" };
    }

    /// <summary>The address of a picture of the folder, or one that the store gave whole.</summary>
    public static string Picture(string path) => path.StartsWith("http", StringComparison.Ordinal) ? path : "/" + path;
}
