using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Walls;

/// <summary>Every endpoint of one store, tried with what belongs to another: as if it did not exist.</summary>
public sealed class RestWallTests(TwoStores stores) : IClassFixture<TwoStores>
{
    private const string Unknown = "01arz3ndektsv4rrffq69g5fav";

    // A new endpoint without a line here fails the first test below.
    private static readonly Dictionary<string, Func<RestClient, string, Task<RestAnswer>>> WithAnId = new(StringComparer.Ordinal)
    {
        ["POST /api/v1/conversations/{id}/messages"] = (program, id) => program.CallAsync("POST", $"conversations/{id}/messages", new { content = "hello" }),
        ["GET /api/v1/conversations/{id}"] = (program, id) => program.CallAsync("GET", $"conversations/{id}"),
        ["GET /api/v1/conversations/{id}/turns"] = (program, id) => program.CallAsync("GET", $"conversations/{id}/turns"),
        ["POST /api/v1/conversations/{id}/escalate"] = (program, id) => program.CallAsync("POST", $"conversations/{id}/escalate", new { reason = "because" }),
        ["POST /api/v1/conversations/{id}/resolve"] = (program, id) => program.CallAsync("POST", $"conversations/{id}/resolve", new { resolution_summary = "done" }),
        ["POST /api/v1/conversations/{id}/takeover"] = TakeOver,
        ["POST /api/v1/conversations/{id}/handback"] = (program, id) => TakenOver(program, id, "handback", new { note = "all is said" }),
        ["POST /api/v1/conversations/{id}/replies"] = (program, id) => TakenOver(program, id, "replies", new { text = "Dana here." }),
        ["GET /api/v1/conversations/{id}/actions"] = (program, id) => program.CallAsync("GET", $"conversations/{id}/actions"),
        ["POST /api/v1/conversations/{id}/notes"] = (program, id) => program.CallAsync("POST", $"conversations/{id}/notes", new { text = "a regular" }),
    };

    private static Task<RestAnswer> TakeOver(RestClient program, string id) => program.CallAsync("POST", $"conversations/{id}/takeover", new { person = "Dana" });

    private static async Task<RestAnswer> TakenOver(RestClient program, string id, string call, object body)
    {
        await TakeOver(program, id);
        return await program.CallAsync("POST", $"conversations/{id}/{call}", body);
    }

    private static readonly string[] WithoutAnId = ["POST /api/v1/conversations", "GET /api/v1/conversations", "GET /api/v1/mails", "POST /api/v1/customers/token"];

    // What stands open to everybody, as SECURITY.md says.
    private static readonly string[] Open =
        ["GET /health/live", "GET /health/ready", "* /api/{**rest}", "* /hubs/chat", "* /hubs/chat/negotiate", "GET /openapi/{documentName}.json", "* {**path}"];

    // Takes nothing but what the shop's platform has signed with that store's own secret.
    private static readonly string[] Signed = ["GET /shopify/proxy/token"];

    [Fact]
    public void Every_endpoint_is_either_behind_the_wall_or_open_on_purpose()
    {
        var served = stores.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => $"{Methods(e)} /{e.RoutePattern.RawText!.TrimStart('/')}".Replace("* /{**path}", "* {**path}", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(WithAnId.Keys.Concat(ActionWallTests.Endpoints).Concat(WithoutAnId).Concat(Signed).Concat(Open).Order(StringComparer.Ordinal), served);
    }

    public static TheoryData<string> EndpointsWithAnId => [.. WithAnId.Keys];

    [Theory]
    [MemberData(nameof(EndpointsWithAnId))]
    public async Task Another_stores_conversation_does_not_exist_and_stays_as_it_was(string endpoint)
    {
        var id = await stores.FernProgram.BeginAsync("do you ship to Canada?");
        var before = (await stores.FernProgram.CallAsync("GET", $"conversations/{id}")).Text;

        var unknown = await WithAnId[endpoint](stores.LanternProgram, Unknown);
        var foreign = await WithAnId[endpoint](stores.LanternProgram, id);

        Assert.Equal(404, foreign.Status);
        Assert.Equal(unknown.Status, foreign.Status);
        Assert.Equal(WithoutTrace(unknown), WithoutTrace(foreign));
        Assert.Equal(before, (await stores.FernProgram.CallAsync("GET", $"conversations/{id}")).Text);
        Assert.Equal(200, (await WithAnId[endpoint](stores.FernProgram, id)).Status);
    }

    [Theory]
    [MemberData(nameof(EndpointsWithAnId))]
    public async Task An_id_that_reaches_for_another_store_is_an_unknown_id(string endpoint)
    {
        var id = await stores.FernProgram.BeginAsync("hello");
        foreach (var reach in new[] { $"demo:{id}", $"..%2Fdemo%2F{id}", $"conversation:demo:{id}", id.ToUpperInvariant() + "%20" })
            Assert.Equal(404, (await WithAnId[endpoint](stores.LanternProgram, reach)).Status);
    }

    [Fact]
    public async Task Lists_and_their_searches_show_only_the_keys_own_store()
    {
        var word = "qzx" + Guid.NewGuid().ToString("n")[..10];
        var fern = await stores.FernProgram.BeginAsync($"hello {word}");
        var lantern = await stores.LanternProgram.BeginAsync($"good day {word}");

        Assert.Equal([fern], await IdsAsync(stores.FernProgram, $"conversations?q={word}"));
        Assert.Equal([lantern], await IdsAsync(stores.LanternProgram, $"conversations?q={word}"));
        Assert.DoesNotContain(fern, await IdsAsync(stores.LanternProgram, "conversations"));
        Assert.DoesNotContain(fern, await IdsAsync(stores.LanternProgram, $"conversations?cursor={lantern}"));
        Assert.DoesNotContain(fern, await IdsAsync(stores.LanternProgram, "conversations?cursor=7zzzzzzzzzzzzzzzzzzzzzzzzz"));
        Assert.DoesNotContain(fern, await IdsAsync(stores.LanternProgram, "conversations?status=open&store_id=demo&storeId=demo"));
    }

    [Fact]
    public async Task The_same_idempotency_key_in_two_stores_is_two_conversations()
    {
        var first = await stores.FernProgram.CallAsync("POST", "conversations", new { initial_message = "hello" }, idempotencyKey: "shared-1");
        var second = await stores.LanternProgram.CallAsync("POST", "conversations", new { initial_message = "hello" }, idempotencyKey: "shared-1");
        Assert.NotEqual((string)first.Json["conversation_id"]!, (string)second.Json["conversation_id"]!);
        Assert.NotEqual((string)first.Json["message_id"]!, (string)second.Json["message_id"]!);
    }

    private static async Task<List<string>> IdsAsync(RestClient program, string path)
    {
        var answer = await program.CallAsync("GET", path);
        Assert.Equal(200, answer.Status);
        return [.. answer.Json["conversations"]!.AsArray().Select(c => (string)c!["conversation_id"]!)];
    }

    private static string WithoutTrace(RestAnswer answer)
    {
        var body = answer.Json.AsObject();
        body.Remove("trace_id");
        return body.ToJsonString();
    }

    private static string Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods.Count: > 0 } methods ? string.Join(',', methods.HttpMethods) : "*";
}
