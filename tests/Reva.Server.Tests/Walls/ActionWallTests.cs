using System.Text.Json.Nodes;
using Reva.Core.Actions;
using Reva.Server.Tests.Acting;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Walls;

/// <summary>What a store proposes, does and writes down of it is nobody else's to read, answer or change.</summary>
public sealed class ActionWallTests(ActingServer reva) : IClassFixture<ActingServer>
{
    private const string Unknown = "01arz3ndektsv4rrffq69g5fav";

    /// <summary>The endpoints that are tried here.</summary>
    public static IEnumerable<string> Endpoints =>
        Answers.Keys.Select(call => $"POST /api/v1/conversations/{{id}}/actions/{{actionId}}/{call}").Concat(["GET /api/v1/actions", "GET /api/v1/audit", "GET /api/v1/audit/verify", "GET /api/v1/policies", "PUT /api/v1/policies"]);

    private static readonly Dictionary<string, object?> Answers = new(StringComparer.Ordinal)
    {
        ["confirm"] = null, ["decline"] = null, ["approve"] = new { person = "Dana" }, ["reject"] = new { person = "Dana", reason = "No." },
    };

    public static TheoryData<string> Calls => [.. Answers.Keys];

    private RestClient Neighbour => ActingHouse.NeighboursProgram(reva.Server.Http);

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Another_stores_action_does_not_exist_and_stays_as_it_was(string call)
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.Refund);

        var foreign = await Neighbour.CallAsync("POST", $"{planted.Path}/{call}", Answers[call]);
        var unknown = await Neighbour.CallAsync("POST", $"conversations/{Unknown}/actions/{Unknown}/{call}", Answers[call]);
        foreach (var reach in new[] { $"demo:{planted.ConversationId}", $"..%2Fdemo%2F{planted.ConversationId}", $"conversation:demo:{planted.ConversationId}" })
            Assert.Equal(404, (await Neighbour.CallAsync("POST", $"conversations/{reach}/actions/{planted.ActionId}/{call}", Answers[call])).Status);

        Assert.Equal((404, 404), (foreign.Status, unknown.Status));
        Assert.Equal(foreign.Code, unknown.Code);
        Assert.Equal("proposed", await reva.Tracks.StatusAsync(planted));
        Assert.Equal("proposed", await reva.Tracks.AuditAsync(planted));
        Assert.Equal(200, (await reva.Program.CallAsync("POST", $"{planted.Path}/{call}", Answers[call])).Status);
    }

    [Fact]
    public async Task Lists_audit_and_policies_show_only_the_keys_own_store()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.Refund);
        await reva.CallAsync(planted, "confirm");
        await reva.Tracks.ToldAsync([planted]);

        foreach (var path in new[] { "actions", "actions?status=done", "audit", $"audit?conversationId={planted.ConversationId}", $"audit?actionId={planted.ActionId}", "audit?store_id=demo&storeId=demo" })
        {
            var (own, others) = ((await reva.Program.CallAsync("GET", path)).Taken.ToJsonString(), (await Neighbour.CallAsync("GET", path)).Taken.ToJsonString());
            Assert.Contains(planted.ActionId, own, StringComparison.Ordinal);
            Assert.DoesNotContain(planted.ConversationId, others, StringComparison.Ordinal);
            Assert.DoesNotContain(planted.ActionId, others, StringComparison.Ordinal);
        }
        Assert.Equal(0, (int)(await Neighbour.CallAsync("GET", $"audit/verify?conversationId={planted.ConversationId}")).Taken["chains"]!);
        Assert.Equal(404, (await Neighbour.CallAsync("GET", $"conversations/{planted.ConversationId}/actions")).Status);

        var before = (await reva.Program.CallAsync("GET", "policies")).Taken.ToJsonString();
        Assert.Equal(200, (await Neighbour.CallAsync("PUT", "policies", new { person = "Lee", policies = new JsonObject { ["returnWindowDays"] = 3650 } })).Status);
        Assert.Equal(before, (await reva.Program.CallAsync("GET", "policies")).Taken.ToJsonString());
    }
}
