using Reva.Connections.Shopify.Admin;

namespace Reva.Connections.Shopify.Content;

internal sealed record ShopData(ShopNode Shop);

internal sealed record ShopNode(string Name, string CurrencyCode, string IanaTimezone, string? ContactEmail);

internal sealed record PoliciesData(PoliciesShop Shop);

internal sealed record PoliciesShop(IReadOnlyList<PolicyNode> ShopPolicies);

internal sealed record PolicyNode(string Id, string Type, string? Title, string? Body, DateTimeOffset UpdatedAt);

internal sealed record PagesData(Nodes<PageNode> Pages);

internal sealed record PageNode(string Id, string Handle, string Title, string? Body, bool IsPublished, DateTimeOffset UpdatedAt);
