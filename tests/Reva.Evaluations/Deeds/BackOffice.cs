using System.Globalization;
using System.Text.Json.Nodes;

namespace Reva.Evaluations.Deeds;

/// <summary>What the shop's back office holds, read from the sandbox and not through Reva.</summary>
internal sealed class BackOffice(HttpClient office)
{
    private static readonly string[] People = ["robin.ashdown@example.com", "mina.okafor@example.com", "ada.moore@example.com", "noah.haddad@example.com"];

    /// <summary>All orders by number, with when they were last changed.</summary>
    public async Task<Dictionary<string, string>> ChangesAsync() =>
        (await ReadAsync("/_control/orders")).AsArray().ToDictionary(o => ((string)o!["name"]!).TrimStart('#'), o => (string)o!["updatedAt"]!, StringComparer.Ordinal);

    /// <summary>Addresses and store credit of the customers whom the talks are of.</summary>
    public async Task<Dictionary<string, string>> CustomersAsync()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var email in People)
            all[email] = await ReadAsync($"/_control/customers/{email}") is var customer ? $"{customer["addresses"]!.ToJsonString()} {customer["storeCredit"]?.ToJsonString()}" : "";
        return all;
    }

    public async Task<int> EffectsAsync(string name) => (await ReadAsync($"/_control/effects?name={name}")).AsArray().Count;

    public async Task<string?> ZipAsync(string email) => (string?)(await ReadAsync($"/_control/customers/{email}"))["addresses"]!.AsArray().Select(a => a!["zip"]).FirstOrDefault();

    /// <summary>Checks an order.</summary>
    public async Task HoldsAsync(string number, OrderExpected expected)
    {
        var order = await ReadAsync($"/_control/orders/{number}");
        if (expected.Cancelled is { } cancelled)
            Assert.True(cancelled == order["cancelledAt"] is not null, $"#{number} is {(cancelled ? "not " : "")}cancelled.");
        if (expected.Ordered is { } ordered)
            Same(ordered, order["lineItems"]!.AsArray().Select(l => ((string)l!["sku"]!, (int)l["ordered"]!)), $"#{number} holds");
        var returns = order["returns"]!.AsArray().Where(r => (string)r!["status"]! is "OPEN" or "REQUESTED" or "CLOSED").ToList();
        if (expected.Returned is { } returned)
            Same(returned, returns.SelectMany(r => r!["lines"]!.AsArray()).Select(l => ((string)l!["sku"]!, (int)l["quantity"]!)), $"Of #{number} comes back");
        if (expected.Exchanged is { } exchanged)
            Same(exchanged, returns.SelectMany(r => r!["exchanges"]!.AsArray()).Select(e => ((string)e!["sku"]!, (int)e["quantity"]!)), $"For #{number} is sent");
        if (expected.Refunded is { } refunded)
            Assert.Equal(refunded, (decimal)order["totals"]!["refunded"]!);
        var address = order["shippingAddress"];
        foreach (var (field, wanted) in new[] { ("address1", expected.Address1), ("zip", expected.Zip), ("city", expected.City), ("provinceCode", expected.Province) })
            Assert.True(wanted is null || wanted == (string?)address![field], $"#{number} goes to {field} '{(string?)address![field]}', not '{wanted}'.");
    }

    private async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await office.GetStringAsync(path))!;

    private static void Same(IReadOnlyDictionary<string, int> expected, IEnumerable<(string Sku, int Pieces)> found, string what)
    {
        var pieces = found.GroupBy(f => f.Sku, StringComparer.Ordinal).Select(g => (Sku: g.Key, Pieces: g.Sum(f => f.Pieces))).Where(f => f.Pieces > 0);
        var (is_, should) = (Text(pieces), Text(expected.Select(e => (e.Key, e.Value))));
        Assert.True(is_ == should, $"{what} {is_} instead of {should}.");
    }

    private static string Text(IEnumerable<(string Sku, int Pieces)> pieces) =>
        string.Join(", ", pieces.OrderBy(p => p.Sku, StringComparer.Ordinal).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Pieces} × {p.Sku}"))) is { Length: > 0 } text ? text : "nothing";
}
