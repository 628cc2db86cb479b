using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Reva.Testing.Database;

/// <summary>A way to a database that can be cut: what lies behind it is then away as if PostgreSQL had been stopped. Safe for many threads.</summary>
public sealed class DatabaseGate : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder _behind;
    private readonly ConcurrentDictionary<TcpClient, bool> _lines = new();
    private readonly CancellationTokenSource _end = new();
    private readonly int _port;
    private TcpListener? _listener;

    private DatabaseGate(string connectionString)
    {
        _behind = new NpgsqlConnectionStringBuilder(connectionString);
        Open(0);
        _port = ((IPEndPoint)_listener!.LocalEndpoint).Port;
    }

    /// <summary>The connection string through the gate.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_behind.ConnectionString) { Host = "127.0.0.1", Port = _port }.ConnectionString;

    /// <summary>An open gate before a database.</summary>
    public static DatabaseGate Before(string connectionString) => new(connectionString);

    /// <summary>Cuts all lines and refuses new ones.</summary>
    public void Close()
    {
        _listener?.Dispose();
        _listener = null;
        foreach (var line in _lines.Keys)
            line.Close();
    }

    /// <summary>Lets lines through again.</summary>
    public void Open() => Open(_port);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Close();
        _end.Dispose();
    }

    private void Open(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        _listener = listener;
        _ = AcceptAsync(listener);
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The gate was closed.
        }
    }

    private async Task CarryAsync(TcpClient outside)
    {
        using var inside = new TcpClient();
        _lines[outside] = true;
        try
        {
            await inside.ConnectAsync(_behind.Host!, _behind.Port, _end.Token);
            await Task.WhenAny(CopyAsync(outside, inside), CopyAsync(inside, outside));
        }
        catch (Exception cut) when (cut is SocketException or OperationCanceledException)
        {
            // A line that cannot be carried through ends.
        }
        _lines.TryRemove(outside, out _);
        outside.Close();
    }

    private async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), _end.Token);
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The line was cut.
        }
    }
}
