using Reva.Testing.Hub;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Models;

/// <summary>What the merchant reads of a conversation's last turn.</summary>
internal static class Trace
{
    /// <summary>Why no model answered; null when one did.</summary>
    public static async Task<string?> WithoutModelAsync(ModelHouse house, ServerInside server, Shopper shopper)
    {
        var answer = await new RestClient(server.Http, house.ApiKey).CallAsync("GET", $"conversations/{shopper.ConversationId}/turns");
        var steps = answer.Json["turns"]!.AsArray().MaxBy(t => (string)t!["turn_id"]!)!["trace"]!.AsArray();
        return (string?)steps.Single(s => (string?)s!["step"] == "Reply")!["detail"]!["without_model"];
    }
}
