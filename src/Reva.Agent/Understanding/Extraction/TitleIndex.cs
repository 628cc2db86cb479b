using System.Collections.Immutable;
using Reva.Core.Catalog;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Finds products by words of their titles. Rare words weigh more, so that 'the Alder' finds the Alder Jacket and 'jacket' finds none.</summary>
internal sealed class TitleIndex
{
    private const int MostFound = 5;
    private const int TooCommon = 200;

    private readonly Dictionary<string, List<int>> _titlesByWord = new(StringComparer.Ordinal);
    private readonly List<(string Id, double Weight, int Words)> _titles = [];
    private readonly int _all;

    public TitleIndex(ImmutableArray<KeyValuePair<string, string>> titles)
    {
        _all = titles.Length;
        foreach (var (title, id) in titles)
        {
            var words = WordsOf(new MessageText(title)).ToList();
            foreach (var word in words)
            {
                if (!_titlesByWord.TryGetValue(word, out var list))
                    _titlesByWord[word] = list = [];
                list.Add(_titles.Count);
            }
            _titles.Add((id, 0, words.Count));
        }
        foreach (var list in _titlesByWord.Values)
        {
            foreach (var t in list)
                _titles[t] = _titles[t] with { Weight = _titles[t].Weight + Rarity(list.Count) };
        }
    }

    /// <summary>Ids, best match first.</summary>
    public ImmutableArray<string> Take(MessageText text)
    {
        if (_all == 0)
            return [];
        var found = new Dictionary<int, (double Weight, int Words, bool Telling)>();
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Count; i++)
        {
            var word = Word(text[i].Plain);
            if (text.RoleOf(i) is Role.None or Role.Color or Role.Material && words.Add(word) && _titlesByWord.TryGetValue(word, out var titles) && titles.Count <= TooCommon)
                Count(word, titles, found);
        }
        var best = found.Where(f => IsNamed(f.Key, f.Value)).OrderByDescending(f => Coverage(f.Key, f.Value)).ThenBy(f => f.Key).Take(MostFound).ToList();
        if (best.Count == 0)
            return [];
        var least = Coverage(best[0].Key, best[0].Value) * 0.8;
        return [.. best.Where(f => Coverage(f.Key, f.Value) >= least).Select(f => _titles[f.Key].Id)];
    }

    private void Count(string word, List<int> titles, Dictionary<int, (double Weight, int Words, bool Telling)> found)
    {
        var telling = !CategoryIndex.IsProductWord(word) && !CommonWords.Knows(word) && ColorFamilies.OfWord(word) is null;
        foreach (var title in titles)
        {
            var before = found.GetValueOrDefault(title);
            found[title] = (before.Weight + Rarity(titles.Count), before.Words + 1, before.Telling || (telling && titles.Count <= 12));
        }
    }

    // Half of a title's weight, and either a word that is a name or nearly the whole title.
    private bool IsNamed(int title, (double Weight, int Words, bool Telling) found) =>
        found.Telling ? Coverage(title, found) >= 0.35 : found.Words >= 2 && Coverage(title, found) >= 0.9;

    private double Coverage(int title, (double Weight, int Words, bool Telling) found) => found.Weight / _titles[title].Weight;

    private double Rarity(int titles) => Math.Log(1 + ((_all + 1.0) / titles));

    private static IEnumerable<string> WordsOf(MessageText title) =>
        Enumerable.Range(0, title.Count).Select(i => Word(title[i].Plain)).Where(w => w.Length > 1 && w is not ("the" or "and" or "for" or "with" or "of")).Distinct(StringComparer.Ordinal);

    private static string Word(string plain) => WordForms.Singular(plain);
}
