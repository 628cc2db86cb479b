using System.Text.Json.Nodes;
using Reva.Server.Tests.Models;
using Reva.Testing.Hub;
using Reva.Testing.Server;

namespace Reva.Server.Tests.People;

/// <summary>A shopper in the widget, heard live, and Dana of the shop at the API.</summary>
internal sealed class Takeover : IAsyncDisposable
{
    private readonly List<JsonNode> _heard = [];
    private readonly IAsyncEnumerator<JsonNode> _live;
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(60));

    private Takeover(Shopper shopper, RestClient program, IAsyncEnumerable<JsonNode> live)
    {
        (Shopper, Program) = (shopper, program);
        _live = live.GetAsyncEnumerator(_patience.Token);
    }

    public Shopper Shopper { get; }

    public RestClient Program { get; }

    /// <summary>All that the shopper's line has told so far, in its order, words and cards included.</summary>
    public IReadOnlyList<JsonNode> Heard => _heard;

    public static async Task<Takeover> ArriveAsync(string url, HttpClient http, string key, string? token = null)
    {
        var shopper = await Shopper.ArriveAsync(url, token);
        var live = await shopper.Line.StreamAsync("Subscribe", shopper.ConversationId, 0L);
        return new Takeover(shopper, new RestClient(http, key), live.ReadAllAsync());
    }

    public static Task<Takeover> ArriveAsync(ModelHouse house, ServerInside server) => ArriveAsync(server.Url, server.Http, house.ApiKey);

    /// <summary>Listens until an event of this type has come that no earlier call returned.</summary>
    public async Task<JsonNode> HearAsync(string type)
    {
        while (await _live.MoveNextAsync())
        {
            _heard.Add(_live.Current);
            if ((string)_live.Current["type"]! == type)
                return _live.Current;
        }
        throw new InvalidOperationException($"The line ended before {type}.");
    }

    /// <summary>Types of what was heard after the event of that type, and before the one that ends the part.</summary>
    public string[] TypesBetween(string after, string before) =>
        [.. _heard.Select(e => (string)e["type"]!).SkipWhile(t => t != after).Skip(1).TakeWhile(t => t != before)];

    public Task<RestAnswer> CallAsync(string call, object body, string? key = null) =>
        Program.CallAsync("POST", $"conversations/{Shopper.ConversationId}/{call}", body, key);

    public async Task<JsonNode> TakeOverAsync(string person = "Dana") => (await CallAsync("takeover", new { person })).Taken;

    public async Task<JsonNode> ReplyAsync(string text) => (await CallAsync("replies", new { text })).Taken;

    public async Task<JsonNode> HandBackAsync() => (await CallAsync("handback", new { })).Taken;

    public async Task<JsonNode> ReadAsync() => (await Program.CallAsync("GET", $"conversations/{Shopper.ConversationId}")).Taken;

    public async ValueTask DisposeAsync()
    {
        await Shopper.DisposeAsync();
        _patience.Dispose();
    }
}
