using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Reva.Testing.Hub;

namespace Reva.Server.Tests.Faults;

/// <summary>A shopper who sends one message, whatever happens to the line, and remembers all that was told.</summary>
internal sealed class Witness(string serverUrl, int number) : IAsyncDisposable
{
    private readonly string _clientMessageId = $"m-{number}";
    private volatile ImmutableList<JsonNode> _stored = [];
    private Shopper? _shopper;
    private Task _listening = Task.CompletedTask;
    private TaskCompletionSource _firstWord = NewSignal();
    private readonly TaskCompletionSource _answer = NewSignal();
    private string? _token;

    /// <summary>Where the shopper arrives.</summary>
    public string ServerUrl { get; set; } = serverUrl;

    public string Question => $"can you recommend a jacket to shopper {number}?";

    /// <summary>Completes with the first piece of a reply on the present line.</summary>
    public Task FirstWord => _firstWord.Task;

    /// <summary>Completes with the end of the turn.</summary>
    public Task Answer => _answer.Task;

    /// <summary>Numbered events, as they came over all lines.</summary>
    public IReadOnlyList<JsonNode> Stored => _stored;

    /// <summary>Whether the server has said that it has the message.</summary>
    public bool Acknowledged { get; private set; }

    /// <summary>Comes with the token of before and listens from the last number seen.</summary>
    public async Task ArriveAsync()
    {
        _firstWord = NewSignal();
        _shopper = await Shopper.ArriveAsync(ServerUrl, _token);
        _token = _shopper.Token;
        _listening = ListenAsync(_shopper);
    }

    /// <summary>Sends the message, again under the same id when it was sent before; false when the line broke first.</summary>
    public async Task<bool> SayAsync()
    {
        try
        {
            await _shopper!.SayAsync(Question, _clientMessageId);
            Acknowledged = true;
        }
        catch (Exception broken) when (broken is HubFailure { Code: "closed" or "unavailable" } or System.Net.WebSockets.WebSocketException)
        {
            return false;
        }
        return true;
    }

    /// <summary>The line is gone.</summary>
    public async Task LeaveAsync()
    {
        if (_shopper is not null)
            await _shopper.DisposeAsync();
        await _listening;
    }

    /// <summary>Everything that the server has of the conversation, by number.</summary>
    public async Task<List<JsonNode>> LogAsync()
    {
        var all = new List<JsonNode>();
        await using var back = await Shopper.ArriveAsync(ServerUrl, _token);
        await foreach (var next in (await back.Line.StreamAsync("Subscribe", back.ConversationId, 0L)).ReadAllAsync())
        {
            all.Add(next);
            if ((long)next["seq"]! >= back.LastSeq)
                break;
        }
        return all;
    }

    public async ValueTask DisposeAsync() => await LeaveAsync();

    private async Task ListenAsync(Shopper shopper)
    {
        while (true)
        {
            try
            {
                await foreach (var next in (await shopper.Line.StreamAsync("Subscribe", shopper.ConversationId, (long)_stored.Count)).ReadAllAsync())
                    Take(next);
                return;
            }
            catch (HubFailure failure) when (failure.Code == "unavailable")
            {
                // The widget subscribes again from the last number it has.
            }
        }
    }

    private void Take(JsonNode next)
    {
        var type = (string)next["type"]!;
        if (type == "text.delta")
            _firstWord.TrySetResult();
        if (type is "text.delta" or "typing")
            return;
        _stored = _stored.Add(next);
        if (type is "text.completed" or "error")
        {
            _firstWord.TrySetResult();
            _answer.TrySetResult();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
