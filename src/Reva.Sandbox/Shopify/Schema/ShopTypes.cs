using System.Text.Json;
using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>The shop, its policies and its pages.</summary>
internal static class ShopTypes
{
    private static readonly ObjectType<ShopServices> Domain = new ObjectType<ShopServices>("Domain")
        .Add("host", Scalars.String.Required, s => new Uri(s.PublicUrl).Authority)
        .Add("url", Scalars.Url.Required, s => s.PublicUrl)
        .Add("sslEnabled", Scalars.Boolean.Required, s => s.PublicUrl.StartsWith("https", StringComparison.Ordinal));

    private static readonly ObjectType<Shop> Plan = new ObjectType<Shop>("ShopPlan")
        .Add("displayName", Scalars.String.Required, s => s.Plan)
        .Add("publicDisplayName", Scalars.String.Required, s => s.Plan)
        .Add("partnerDevelopment", Scalars.Boolean.Required, _ => false)
        .Add("shopifyPlus", Scalars.Boolean.Required, s => s.Plan.Contains("Plus", StringComparison.Ordinal));

    private static readonly ObjectType<Shop> ShopAddress = new ObjectType<Shop>("ShopAddress")
        .Add("countryCodeV2", new EnumType("CountryCode").Nullable, s => s.Country)
        .Add("phone", Scalars.String.Nullable, s => s.Phone);

    private static readonly ObjectType<Policy> PolicyType = new ObjectType<Policy>("ShopPolicy")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, p => Gid.Of("ShopPolicy", p.Id))
        .Add("type", new EnumType("ShopPolicyType").Required, p => p.Type)
        .Add("title", Scalars.String.Required, p => p.Title)
        .Add("body", Scalars.Html.Required, p => p.Body)
        .Add("url", Scalars.Url.Required, (p, call) => $"{Services(call).PublicUrl}/policies/{p.Handle}")
        .Add("createdAt", Scalars.DateTime.Required, p => p.CreatedAt)
        .Add("updatedAt", Scalars.DateTime.Required, p => p.UpdatedAt);

    public static readonly ObjectType<ContentPage> Page = new ObjectType<ContentPage>("Page")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, p => Gid.Of("Page", p.Id))
        .Add("handle", Scalars.String.Required, p => p.Handle)
        .Add("title", Scalars.String.Required, p => p.Title)
        .Add("body", Scalars.Html.Required, p => p.Body)
        .Add("bodySummary", Scalars.String.Required, p => PlainText.Of(p.Body, 150))
        .Add("isPublished", Scalars.Boolean.Required, p => p.PublishedAt is not null)
        .Add("createdAt", Scalars.DateTime.Required, p => p.CreatedAt)
        .Add("updatedAt", Scalars.DateTime.Required, p => p.UpdatedAt)
        .Add("publishedAt", Scalars.DateTime.Nullable, p => p.PublishedAt);

    public static readonly ObjectType<ContentPage> Article = new ObjectType<ContentPage>("Article")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, p => Gid.Of("Article", p.Id))
        .Add("handle", Scalars.String.Required, p => p.Handle)
        .Add("title", Scalars.String.Required, p => p.Title)
        .Add("body", Scalars.Html.Required, p => p.Body)
        .Add("isPublished", Scalars.Boolean.Required, p => p.PublishedAt is not null)
        .Add("createdAt", Scalars.DateTime.Required, p => p.CreatedAt)
        .Add("updatedAt", Scalars.DateTime.Nullable, p => p.UpdatedAt)
        .Add("publishedAt", Scalars.DateTime.Nullable, p => p.PublishedAt);

    public static readonly ObjectType<ShopServices> Shop = new ObjectType<ShopServices>("Shop")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, _ => Gid.Of("Shop", 1))
        .Add("name", Scalars.String.Required, s => s.Store.Shop.Name)
        .Add("email", Scalars.String.Required, s => s.Store.Shop.Email)
        .Add("contactEmail", Scalars.String.Required, s => s.Store.Shop.Email)
        .Add("description", Scalars.String.Nullable, s => s.Store.Shop.Brand.Tagline)
        .Add("currencyCode", new EnumType("CurrencyCode").Required, s => s.Store.Shop.Currency)
        .Add("ianaTimezone", Scalars.String.Required, s => s.Store.Shop.TimeZone)
        .Add("myshopifyDomain", Scalars.String.Required, s => s.Store.Shop.Domain)
        .Add("url", Scalars.Url.Required, s => s.PublicUrl)
        .Add("primaryDomain", Domain.Required, s => s)
        .Add("plan", Plan.Required, s => s.Store.Shop)
        .Add("billingAddress", ShopAddress.Required, s => s.Store.Shop)
        .Add("shopPolicies", PolicyType.RequiredList, s => s.Store.Policies.All)
        .WithMetafields((s, _) => Metafields(s.Store.Shop));

    public static ShopServices Services(FieldCall call) => (ShopServices)call.Services;

    // The Admin API shows brand and shipping elsewhere or not at all; the sandbox tells them as metafields.
    private static List<Metafield> Metafields(Shop shop) =>
    [
        new(1, "brand", "accent", "color", shop.Brand.Accent),
        new(2, "brand", "tagline", "single_line_text_field", shop.Brand.Tagline),
        new(3, "brand", "voice", "multi_line_text_field", shop.Brand.Voice),
        new(4, "shipping", "rates", "json", JsonSerializer.Serialize(shop.Shipping, JsonSerializerOptions.Web)),
    ];
}
