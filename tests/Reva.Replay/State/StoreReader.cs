using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reva.Replay.State;

/// <summary>Reads what changed in the store since it was as its folder holds it.</summary>
internal sealed class StoreReader(HttpClient http)
{
    private Dictionary<long, string> _customers = [];
    private Dictionary<long, string> _orders = [];
    private Dictionary<string, JsonObject> _orderEnds = [];

    /// <summary>Remembers the store as it is now: what is compared with later.</summary>
    public async Task RememberAsync()
    {
        _customers = await RowsAsync("customers");
        _orders = await RowsAsync("orders");
        _orderEnds = new(StringComparer.Ordinal);
        foreach (var row in _orders.Values)
        {
            var name = Name(row);
            _orderEnds[name] = await OrderAsync(name);
        }
    }

    /// <summary>Orders that are not as they were, by their numbers.</summary>
    public async Task<JsonObject> ChangedOrdersAsync()
    {
        var changed = new JsonObject();
        foreach (var (id, row) in await RowsAsync("orders"))
        {
            if (_orders.GetValueOrDefault(id) == row)
                continue;
            var name = Name(row);
            var end = await OrderAsync(name);
            if (!JsonNode.DeepEquals(end, _orderEnds.GetValueOrDefault(name)))
                changed[name] = end;
        }
        return changed;
    }

    /// <summary>Customers that are not as they were, by the benchmark's ids.</summary>
    public async Task<JsonObject> ChangedUsersAsync()
    {
        var changed = new JsonObject();
        foreach (var (id, row) in await RowsAsync("customers"))
        {
            if (_customers.GetValueOrDefault(id) is { } before && before != row && User(row) is var end && !JsonNode.DeepEquals(end.State, User(before).State))
                changed[end.Id] = end.State;
        }
        return changed;
    }

    private async Task<JsonObject> OrderAsync(string name) =>
        OrderEnd.Of((await http.GetFromJsonAsync<OrderRow>(new Uri($"_control/orders/{Uri.EscapeDataString(name.TrimStart('#'))}", UriKind.Relative)))!);

    private async Task<Dictionary<long, string>> RowsAsync(string what)
    {
        using var rows = JsonDocument.Parse(await http.GetByteArrayAsync(new Uri($"_control/{what}", UriKind.Relative)));
        return rows.RootElement.EnumerateArray().ToDictionary(r => r.GetProperty("id").GetInt64(), r => r.GetRawText());
    }

    private static string Name(string row) => JsonSerializer.Deserialize<Named>(row, JsonSerializerOptions.Web)!.Name;

    private static (string Id, JsonObject State) User(string row)
    {
        var customer = JsonSerializer.Deserialize<CustomerRow>(row, JsonSerializerOptions.Web)!;
        return (UserEnd.IdOf(customer) ?? $"customer:{customer.Id}", UserEnd.Of(customer));
    }

    private sealed record Named(string Name);
}
