using System.Collections.Frozen;
using Reva.Agent.Understanding.Extraction;
using Reva.Core.Search;

namespace Reva.Agent.Actions.Reading;

/// <summary>Tells whether what follows a yes is a wish of its own, or takes something back of it.</summary>
internal static class FurtherWish
{
    private const int LatestMarker = 5;

    private static readonly FrozenSet<string> Markers = WordSets.Of("also additionally plus btw furthermore moreover besides secondly");
    private static readonly FrozenSet<string> Before = WordSets.Of("and can could would will you i id please pls want need like to then by the way one more another thing question");
    private static readonly FrozenSet<string> Asking = WordSets.Of("where wheres when whens what whats how hows has is did");
    private static readonly FrozenSet<string> Limiting = WordSets.Of("but only if unless except wait instead not no dont doesnt cant keep actually first before until till hold stop just without rather changed it its that this them those these once after provided");

    /// <summary>Whether the words from <paramref name="start"/> on leave the answer before them as it is.</summary>
    public static bool IsSeparate(MessageText text, int start, IReadOnlyList<OpenProposal> open)
    {
        var from = Enumerable.Range(0, text.Count).First(i => text[i].Start >= start);
        var words = Enumerable.Range(from, text.Count - from).Select(i => text[i].Plain).ToArray();
        if (words.Any(Limiting.Contains) || Touches(words, open))
            return false;
        return IsMarked(words) || (IsNewSentence(text, from) && AsksOfAnother(text, from, words));
    }

    // 'Where is #2002?' changes nothing; 'I meant #2002' takes all back.
    private static bool AsksOfAnother(MessageText text, int from, string[] words) =>
        Asking.Contains(words[0]) && text.Source.AsSpan(text[from].Start).Contains('?') && Enumerable.Range(from, words.Length).Any(i => text[i].Before == '#');

    private static bool IsMarked(string[] words)
    {
        var marker = Array.FindIndex(words, Markers.Contains);
        if (marker < 0 && string.Join(' ', words) is var all && (all.Contains("one more thing", StringComparison.Ordinal) || all.Contains("another thing", StringComparison.Ordinal) || all.Contains("by the way", StringComparison.Ordinal)))
            marker = Array.FindIndex(words, w => w is "thing" or "way");
        return marker >= 0 && marker <= LatestMarker && words.Take(marker).All(Before.Contains);
    }

    private static bool Touches(string[] words, IReadOnlyList<OpenProposal> open)
    {
        var titles = open.SelectMany(p => p.Titles).SelectMany(TextWords.Stems).ToHashSet(StringComparer.Ordinal);
        var numbers = open.Select(p => p.OrderNumber?.TrimStart('#').ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        return words.Any(w => numbers.Contains(w) || TextWords.Stems(w).Any(titles.Contains));
    }

    private static bool IsNewSentence(MessageText text, int from) =>
        from > 0 && text.Source.AsSpan(text[from - 1].End, text[from].Start - text[from - 1].End).IndexOfAny('.', '!', '\n') >= 0;
}
