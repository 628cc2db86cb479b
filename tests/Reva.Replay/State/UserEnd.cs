using System.Text.Json.Nodes;

namespace Reva.Replay.State;

/// <summary>A customer of the store in the benchmark's words.</summary>
internal static class UserEnd
{
    private const string Mark = "user:";

    public static string? IdOf(CustomerRow customer) => customer.Tags.FirstOrDefault(t => t.StartsWith(Mark, StringComparison.Ordinal))?[Mark.Length..];

    public static JsonObject Of(CustomerRow customer) => new()
    {
        ["address"] = AddressEnd.Of(customer.Addresses.FirstOrDefault()),
        ["payment_methods"] = new JsonObject(customer.PaymentMethods.Select(m => KeyValuePair.Create(m.Id, (JsonNode?)Method(m)))),
    };

    private static JsonObject Method(MethodRow method)
    {
        var end = new JsonObject { ["source"] = method.Kind.ToLowerInvariant() };
        if (method.Brand is not null)
            end["brand"] = method.Brand;
        if (method.LastDigits is not null)
            end["last_four"] = method.LastDigits;
        if (method.Balance is { } balance)
            end["balance"] = decimal.Round(balance, 2);
        end["id"] = method.Id;
        return end;
    }
}

/// <summary>An address in the benchmark's words.</summary>
internal static class AddressEnd
{
    public static JsonObject Of(AddressRow? address) => new()
    {
        ["address1"] = address?.Address1 ?? "",
        ["address2"] = address?.Address2 ?? "",
        ["city"] = address?.City ?? "",
        ["country"] = address?.Country ?? "",
        ["state"] = address?.ProvinceCode ?? address?.Province ?? "",
        ["zip"] = address?.Zip ?? "",
    };
}
