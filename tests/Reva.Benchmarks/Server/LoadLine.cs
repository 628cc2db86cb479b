using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Reva.Benchmarks.Server;

/// <summary>
/// A line to the chat hub that costs the load generator as little as it can: it looks for marks in the frames instead of
/// reading them, since client and server share the machine.
/// </summary>
internal sealed class LoadLine : IAsyncDisposable
{
    private const byte RecordEnd = 0x1e;
    private readonly ClientWebSocket _socket = new();
    private byte[] _buffer = new byte[4 * 1024];
    private string _conversationId = "";
    private int _sent;

    /// <summary>Connects and shakes hands.</summary>
    public static async Task<LoadLine> OpenAsync(string serverUrl)
    {
        var line = new LoadLine();
        await line._socket.ConnectAsync(new Uri(serverUrl.Replace("http", "ws", StringComparison.Ordinal) + "/hubs/chat"), CancellationToken.None);
        await line.WriteAsync("""{"protocol":"json","version":1}""");
        await line.ReadAsync();
        return line;
    }

    /// <summary>Begins a conversation of the demo store and listens to it.</summary>
    public async Task StartAsync()
    {
        await WriteAsync("""{"type":1,"invocationId":"start","target":"Start","arguments":[{"storeId":"demo"}]}""");
        using (var answer = JsonDocument.Parse((await ReadUntilAsync("\"invocationId\":\"start\""u8.ToArray())).TrimEnd((char)RecordEnd)))
            _conversationId = answer.RootElement.GetProperty("result").GetProperty("conversationId").GetString()!;
        await WriteAsync($$"""{"type":4,"invocationId":"live","target":"Subscribe","arguments":["{{_conversationId}}",0]}""");
    }

    /// <summary>Sends a message and does not wait for its number.</summary>
    public Task SayAsync(string text) => WriteAsync(string.Create(CultureInfo.InvariantCulture,
        $$"""{"type":1,"invocationId":"say","target":"Send","arguments":[{"conversationId":"{{_conversationId}}","clientMessageId":"m{{++_sent}}","text":"{{text}}"}]}"""));

    /// <summary>Reads until a frame holds the mark; the frame.</summary>
    public async Task<string> ReadUntilAsync(byte[] mark)
    {
        while (true)
        {
            var frame = await ReadAsync();
            if (frame.Span.IndexOf(mark) >= 0)
                return Encoding.UTF8.GetString(frame.Span);
        }
    }

    /// <summary>The next frame; holds until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync()
    {
        for (var length = 0; ;)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException("The server closed the line.");
            length += part.Count;
            if (part.EndOfMessage)
                return _buffer.AsMemory(0, length);
            if (length == _buffer.Length)
                Array.Resize(ref _buffer, length * 2);
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task WriteAsync(string record) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(record + (char)RecordEnd), WebSocketMessageType.Text, true, CancellationToken.None);
}
