using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Reva.Testing.Hub;
using Reva.Testing.Time;

namespace Reva.Evaluations.Deeds;

/// <summary>Plays a talk over the real hub and API, and checks what the back office holds when it is over.</summary>
internal static partial class DeedTalk
{
    private static readonly string[] UnderWay = ["confirmed", "running"];

    public static async Task PlayAsync(Deed deed, DeedStore store)
    {
        await store.BeginAsync(deed);
        var office = new BackOffice(store.Office);
        var (orders, people, codes) = (await office.ChangesAsync(), await office.CustomersAsync(), await office.EffectsAsync("discountCodeBasicCreate"));
        var script = new StringBuilder();
        await using var shopper = await Shopper.ArriveAsync(store.ServerUrl);
        try
        {
            foreach (var move in deed.Turns)
            {
                script.Append(await MoveAsync(move, shopper, store)).Append('\n');
                await SettledAsync(shopper.ConversationId, store);
            }
            await CheckAsync(deed, office, orders, people, codes, shopper, store);
        }
        catch (Xunit.Sdk.XunitException wrong)
        {
            throw new Xunit.Sdk.XunitException($"{wrong.Message}\n{script}", wrong);
        }
        finally
        {
            await KeepAsync(deed, store, script);
        }
    }

    private static async Task<string> MoveAsync(Move move, Shopper shopper, DeedStore store)
    {
        if ((move.Code is { } address ? await CodeAsync(address, store) : move.Say) is { } words)
        {
            if (store.WithModel)
                await store.ScriptAsync(move.Model);
            return $"> {words}\n  {await shopper.AskAsync(words)}";
        }
        if (move.Shop is { } change)
        {
            await store.PostAsync(store.Office, change.Path, change.Body);
            return $"(the shop: {change.Path})";
        }
        var actions = await ActionsAsync(shopper.ConversationId, store);
        var (what, kind) = (move.Click ?? move.Merchant!).Split(':') is [var verb, var named] ? (verb, named) : (move.Click ?? move.Merchant!, null);
        var action = actions.LastOrDefault(a => kind is null ? move.Merchant is null || (string)a["status"]! == "waiting_approval" : (string)a["kind"]! == kind);
        Assert.True(action is not null, $"There is nothing to {what}.");
        var id = (string)action["action_id"]!;
        if (move.Merchant is not null)
            await store.PostAsync(store.Api, $"/api/v1/conversations/{shopper.ConversationId}/actions/{id}/{what}", new { person = "Dana", reason = "We have looked at it." });
        else
            await shopper.Line.CallAsync(what == "confirm" ? "Confirm" : "Decline", new { conversationId = shopper.ConversationId, actionId = id });
        return $"({(move.Merchant is null ? "clicks" : "the merchant")} {what} on {(string)action["kind"]!})";
    }

    private static async Task<string> CodeAsync(string address, DeedStore store)
    {
        var code = "";
        await Eventually.Is($"a code is sent to {address}", async () =>
        {
            var mails = JsonNode.Parse(await store.Office.GetStringAsync($"/_control/mail?to={Uri.EscapeDataString(address)}"))!.AsArray();
            code = mails.Select(m => Code().Match((string)m!["text"]!).Value).LastOrDefault(c => c.Length > 0) ?? "";
            return code.Length > 0;
        });
        return code;
    }

    // What was confirmed by a click is carried out by itself: the next move begins when it has ended.
    private static Task SettledAsync(string conversation, DeedStore store) =>
        Eventually.Is("what was confirmed has ended", async () => (await ActionsAsync(conversation, store)).TrueForAll(a => !UnderWay.Contains((string)a["status"]!)));

    private static async Task CheckAsync(Deed deed, BackOffice office, Dictionary<string, string> orders, Dictionary<string, string> people, int codes, Shopper shopper, DeedStore store)
    {
        foreach (var (number, expected) in deed.Ends)
            await office.HoldsAsync(number, expected);
        var changed = (await office.ChangesAsync()).Where(o => orders[o.Key] != o.Value && !deed.Ends.ContainsKey(o.Key)).Select(o => o.Key).ToList();
        Assert.True(changed.Count == 0, $"#{string.Join(", #", changed)} changed, and nobody wished for it.");
        foreach (var (email, zip) in deed.Zips)
            Assert.Equal(zip, await office.ZipAsync(email));
        var touched = (await office.CustomersAsync()).Where(c => people[c.Key] != c.Value && !deed.Zips.ContainsKey(c.Key)).Select(c => c.Key).ToList();
        Assert.True(touched.Count == 0, $"{string.Join(", ", touched)} changed, and nobody wished for it.");
        Assert.Equal(deed.Codes, await office.EffectsAsync("discountCodeBasicCreate") - codes);
        var conversation = JsonNode.Parse(await store.Api.GetStringAsync($"/api/v1/conversations/{shopper.ConversationId}"))!;
        if (deed.Escalated)
            Assert.Equal("escalated", (string)conversation["status"]!);
    }

    private static async Task<List<JsonNode>> ActionsAsync(string conversation, DeedStore store)
    {
        using var answer = await store.Api.GetAsync($"/api/v1/conversations/{conversation}/actions");
        return answer.IsSuccessStatusCode ? [.. JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["actions"]!.AsArray().Select(a => a!)] : [];
    }

    // For reading what was said: no assertion is about wording.
    private static async Task KeepAsync(Deed deed, DeedStore store, StringBuilder script)
    {
        if (Environment.GetEnvironmentVariable("REVA_TRANSCRIPTS") is { Length: > 0 } folder)
        {
            await File.AppendAllTextAsync(Path.Combine(folder, store.WithModel ? "model.txt" : "rules.txt"), $"## {deed.Name}\n{script}\n");
            await File.WriteAllTextAsync(Path.Combine(folder, "server.txt"), store.LastWords);
        }
    }

    [GeneratedRegex("^[0-9]{6}", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
