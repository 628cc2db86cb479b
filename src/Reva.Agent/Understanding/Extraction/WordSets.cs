using System.Collections.Frozen;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Writes a set of words the way they are read: by spaces.</summary>
internal static class WordSets
{
    public static FrozenSet<string> Of(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

}
