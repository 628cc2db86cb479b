using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Reva.Testing.Time;

namespace Reva.Testing.Server;

/// <summary>
/// Reva.Server as a process of its own, which can be killed without warning and started again on the same port.
/// Not safe for many threads.
/// </summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const int WordsKept = 200;

    private readonly ServerSettings _settings;
    private readonly int _port = FreePort.Take();
    private readonly ConcurrentQueue<string> _words = new();
    private Process? _process;

    private ServerProcess(ServerSettings settings)
    {
        _settings = settings;
        Http = new HttpClient { BaseAddress = new Uri(Url) };
        // A test host that ends in the middle must not leave servers behind.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}");

    /// <summary>Number of the running process.</summary>
    public int Id => _process?.Id ?? throw new InvalidOperationException("It does not run.");

    /// <summary>A client for its addresses, without a key.</summary>
    public HttpClient Http { get; }

    /// <summary>The last lines that it wrote, oldest first.</summary>
    public string LastWords => string.Join('\n', _words);

    /// <summary>Starts a server and waits until it says that it is ready.</summary>
    public static async Task<ServerProcess> Start(ServerSettings settings)
    {
        var server = new ServerProcess(settings);
        await server.Start();
        return server;
    }

    /// <summary>Starts it (again) and waits until it says that it is ready.</summary>
    public async Task Start()
    {
        _process = Process.Start(StartInfo()) ?? throw new InvalidOperationException("dotnet did not start.");
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            await Eventually.Is($"{Url} is ready", IsReady);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message} The server's last words:\n{LastWords}", late);
        }
    }

    /// <summary>Ends it as kill -9 does: no shutdown code runs. Returns when it is gone.</summary>
    public void Kill()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Kill();
        Http.Dispose();
        return ValueTask.CompletedTask;
    }

    private ProcessStartInfo StartInfo()
    {
        // The tests' own build configuration is the server's: both were built together.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var folder = Path.Combine(Checkout.Root, "src", "Reva.Server", "bin", configuration, "net10.0");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Reva.Server.dll")])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in _settings.At(_port))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }

    private async Task<bool> IsReady()
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException($"The server ended with {_process.ExitCode}:\n{LastWords}");
        }

        try
        {
            using var answer = await Http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
        {
            _words.Enqueue(line.Data);
        }

        while (_words.Count > WordsKept && _words.TryDequeue(out _))
        {
        }
    }
}
