using System.Text.Json;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Reads the word lists that lie beside the code and travel in the assembly.</summary>
internal static class DataFiles
{
    /// <summary>The content of a list, e.g. <c>colors.json</c>. Throws when the assembly was built without it.</summary>
    public static T Read<T>(string name)
    {
        using var stream = typeof(DataFiles).Assembly.GetManifestResourceStream($"Understanding.{name}")
            ?? throw new InvalidOperationException($"The word list {name} is missing from the assembly.");
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"The word list {name} is empty.");
    }
}
