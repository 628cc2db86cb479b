using System.Text.Json.Nodes;
using Npgsql;
using Reva.Core.Actions;

namespace Reva.Server.Tests.Acting;

/// <summary>Whoever touches the audit in the database itself is found out, and where.</summary>
public sealed class AuditTests(ActingServer reva) : IClassFixture<ActingServer>
{
    [Fact]
    public async Task The_trail_tells_who_did_what_and_why_with_the_order_before_and_after()
    {
        var planted = await DoneAsync();

        var lines = (await reva.Program.CallAsync("GET", $"audit?actionId={planted.ActionId}")).Taken["entries"]!.AsArray().Reverse().Select(e => e!).ToList();

        Assert.Equal(["proposed", "confirmed", "started", "done"], lines.Select(l => (string)l["event"]!));
        Assert.Equal(["agent", "shopper", "system", "system"], lines.Select(l => (string)l["actor"]!));
        Assert.All(lines, l => Assert.Equal("refund", (string)l["kind"]!));
        Assert.Equal([1, 2, 3, 4], lines.Select(l => (int)l["n"]!));
        Assert.Contains("program", (string)lines[1]["why"]!, StringComparison.Ordinal);
        Assert.Equal(0m, (decimal)lines[2]["before"]!["refunded"]!["amount"]!);
        Assert.Equal(20m, (decimal)lines[3]["after"]!["refunded"]!["amount"]!);
    }

    [Theory]
    [InlineData("update audit set why = why || '.' where conversation_id = $1 and n = 2", 2)]
    [InlineData("update audit set after = replace(after, '\"quantity\":1', '\"quantity\":2') where conversation_id = $1 and n = 1", 1)]
    [InlineData("update audit set at = at + interval '1 hour' where conversation_id = $1 and n = 3", 3)]
    [InlineData("update audit set actor = 'merchant', actor_name = 'Dana' where conversation_id = $1 and n = 2", 2)]
    [InlineData("update audit set hash = repeat('0', 64) where conversation_id = $1 and n = 4", 4)]
    [InlineData("delete from audit where conversation_id = $1 and n = 1", 1)]
    [InlineData("delete from audit where conversation_id = $1 and n = 2", 2)]
    [InlineData("delete from audit where conversation_id = $1 and n > 2", 3)]
    [InlineData("delete from audit where conversation_id = $1 and n = 4", 4)]
    [InlineData("delete from audit where conversation_id = $1", 1)]
    [InlineData("with gone as (delete from audit where conversation_id = $1) delete from audit_heads where conversation_id = $1", 1)]
    [InlineData("update audit set n = case n when 102 then 3 else 2 end where conversation_id = $1 and n > 100", 2, "update audit set n = n + 100 where conversation_id = $1 and n in (2, 3)")]
    [InlineData("insert into audit select store_id, conversation_id, 5, at, event, actor, actor_name, action_id, action_kind, why, rule, before, after, hash, previous_hash from audit where conversation_id = $1 and n = 4", 5)]
    [InlineData("update audit set n = n + 1 where conversation_id = $1 and n = 4", 4)]
    [InlineData("update audit_heads set hash = repeat('a', 64) where conversation_id = $1", 4)]
    public async Task What_is_touched_shows(string sql, int place, string? first = null)
    {
        var planted = await DoneAsync();
        Assert.True((bool)(await VerifyAsync(planted))["whole"]!);
        if (first is not null)
            await TouchAsync(first, planted);

        await TouchAsync(sql, planted);

        var verdict = await VerifyAsync(planted);
        Assert.False((bool)verdict["whole"]!);
        var touched = Assert.Single(verdict["touched"]!.AsArray())!;
        Assert.Equal((planted.ConversationId, place), ((string)touched["conversation_id"]!, (int)touched["n"]!));
        // The store's own check names it too, among whatever else is there.
        Assert.Contains((await reva.Program.CallAsync("GET", "audit/verify")).Taken["touched"]!.AsArray(), t => (string)t!["conversation_id"]! == planted.ConversationId);
    }

    private async Task<Planted> DoneAsync()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.Refund);
        await reva.CallAsync(planted, "confirm");
        await reva.Tracks.ToldAsync([planted]);
        return planted;
    }

    private async Task<JsonNode> VerifyAsync(Planted planted) => (await reva.Program.CallAsync("GET", $"audit/verify?conversationId={planted.ConversationId}")).Taken;

    private async Task TouchAsync(string sql, Planted planted)
    {
        await using var command = reva.Acting.Source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = planted.ConversationId });
        await command.ExecuteNonQueryAsync();
    }
}
