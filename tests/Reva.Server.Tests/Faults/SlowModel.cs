using System.Net.Http.Json;
using Reva.Testing.Sandbox;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Faults;

/// <summary>A language model that takes seconds over every reply, so that something can happen meanwhile.</summary>
internal static class SlowModel
{
    /// <summary>What it answers to everything.</summary>
    public static string Words { get; } = string.Join(' ', Enumerable.Range(1, 60).Select(n => $"word{n}"));

    /// <summary>A server with this model and nothing else different.</summary>
    public static ServerSettings With(this ServerSettings settings, SandboxFixture sandbox) => settings with
    {
        More = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Models:Providers:main:Kind"] = "openai",
            ["Models:Providers:main:BaseUrl"] = $"{sandbox.Url}/openai/v1",
            ["Models:Providers:main:ApiKey"] = "sk-sandbox",
            ["Models:Providers:main:Model"] = "slow",
            ["Models:Reply:0"] = "main",
        },
    };

    /// <summary>From now on it answers with a pause of so many seconds before each word, having looked for jackets first when told so.</summary>
    public static async Task PaceAsync(SandboxFixture sandbox, double pause, bool searchFirst = false)
    {
        (await sandbox.Http.DeleteAsync("/_control/scripts")).EnsureSuccessStatusCode();
        object search = new { toolCalls = new[] { new { name = "search_products", arguments = new { query = "rain jacket" } } } };
        object say = new { text = Words, delay = pause };
        var script = new { when = new { model = "slow" }, steps = searchFirst ? new[] { search, say } : [say] };
        (await sandbox.Http.PostAsJsonAsync("/_control/scripts", script)).EnsureSuccessStatusCode();
    }
}
