using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Reva.Testing.Hub;

/// <summary>A line to the chat hub that speaks SignalR's JSON protocol over a WebSocket, as the widget does.</summary>
public sealed class HubLine : IAsyncDisposable
{
    private const char RecordEnd = '\u001e';
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> _calls = new();
    private readonly ConcurrentDictionary<string, Channel<JsonNode>> _streams = new();
    private readonly SemaphoreSlim _sending = new(1);
    private Task _reading = Task.CompletedTask;
    private int _ids;

    private HubLine(string serverUrl) => ServerUrl = serverUrl;

    /// <summary>The server it leads to.</summary>
    public string ServerUrl { get; }

    /// <summary>Connects and shakes hands.</summary>
    public static async Task<HubLine> OpenAsync(string serverUrl)
    {
        var line = new HubLine(serverUrl);
        await line._socket.ConnectAsync(new Uri(serverUrl.Replace("http", "ws", StringComparison.Ordinal) + "/hubs/chat"), CancellationToken.None);
        await line.SendRawAsync("""{"protocol":"json","version":1}""");
        await line.ReceiveAsync();
        line._reading = line.ReadAsync();
        return line;
    }

    /// <summary>Calls a method and waits for its answer; a failure is a <see cref="HubFailure"/>.</summary>
    public Task<JsonNode?> CallAsync(string method, params object?[] arguments) =>
        CallRawAsync(id => JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }));

    /// <summary>Sends a frame as it is written for an invocation id and waits for its answer; a failure is a <see cref="HubFailure"/>.</summary>
    public async Task<JsonNode?> CallRawAsync(Func<string, string> frame)
    {
        var id = Interlocked.Increment(ref _ids).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = _calls[id] = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendRawAsync(frame(id));
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Opens a stream; ends when the server ends it, throws <see cref="HubFailure"/> when it fails.</summary>
    public Task<ChannelReader<JsonNode>> StreamAsync(string method, params object?[] arguments) =>
        StreamRawAsync(id => JsonSerializer.Serialize(new { type = 4, invocationId = id, target = method, arguments }));

    /// <summary>Opens a stream with a frame as it is written for an invocation id.</summary>
    public async Task<ChannelReader<JsonNode>> StreamRawAsync(Func<string, string> frame)
    {
        var id = Interlocked.Increment(ref _ids).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var items = _streams[id] = Channel.CreateUnbounded<JsonNode>();
        await SendRawAsync(frame(id));
        return items.Reader;
    }

    /// <summary>Sends a frame as it is.</summary>
    public async Task SendRawAsync(string frame)
    {
        // A socket takes one frame after another; callers need not.
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(frame + RecordEnd), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Completes when the server has closed the line.</summary>
    public Task ClosedAsync() => _reading.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Cuts the line without a word.</summary>
    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await ReceiveAsync() is { } text)
            {
                foreach (var record in text.Split(RecordEnd, StringSplitOptions.RemoveEmptyEntries))
                    Take(JsonNode.Parse(record)!);
            }
        }
        catch (Exception cut) when (cut is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // A line that is cut ends like one that is closed.
        }
        foreach (var call in _calls.Values)
            call.TrySetException(new HubFailure("closed", "The line was closed."));
        foreach (var stream in _streams.Values)
            stream.Writer.TryComplete();
    }

    private void Take(JsonNode message)
    {
        var id = (string?)message["invocationId"];
        switch ((int?)message["type"])
        {
            case 2 when _streams.TryGetValue(id!, out var stream):
                stream.Writer.TryWrite(message["item"]!.DeepClone());
                break;
            case 3 when _calls.TryRemove(id!, out var call):
                if (message["error"] is { } error)
                    call.SetException(HubFailure.Of((string)error!));
                else
                    call.SetResult(message["result"]?.DeepClone());
                break;
            case 3 when _streams.TryRemove(id!, out var stream):
                stream.Writer.TryComplete(message["error"] is { } failed ? HubFailure.Of((string)failed!) : null);
                break;
        }
    }

    private async Task<string?> ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        using var text = new MemoryStream();
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
        }
    }
}

/// <summary>A hub call that failed with a code.</summary>
public sealed class HubFailure(string code, string message) : Exception(message)
{
    /// <summary>The code for programs.</summary>
    public string Code { get; } = code;

    /// <summary>Seconds to wait, where the failure says so.</summary>
    public int? RetryAfter { get; init; }

    internal static HubFailure Of(string error)
    {
        var start = error.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
            return new HubFailure("none", error);
        var body = JsonNode.Parse(error[start..])!;
        return new HubFailure((string)body["code"]!, (string)body["message"]!) { RetryAfter = (int?)body["retryAfter"] };
    }
}
