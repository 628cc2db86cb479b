using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reva.Server.Hubs;
using Reva.Testing;
using Reva.Testing.Hub;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Contracts;

/// <summary>What crosses the hub is what tests/contracts says: other programs are built on it.</summary>
[Collection(RevaCollection.Name)]
public sealed class HubContractTests(ServerFixture reva)
{
    private static readonly JsonNode Samples = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "tests", "contracts", "hub-events.json")))!;

    [Fact]
    public void The_samples_match_the_types_and_show_each_of_them()
    {
        var events = Samples["events"]!.AsArray();
        Assert.Empty(events.SelectMany(e => EventTypes.Differences(e!)));
        Assert.Equal(EventTypes.Names.Order(StringComparer.Ordinal), events.Select(e => (string)e!["type"]!).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"seq":1,"type":"turn.started","at":"2026-11-20T10:00:00Z"}""", "missing")]
    [InlineData("""{"seq":1,"type":"turn.started","at":"2026-11-20T10:00:00Z","turnId":"01kc0v5r8m4t2n6q9xwbzh3d81","more":1}""", "not in the contract")]
    [InlineData("""{"seq":1,"type":"rated","at":"2026-11-20T10:00:00Z","score":4.5}""", "score")]
    [InlineData("""{"seq":1,"type":"typing","at":"2026-11-20T10:00:00Z","author":"ghost"}""", "author")]
    [InlineData("""{"seq":1,"type":"new.type","at":"2026-11-20T10:00:00Z"}""", "new.type")]
    public void An_event_that_breaks_the_contract_is_found_out(string broken, string expected) =>
        Assert.Contains(EventTypes.Differences(JsonNode.Parse(broken)!), d => d.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public async Task Every_event_of_a_long_walk_matches_its_contract()
    {
        var open = JsonNode.Parse(await reva.Sandbox.Http.GetStringAsync("/_control/sample-orders"))!.AsArray().First(o => (string)o!["status"]! == "not_yet_shipped")!;
        await using var walk = await LongWalk.BeginAsync(reva);

        await walk.LookForGoodsAsync();
        await walk.CancelAsync((string)open["number"]!, (string)open["email"]!);
        await walk.MeetPeopleAsync();

        Assert.Empty(walk.Heard.SelectMany(EventTypes.Differences).Distinct());
        Assert.Empty(EventTypes.Names.Except(walk.Heard.Select(e => (string)e["type"]!)).Except(["error", "turn.withdrawn"]));
    }

    [Fact]
    public async Task Orders_in_every_state_match_their_contract_over_the_api_too()
    {
        var program = new RestClient(reva.Server.Http, reva.Settings.ApiKey);
        var orders = JsonNode.Parse(await reva.Sandbox.Http.GetStringAsync("/_control/sample-orders"))!.AsArray();
        var told = 0;
        foreach (var order in orders)
        {
            var id = await program.BeginAsync("hello");
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/conversations/{id}/messages");
            request.Headers.Authorization = new("Bearer", reva.Settings.ApiKey);
            request.Headers.Accept.Add(new("text/event-stream"));
            request.Content = new StringContent(JsonSerializer.Serialize(new { content = $"where is my order {order!["number"]}? {order["email"]}" }), Encoding.UTF8, "application/json");
            using var response = await reva.Server.Http.SendAsync(request);
            var events = (await response.Content.ReadAsStringAsync()).Split('\n').Where(l => l.StartsWith("data: ", StringComparison.Ordinal)).Select(l => JsonNode.Parse(l[6..])!).ToList();
            Assert.Empty(events.SelectMany(EventTypes.Differences));
            told += events.Count(e => (string)e["type"]! == "order");
        }
        Assert.Equal(orders.Count, told);
    }

    [Fact]
    public async Task The_answers_of_calls_have_the_fields_of_the_samples()
    {
        await using var line = await HubLine.OpenAsync(reva.Server.Url);
        var started = (await line.CallAsync("Start", Samples["start"]!["request"]))!;
        Assert.Equal(Shape(Samples["start"]!["answer"]!), Shape(started));
        var id = (string)started["conversationId"]!;
        Assert.Equal(Shape(Samples["send"]!["answer"]!), Shape((await line.CallAsync("Send", With(Samples["send"]!["request"]!, id)))!));
        Assert.Equal(Shape(Samples["rate"]!["answer"]!), Shape((await line.CallAsync("Rate", With(Samples["rate"]!["request"]!, id)))!));
    }

    [Fact]
    public void The_hub_takes_the_calls_of_the_contract_and_no_others()
    {
        var calls = typeof(ChatHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(m => $"{m.Name}({string.Join(", ", m.GetParameters().Where(p => p.ParameterType != typeof(CancellationToken)).Select(p => Words(p.ParameterType, p.Name!)))})");
        Assert.Equal(
            [
                "Confirm({conversationId, actionId})", "Decline({conversationId, actionId})", "Rate({conversationId, score, comment})", "Send({conversationId, clientMessageId, text, page: {url, productHandle}})",
                "Start({storeId, visitorToken, page: {url, productHandle}, locale, fresh, customerToken})", "Subscribe(conversationId, afterSeq)", "Typing(conversationId)",
            ],
            calls.Order(StringComparer.Ordinal));
    }

    private static string Words(Type type, string name) => type == typeof(string) || type.IsPrimitive ? name
        : $"{{{string.Join(", ", type.GetProperties().Select(p => Words(p.PropertyType, JsonNamingPolicy.CamelCase.ConvertName(p.Name)) is var inner && inner.StartsWith('{') ? $"{JsonNamingPolicy.CamelCase.ConvertName(p.Name)}: {inner}" : inner))}}}";

    private static JsonNode With(JsonNode request, string conversationId)
    {
        var own = request.DeepClone();
        own["conversationId"] = conversationId;
        return own;
    }

    private static string Shape(JsonNode node) => node switch
    {
        JsonObject o => $"{{{string.Join(",", o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{Shape(p.Value!)}"))}}}",
        JsonArray => "[]",
        _ => node.GetValueKind() switch { JsonValueKind.True or JsonValueKind.False => "Boolean", var kind => kind.ToString() },
    };
}
