using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Reva.Server.Tests.Acting;

/// <summary>What the shop itself knows, asked past Reva.</summary>
internal sealed class BackOffice(HttpClient sandbox)
{
    // Ids, moments and marks differ from order to order; what was done to it does not.
    private static readonly HashSet<string> OfItsOwn = new(StringComparer.Ordinal)
    {
        "id", "name", "email", "customerId", "createdAt", "updatedAt", "cancelledAt", "processedAt", "closedAt", "staffNote", "note", "metafields", "lineItemId", "parentId", "returnId",
        "labelUrl", "trackingNumber", "trackingUrl", "tags", "customAttributes", "firstName", "lastName", "deliveredAt", "reasonNote", "customerNote",
    };

    /// <summary>All that is known of an order, as text, without what is its own.</summary>
    public async Task<string> OrderAsync(string number) =>
        Without((await sandbox.GetFromJsonAsync<JsonNode>($"/_control/orders/{number.TrimStart('#')}"))!)!.ToJsonString();

    /// <summary>The same of a customer.</summary>
    public async Task<string> CustomerAsync(string email) =>
        Without((await sandbox.GetFromJsonAsync<JsonNode>($"/_control/customers/{Uri.EscapeDataString(email)}"))!)!.ToJsonString();

    /// <summary>Names of what took effect, for an order, or for all that is on no order.</summary>
    public async Task<List<string>> EffectsAsync(string? number = null) =>
        [.. (await AllEffectsAsync()).Where(e => (string?)e["order"] == number).Select(e => (string)e["name"]!).Order(StringComparer.Ordinal)];

    /// <summary>Everything that took effect, oldest first.</summary>
    public async Task<List<JsonNode>> AllEffectsAsync() => [.. (await sandbox.GetFromJsonAsync<JsonArray>("/_control/effects"))!.Select(e => e!.DeepClone())];

    /// <summary>From now on a fault.</summary>
    public async Task FaultAsync(object fault)
    {
        using var answer = await sandbox.PostAsJsonAsync("/_control/faults", fault);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>How many requests wait in faults now.</summary>
    public async Task<int> WaitingAsync() => (await sandbox.GetFromJsonAsync<JsonArray>("/_control/faults"))!.Sum(f => (int)f!["waiting"]!);

    /// <summary>All is well again; who waited is served.</summary>
    public async Task HealAsync() => (await sandbox.DeleteAsync("/_control/faults")).EnsureSuccessStatusCode();

    /// <summary>The shop changes an order itself.</summary>
    public async Task ChangeAsync(string number, object change)
    {
        using var answer = await sandbox.PostAsJsonAsync($"/_control/orders/{number.TrimStart('#')}", change);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The shop changes a product itself.</summary>
    public async Task ChangeProductAsync(string handle, object change)
    {
        using var answer = await sandbox.PostAsJsonAsync($"/_control/products/{handle}", change);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static JsonNode? Without(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Where(f => !OfItsOwn.Contains(f.Key)).Select(f => KeyValuePair.Create(f.Key, Without(f.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Without)]),
        _ => node?.DeepClone(),
    };
}
