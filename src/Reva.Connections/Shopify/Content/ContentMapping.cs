using System.Globalization;
using Reva.Grains.Stores;

namespace Reva.Connections.Shopify.Content;

/// <summary>From Shopify's words to ours.</summary>
internal static class ContentMapping
{
    public static ContentPage Page(PageNode page, ShopifyStore store) =>
        new(page.Id, "page", page.Title, page.Body ?? "", store.Absolute("/pages/" + Uri.EscapeDataString(page.Handle)), page.UpdatedAt);

    public static ContentPage Policy(PolicyNode policy, ShopifyStore store)
    {
        var handle = policy.Type.ToLowerInvariant().Replace('_', '-');
        var title = string.IsNullOrWhiteSpace(policy.Title) ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(handle.Replace('-', ' ')) : policy.Title;
        return new(policy.Id, "policy", title, policy.Body ?? "", store.Absolute("/policies/" + handle), policy.UpdatedAt);
    }

    public static ShopDetails Shop(ShopNode shop, ShopifyStore store) =>
        new(shop.Name, shop.CurrencyCode, shop.IanaTimezone, string.IsNullOrWhiteSpace(shop.ContactEmail) ? null : shop.ContactEmail, store.StorefrontUrl.AbsoluteUri);
}
