using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reva.Sandbox.Shopify.Folder;

namespace Reva.Sandbox.Tau;

/// <summary>
/// Turns the benchmark's retail back office into a store folder. Its own ids stay findable: a product's and a variant's id are its numbers
/// (the variant's also its SKU), an order keeps its name, a customer's user id is a tag <c>user:…</c>, payment methods keep their ids.
/// </summary>
internal static class TauConversion
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="ArgumentException">The source is not such a back office.</exception>
    public static void Convert(string from, string to)
    {
        var retail = TauRetail.Read(from);
        Directory.CreateDirectory(Path.Combine(to, "images"));
        Write(to, "shop.json", new ShopFile("Retail", "retail.example", "USD", "America/New_York", "help@retail.example"));
        Write(to, "products.json", retail.Products.Values.Select(TauProducts.Convert));
        foreach (var product in retail.Products.Values)
            File.WriteAllText(Path.Combine(to, TauProducts.Picture(product)), TauProducts.Draw(product));
        var customers = retail.Users.OrderBy(u => u.Key, StringComparer.Ordinal).Select((u, i) => (UserId: u.Key, Customer: TauPeople.Convert(u.Key, u.Value, 1000 + i))).ToList();
        Write(to, "customers.json", customers.Select(c => c.Customer));
        var orders = new TauOrders(customers.ToDictionary(c => c.UserId, c => c.Customer));
        Write(to, "orders.json", retail.Orders.OrderBy(o => o.Key, StringComparer.Ordinal).Select((o, i) => orders.Convert(o.Value, 100_000 + i, i)));
        Write(to, "policies.json", Array.Empty<PolicyFile>());
    }

    private static void Write<T>(string directory, string name, T content) =>
        File.WriteAllText(Path.Combine(directory, name), JsonSerializer.Serialize(content, Written));
}
