using System.Collections.Frozen;

namespace Reva.Agent.Grounding.Foreign;

/// <summary>Finds phrases of one or a few words among words, each with all that it stands for.</summary>
internal sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<string, T[]> _phrases;
    private readonly int _longest;

    /// <param name="phrases">Lower case, one space between words.</param>
    public PhraseTable(IEnumerable<(string Phrase, T Value)> phrases)
    {
        _phrases = phrases.GroupBy(p => p.Phrase, p => p.Value, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);
        _longest = _phrases.Keys.Select(p => p.Count(c => c == ' ') + 1).DefaultIfEmpty().Max();
    }

    /// <summary>Every word of the phrases.</summary>
    public IEnumerable<string> Words => _phrases.Keys.SelectMany(p => p.Split(' '));

    /// <summary>How many words the longest phrase that begins at <paramref name="index"/> has; 0 for none.</summary>
    public int LengthAt(IReadOnlyList<string> words, int index) => Lengths(words, index).Reverse().FirstOrDefault(length => _phrases.ContainsKey(Joined(words, index, length)));

    /// <summary>All that the phrase of so many words at <paramref name="index"/> stands for; empty for none.</summary>
    public T[] At(IReadOnlyList<string> words, int index, int length) => _phrases.GetValueOrDefault(Joined(words, index, length), []);

    /// <summary>All that the phrases among the words stand for.</summary>
    public IEnumerable<T> In(IReadOnlyList<string> words) =>
        Enumerable.Range(0, words.Count).SelectMany(i => Lengths(words, i).SelectMany(length => At(words, i, length)));

    /// <summary>Whether any phrase is among the words.</summary>
    public bool IsIn(IReadOnlyList<string> words) => In(words).Any();

    private IEnumerable<int> Lengths(IReadOnlyList<string> words, int index) => Enumerable.Range(1, Math.Max(0, Math.Min(_longest, words.Count - index)));

    private static string Joined(IReadOnlyList<string> words, int index, int length) => length == 1 ? words[index] : string.Join(' ', words.Skip(index).Take(length));
}
