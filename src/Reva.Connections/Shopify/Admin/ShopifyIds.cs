using System.Text.RegularExpressions;

namespace Reva.Connections.Shopify.Admin;

/// <summary>Shopify's global ids, <c>gid://shopify/Order/1</c>. A query with any other text in an id's place fails as a whole.</summary>
internal static partial class ShopifyIds
{
    /// <summary>Whether <paramref name="id"/> is one of a <paramref name="type"/>.</summary>
    public static bool Is(string type, string? id) => id is not null && Form().Match(id) is { Success: true } match && match.Groups[1].ValueSpan.SequenceEqual(type);

    [GeneratedRegex(@"\Agid://shopify/([A-Za-z]+)/[0-9]{1,19}\z", RegexOptions.None, 200)]
    private static partial Regex Form();
}
