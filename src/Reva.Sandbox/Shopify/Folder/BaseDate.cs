using System.Text.Json;

namespace Reva.Sandbox.Shopify.Folder;

/// <summary>The moment from which relative dates count, kept over restarts.</summary>
internal static class BaseDate
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(7);

    /// <param name="stateDirectory">Where the date is kept; null keeps nothing.</param>
    /// <param name="now">The start.</param>
    /// <returns>The kept date while it is at most seven days old, else <paramref name="now"/>, which is then kept.</returns>
    public static DateTimeOffset For(string? stateDirectory, DateTimeOffset now)
    {
        // Whole seconds, because that is what the API can say.
        now = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        if (stateDirectory is null)
            return now;
        var file = Path.Combine(stateDirectory, "base-date.json");
        if (File.Exists(file) && Read(file) is var kept && kept <= now && now - kept <= Oldest)
            return kept;
        Directory.CreateDirectory(stateDirectory);
        File.WriteAllText(file, JsonSerializer.Serialize(new Kept(now)));
        return now;
    }

    private static DateTimeOffset Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Kept>(File.ReadAllText(file))!.BaseDate;
        }
        catch (JsonException)
        {
            throw new StoreFolderException(file, "", "The kept base date cannot be read; delete this file to begin again from today.");
        }
    }

    private sealed record Kept(DateTimeOffset BaseDate);
}
