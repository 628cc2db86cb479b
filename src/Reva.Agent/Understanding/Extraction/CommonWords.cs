using System.Collections.Frozen;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Words that are spelled as they should be: those that the classifier's examples use more than once, and those of the mood lists.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Words = Intents.IntentExamples.All
        .SelectMany(e => new MessageText(e.Text) is var text ? Enumerable.Range(0, text.Count).Select(i => text[i].Plain).Distinct(StringComparer.Ordinal) : [])
        .GroupBy(w => w, StringComparer.Ordinal)
        .Where(g => g.Count() > 1)
        .Select(g => g.Key)
        .Concat(Mood("moods.json")).Concat(Mood("rudeness.json")).Concat(Mood("alarms.json"))
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool Knows(string word) => Words.Contains(word);

    /// <summary>Whether it is such a word without its ending, as <see cref="Replies.Words.Stem"/> leaves it.</summary>
    public static bool KnowsStem(string stem) => Array.Exists(Endings, e => Words.Contains(stem + e));

    /// <summary>Whether it is a slip of such a word, or one in any of the examples.</summary>
    public static bool IsNearOne(string word) => Once.Value.Contains(word) || (word.Length > 3 && Words.Any(w => w.Length > 3 && w[0] == word[0] && WordForms.IsSlipOf(word, w)));

    private static readonly Lazy<FrozenSet<string>> Once = new(() => Intents.IntentExamples.All
        .SelectMany(e => new MessageText(e.Text) is var text ? Enumerable.Range(0, text.Count).Select(i => text[i].Plain) : []).ToFrozenSet(StringComparer.Ordinal));

    private static readonly string[] Endings = ["", "s", "es", "ed", "ing", "able", "e"];

    private static IEnumerable<string> Mood(string list) => DataFiles.Read<Dictionary<string, string[]>>(list).Values.SelectMany(w => w).SelectMany(w => w.Split(' '));
}
