using System.Globalization;
using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>Shopify's global ids: <c>gid://shopify/Product/1001</c>.</summary>
internal static class Gid
{
    public static string Of(string type, long id) => string.Create(CultureInfo.InvariantCulture, $"gid://shopify/{type}/{id}");

    /// <exception cref="GraphQLException">The text is no id of this type.</exception>
    public static long Parse(string type, string gid) => Split(gid) is var (named, id) && named == type
        ? id
        : throw new GraphQLException(GraphQLError.Coded("RESOURCE_NOT_FOUND", $"Invalid id: {gid}", null));

    /// <exception cref="GraphQLException">The text is no id at all.</exception>
    public static (string Type, long Id) Split(string gid)
    {
        var parts = gid.Split('?')[0].Split('/');
        return parts is ["gid:", "", "shopify", var type, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (type, id)
            : throw new GraphQLException(GraphQLError.Coded("RESOURCE_NOT_FOUND", $"Invalid global id '{gid}'", null));
    }

    /// <summary>A key that sorts by a text and then by an id.</summary>
    public static string Key(string text, long id) => string.Create(CultureInfo.InvariantCulture, $"{text.ToLowerInvariant()}\u0001{id:D19}");

    public static string Key(DateTimeOffset date, long id) => string.Create(CultureInfo.InvariantCulture, $"{date.UtcTicks:D19}\u0001{id:D19}");

    public static string Key(decimal number, long id) => string.Create(CultureInfo.InvariantCulture, $"{number + 1_000_000_000_000m:0000000000000.0000}\u0001{id:D19}");

    public static string Key(long id) => id.ToString("D19", CultureInfo.InvariantCulture);
}
