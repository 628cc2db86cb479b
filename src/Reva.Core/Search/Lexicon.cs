using System.Numerics;

namespace Reva.Core.Search;

/// <summary>The words of an index, and which of them a shopper's word may mean. Immutable.</summary>
internal sealed class Lexicon
{
    private const int Expansions = 8;

    private readonly Dictionary<string, int> _ids;
    private readonly string[] _words;
    private readonly uint[] _letters;
    private readonly string[] _sorted;

    public Lexicon(IReadOnlyList<string> words)
    {
        _words = [.. words];
        _ids = _words.Select((word, id) => (word, id)).ToDictionary(p => p.word, p => p.id, StringComparer.Ordinal);
        _letters = [.. _words.Select(Letters)];
        _sorted = [.. _words];
        Array.Sort(_sorted, StringComparer.Ordinal);
    }

    public int? Find(string stem) => _ids.TryGetValue(stem, out var id) ? id : null;

    /// <summary>
    /// What <paramref name="stem"/> may mean, each with a trust of 0–1. A word that the index knows is not guessed at.
    /// <paramref name="written"/> is its length before it was cut to its stem: a plural has more letters to go by.
    /// </summary>
    public List<(int Term, float Trust)> Meanings(string stem, int written)
    {
        var meanings = Known(stem);
        if (meanings.Count == 0)
            meanings.AddRange(StartingWith(stem));
        if (meanings.Count == 0)
            meanings.AddRange(Near(stem, written));
        return meanings;
    }

    /// <summary>
    /// The two words that <paramref name="stem"/> is written together from, each with what it may mean: <c>rainjacket</c>, and
    /// <c>raincoat</c> where the shop says jacket; null when there are none.
    /// </summary>
    public (List<(int Term, float Trust)> First, List<(int Term, float Trust)> Second)? Compound(string stem)
    {
        for (var cut = 3; cut <= stem.Length - 3; cut++)
        {
            if (Known(TextWords.Stem(stem[..cut])) is { Count: > 0 } first && Known(stem[cut..]) is { Count: > 0 } second)
                return (first, second);
        }
        return null;
    }

    private List<(int Term, float Trust)> Known(string stem)
    {
        var known = new List<(int, float)>();
        if (Find(stem) is { } exact)
            known.Add((exact, 1f));
        known.AddRange(Synonyms.Of(stem).Select(Find).OfType<int>().Select(id => (id, 0.8f)));
        return known;
    }

    private IEnumerable<(int, float)> StartingWith(string stem)
    {
        if (stem.Length < 4)
            yield break;
        var at = Array.BinarySearch(_sorted, stem, StringComparer.Ordinal);
        var from = at < 0 ? ~at : at;
        for (var i = from; i < Math.Min(from + Expansions, _sorted.Length) && _sorted[i].StartsWith(stem, StringComparison.Ordinal); i++)
            yield return (_ids[_sorted[i]], 0.8f);
    }

    private List<(int, float)> Near(string stem, int written)
    {
        var limit = written switch { < 4 => 0, < 8 => 1, _ => 2 };
        var near = new List<(int Term, int Distance)>();
        var letters = Letters(stem);
        for (var id = 0; limit > 0 && id < _words.Length; id++)
        {
            // Each keystroke changes at most two letters of the set: this alone rules nearly all words out.
            if (BitOperations.PopCount(letters ^ _letters[id]) > 2 * limit || _words[id].Length < 3)
                continue;
            var distance = EditDistance.Within(stem, _words[id], limit);
            // Of short words and far ones too many are near: the first letter is seldom wrong.
            if (distance <= limit && ((distance < 2 && written > 4) || stem[0] == _words[id][0]))
                near.Add((id, distance));
        }
        var least = near.Count == 0 ? 0 : near.Min(n => n.Distance);
        return [.. near.Where(n => n.Distance == least).Take(Expansions).Select(n => (n.Term, least == 1 ? 0.75f : 0.55f))];
    }

    private static uint Letters(string word)
    {
        var set = 0u;
        foreach (var letter in word)
            set |= 1u << (letter % 32);
        return set;
    }
}
