namespace Reva.Core.Search;

/// <summary>Full-text search over small documents, forgiving plurals, typos and synonyms. Immutable, so safe for many threads.</summary>
public sealed class WordIndex
{
    // A word the shop never uses counts for less than the rarest it does: it may be mere colour.
    private const float UnknownWeight = 0.75f;

    private readonly Lexicon _lexicon;
    private readonly Postings[] _postings;

    internal WordIndex(Lexicon lexicon, Postings[] postings, int documents)
    {
        _lexicon = lexicon;
        _postings = postings;
        Documents = documents;
    }

    /// <summary>How many documents there are.</summary>
    public int Documents { get; }

    /// <summary>What <paramref name="text"/> asks for, in this index's words.</summary>
    public WordQuery Read(string text)
    {
        var groups = new List<WordGroup>();
        foreach (var word in TextWords.Split(text).Where(w => !StopWords.Contains(w)).Distinct(StringComparer.Ordinal).Take(32))
            AddWord(groups, word);
        return new(groups);
    }

    /// <summary>Documents that hold <paramref name="word"/> itself, in order; no synonyms, no guesses.</summary>
    public ReadOnlySpan<int> Holding(string word) => _lexicon.Find(TextWords.Stem(word)) is { } term ? _postings[term].Documents : [];

    /// <summary>
    /// Fills, for every document, how well it answers: <paramref name="keyword"/> is BM25 as a share of the best possible,
    /// <paramref name="coverage"/> the share of the query's words that it holds, rare ones counting more. Both 0–1.
    /// </summary>
    public void Score(WordQuery query, Span<float> keyword, Span<float> coverage)
    {
        keyword.Clear();
        coverage.Clear();
        var all = query.Groups.Sum(g => g.Weight);
        foreach (var group in query.Groups.Where(g => g.Terms.Count > 0))
            Add(group, group.Weight / all, keyword, coverage);
    }

    private void AddWord(List<WordGroup> groups, string word)
    {
        var parts = word.Split('-', StringSplitOptions.RemoveEmptyEntries);
        var stem = TextWords.Stem(string.Concat(parts));
        if (stem.Length < 2 && !char.IsDigit(stem[0]))
            return;
        if (parts.Length > 1 && _lexicon.Find(stem) is null)
        {
            foreach (var part in parts.Where(p => p.Length > 1))
                AddWord(groups, part);
            return;
        }
        if (_lexicon.Find(stem) is null && _lexicon.Compound(stem) is var (first, second))
        {
            groups.Add(Group(first));
            groups.Add(Group(second));
            return;
        }
        groups.Add(Group(_lexicon.Meanings(stem, word.Length)));
    }

    private WordGroup Group(List<(int Term, float Trust)> terms)
    {
        var holders = terms.Count == 0 ? 0 : terms.Max(t => _postings[t.Term].Documents.Length);
        var rarity = MathF.Log(1 + (Documents - holders + 0.5f) / (holders + 0.5f));
        return new(terms, terms.Count == 0 ? rarity * UnknownWeight : rarity);
    }

    private void Add(WordGroup group, float weight, Span<float> keyword, Span<float> coverage)
    {
        if (group.Terms.Count == 1)
        {
            var (term, trust) = group.Terms[0];
            var only = _postings[term];
            for (var i = 0; i < only.Documents.Length; i++)
            {
                keyword[only.Documents[i]] += weight * trust * only.Shares[i];
                coverage[only.Documents[i]] += weight * trust * only.Trusts[i];
            }
            return;
        }
        foreach (var (document, (share, trust)) in Best(group))
        {
            keyword[document] += weight * share;
            coverage[document] += weight * trust;
        }
    }

    // Of several meanings of one word a document gets credit for the best, not for all.
    private Dictionary<int, (float Share, float Trust)> Best(WordGroup group)
    {
        var best = new Dictionary<int, (float Share, float Trust)>();
        foreach (var (term, trust) in group.Terms)
        {
            var postings = _postings[term];
            for (var i = 0; i < postings.Documents.Length; i++)
            {
                best.TryGetValue(postings.Documents[i], out var known);
                best[postings.Documents[i]] = (Math.Max(known.Share, trust * postings.Shares[i]), Math.Max(known.Trust, trust * postings.Trusts[i]));
            }
        }
        return best;
    }
}

/// <summary>A text in an index's words; see <see cref="WordIndex.Read"/>.</summary>
public sealed class WordQuery
{
    internal WordQuery(IReadOnlyList<WordGroup> groups) => Groups = groups;

    internal IReadOnlyList<WordGroup> Groups { get; }

    /// <summary>True when the text says nothing that could be looked for.</summary>
    public bool IsEmpty => Groups.Count == 0;
}

/// <summary>One word of the query: what it may mean, and how much it weighs.</summary>
internal sealed record WordGroup(List<(int Term, float Trust)> Terms, float Weight);
