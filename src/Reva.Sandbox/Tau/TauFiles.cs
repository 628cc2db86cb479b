using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reva.Sandbox.Tau;

// The public benchmark's retail back office as its JSON files hold it.

internal sealed record TauProduct(string Name, [property: JsonPropertyName("product_id")] string ProductId, Dictionary<string, TauVariant> Variants);

internal sealed record TauVariant([property: JsonPropertyName("item_id")] string ItemId, Dictionary<string, string> Options, bool Available, decimal Price);

internal sealed record TauName([property: JsonPropertyName("first_name")] string FirstName, [property: JsonPropertyName("last_name")] string LastName);

internal sealed record TauAddress(string Address1, string Address2, string City, string Country, string State, string Zip);

internal sealed record TauPaymentMethod(
    string Id, string Source, string? Brand, [property: JsonPropertyName("last_four")] string? LastFour, decimal? Balance);

internal sealed record TauUser(
    TauName Name, TauAddress Address, string Email, [property: JsonPropertyName("payment_methods")] Dictionary<string, TauPaymentMethod> PaymentMethods);

internal sealed record TauItem(
    string Name, [property: JsonPropertyName("product_id")] string ProductId, [property: JsonPropertyName("item_id")] string ItemId, decimal Price,
    Dictionary<string, string> Options);

internal sealed record TauFulfillment(
    [property: JsonPropertyName("tracking_id")] IReadOnlyList<string> TrackingId, [property: JsonPropertyName("item_ids")] IReadOnlyList<string> ItemIds);

internal sealed record TauPayment(
    [property: JsonPropertyName("transaction_type")] string TransactionType, decimal Amount, [property: JsonPropertyName("payment_method_id")] string PaymentMethodId);

internal sealed record TauOrder(
    [property: JsonPropertyName("order_id")] string OrderId, [property: JsonPropertyName("user_id")] string UserId, TauAddress Address, IReadOnlyList<TauItem> Items,
    IReadOnlyList<TauFulfillment> Fulfillments, string Status, [property: JsonPropertyName("payment_history")] IReadOnlyList<TauPayment> PaymentHistory);

/// <summary>The whole back office.</summary>
internal sealed record TauRetail(
    IReadOnlyDictionary<string, TauProduct> Products, IReadOnlyDictionary<string, TauUser> Users, IReadOnlyDictionary<string, TauOrder> Orders)
{
    /// <exception cref="ArgumentException">The directory does not hold the files.</exception>
    public static TauRetail Read(string directory) => new(
        File<TauProduct>(directory, "products.json"), File<TauUser>(directory, "users.json"), File<TauOrder>(directory, "orders.json"));

    private static Dictionary<string, T> File<T>(string directory, string name)
    {
        var path = Path.Combine(directory, name);
        if (!System.IO.File.Exists(path))
            throw new ArgumentException($"{path} is missing; give the directory of products.json, users.json and orders.json with --from.", nameof(directory));
        return JsonSerializer.Deserialize<Dictionary<string, T>>(System.IO.File.ReadAllText(path), JsonSerializerOptions.Web)!;
    }
}
