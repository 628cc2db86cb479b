using System.Text.Json.Nodes;
using Npgsql;
using Reva.Grains.Conversations.Actions;
using Reva.Testing.Time;

namespace Reva.Server.Tests.Acting;

/// <summary>What is stored of planted actions, read past every server.</summary>
internal sealed class Tracks(ActingHouse house)
{
    /// <summary>Where an action stands.</summary>
    public async Task<string> StatusAsync(Planted planted)
    {
        await using var command = house.Source.CreateCommand("select status from actions where action_id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = planted.ActionId });
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Waits until all stand there, and the shopper has been told.</summary>
    public async Task ToldAsync(IReadOnlyList<Planted> all, string status = "done")
    {
        var told = new HashSet<Planted>();
        try
        {
            foreach (var planted in all)
            {
                await Eventually.Is($"{planted.Kind} is {status} and told", async () => await StatusAsync(planted) == status && (await EventsAsync(planted)).Any(IsReply));
                told.Add(planted);
            }
        }
        catch (TimeoutException late)
        {
            var states = await Task.WhenAll(all.Where(p => !told.Contains(p)).Select(async p => $"{p.Kind}: {await StatusAsync(p)}, {string.Join(' ', (await EventsAsync(p)).Select(e => (string)e["type"]!))}, audit {await AuditAsync(p)}"));
            throw new TimeoutException($"{late.Message} {string.Join("; ", states)}", late);
        }
    }

    /// <summary>All events of the conversation.</summary>
    public async Task<List<JsonNode>> EventsAsync(Planted planted)
    {
        var events = await house.Log.EventsAsync(Planting.Store, planted.ConversationId, 0, 1000, default);
        return [.. events.Select(e => With(JsonNode.Parse(e.Data)!, e.Seq, e.Type))];
    }

    /// <summary>What the audit says happened to the action, in order.</summary>
    public async Task<string> AuditAsync(Planted planted)
    {
        await using var command = house.Source.CreateCommand("select string_agg(event, ' ' order by n) from audit where action_id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = planted.ActionId });
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Numbered without gaps, ended once, told once.</summary>
    public async Task AssertOnceAsync(Planted planted, string status = "done")
    {
        var events = await EventsAsync(planted);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(n => (long)n), events.Select(e => (long)e["seq"]!));
        var updates = events.Where(e => (string)e["type"]! == "action.updated" && (string)e["action"]!["id"]! == planted.ActionId).Select(e => (string)e["action"]!["status"]!).ToList();
        Assert.Equal(updates.Distinct(), updates);
        Assert.Equal(status, updates[^1]);
        var text = (string)events.Last(e => (string)e["type"]! == "action.updated" && (string)e["action"]!["id"]! == planted.ActionId)["action"]!["text"]!;
        Assert.Single(events, e => IsReply(e) && ActionEventData.Plain((string)e["text"]!)!.Contains(text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("**", text, StringComparison.Ordinal);
        Assert.Equal(status, await StatusAsync(planted));
        var audit = (await AuditAsync(planted)).Split(' ');
        Assert.Single(audit, a => a == "started");
        Assert.Single(audit, a => a == status);
    }

    /// <summary>Whether it is something that a server has said.</summary>
    public static bool IsReply(JsonNode e) => (string)e["type"]! == "text.completed" && (string)e["text"]! != Planting.Offer;

    private static JsonNode With(JsonNode data, long seq, string type)
    {
        data["seq"] = seq;
        data["type"] = type;
        return data;
    }
}
