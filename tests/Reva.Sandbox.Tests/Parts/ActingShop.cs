using System.Text.Json.Nodes;

namespace Reva.Sandbox.Tests.Parts;

/// <summary>The small store whose orders are acted on: #2001 paid and not sent, #2002 delivered, #2003 partly sent, #2004 authorised, #2005 unpaid, #2006 paid by gift card.</summary>
internal static class ActingShop
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Stores", "acting");

    public static Task<SmallShop> OpenAsync() => SmallShop.OpenAsync(o => o with { StoreDirectory = Folder });

    public static string Order(int number) => $"gid://shopify/Order/{number}";

    /// <summary>Runs a mutation with one field; its payload.</summary>
    public static async Task<JsonNode> Do(this SmallShop shop, string mutation, object? variables = null) =>
        (await shop.Data(mutation, variables)).AsObject().Single().Value!;

    /// <summary>The messages of a payload's user errors.</summary>
    public static string Errors(JsonNode payload, string name = "userErrors") => string.Join('|', payload[name]!.AsArray().Select(e => (string?)e!["message"]));

    /// <summary>Fields of an order.</summary>
    public static async Task<JsonNode> ReadOrder(this SmallShop shop, int id, string fields) =>
        (await shop.Data($$"""{ order(id: "{{Order(id)}}") { {{fields}} } }"""))["order"]!;

    public static async Task<JsonNode> ControlGet(this SmallShop shop, string what) => JsonNode.Parse(await shop.Http.GetStringAsync("_control/" + what))!;

    /// <summary>An amount of a field in <c>shopMoney</c>.</summary>
    public static decimal Money(JsonNode? set) => decimal.Parse((string)set!["shopMoney"]!["amount"]!, System.Globalization.CultureInfo.InvariantCulture);
}
