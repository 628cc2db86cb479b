using System.Collections.Frozen;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Words that are spelled as they should be: those that the classifier's examples use more than once.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Words = Intents.IntentExamples.All
        .SelectMany(e => new MessageText(e.Text) is var text ? Enumerable.Range(0, text.Count).Select(i => text[i].Plain).Distinct(StringComparer.Ordinal) : [])
        .GroupBy(w => w, StringComparer.Ordinal)
        .Where(g => g.Count() > 1)
        .Select(g => g.Key)
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool Knows(string word) => Words.Contains(word);
}
