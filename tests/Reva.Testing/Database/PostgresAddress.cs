using System.Diagnostics;

namespace Reva.Testing.Database;

/// <summary>Where the tests' PostgreSQL is: REVA_TEST_DATABASE, else this checkout's own, started when it sleeps.</summary>
internal static class PostgresAddress
{
    public static async Task<string> Find() =>
        Environment.GetEnvironmentVariable("REVA_TEST_DATABASE") is { Length: > 0 } given ? given : await StartOwn();

    private static async Task<string> StartOwn()
    {
        var start = new ProcessStartInfo(Path.Combine(Checkout.Root, "reva"), ["db", "start"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var script = Process.Start(start) ?? throw new InvalidOperationException("./reva db start did not start.");
        var errors = script.StandardError.ReadToEndAsync();
        var connection = (await script.StandardOutput.ReadToEndAsync()).Trim();
        await script.WaitForExitAsync();
        return script.ExitCode == 0
            ? connection
            : throw new InvalidOperationException($"./reva db start ended with {script.ExitCode}: {await errors}");
    }
}
