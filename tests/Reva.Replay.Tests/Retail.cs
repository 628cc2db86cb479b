using System.Text.Json;
using Reva.Replay.Data;

namespace Reva.Replay.Tests;

/// <summary>The small shop of these tests: two customers, six orders, each in another state.</summary>
internal static class Retail
{
    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "Shop");

    public static string File(string name) => Path.Combine(Directory, name);

    /// <summary>Replays one task of Ada's.</summary>
    public static async Task<TaskEnd> ReplayAsync(params (string Name, object Arguments)[] calls) => (await ReplayAsAsync("ada_mill_1", calls))[0];

    public static Task<IReadOnlyList<TaskEnd>> ReplayAsAsync(string userId, params (string Name, object Arguments)[] calls) =>
        Replayed.RunAsync(Directory, [new ReplayTask(0, userId, [.. calls.Select(c => new ReplayCall(c.Name, JsonSerializer.SerializeToElement(c.Arguments)))])]);
}
