using System.Numerics.Tensors;
using Reva.Agent.Understanding.Extraction;
using Reva.Agent.Understanding.Intents;

namespace Reva.Agent.Embedding;

/// <summary>
/// What words mean in shops, learned from groups of words that stand for one another. Every group has a random direction; a word or
/// phrase points to the groups it is in, and groups that share words are drawn together. Built once, read by many threads.
/// </summary>
internal sealed class ConceptTable
{
    private const float Neighbours = 0.25f;
    private const float PartOfPhrase = 0.45f;
    private const float PartThatStandsAlone = 0.12f;
    private const int CommonFrom = 400;
    private const float Small = 0.05f;
    private const float Telling = 0.5f;

    private readonly Dictionary<string, float[]> _meanings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, float> _weights = new(StringComparer.Ordinal);
    private readonly Dictionary<char, string[]> _byFirstLetter;
    private readonly int _dimensions;

    private ConceptTable(List<List<List<string>>> groups, int dimensions)
    {
        _dimensions = dimensions;
        Fingerprint = groups.SelectMany(g => g).SelectMany(w => w).SelectMany(w => w).Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619));
        Weigh(groups);
        Learn(groups);
        _byFirstLetter = _meanings.Keys.Where(k => k.Length > 4 && !k.Contains(' ', StringComparison.Ordinal)).GroupBy(k => k[0]).ToDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).ToArray());
    }

    /// <summary>Changes when the groups do: vectors made with other groups are of another model.</summary>
    public uint Fingerprint { get; }

    /// <summary>The table of the project's own groups.</summary>
    public static ConceptTable Load(int dimensions)
    {
        var synonyms = DataFiles.Read<string[][]>("synonyms.json");
        var categories = DataFiles.Read<Dictionary<string, string[]>>("categories.json").Select(c => c.Value.Append(c.Key));
        return new ConceptTable([.. synonyms.Concat(categories).Select(g => g.Select(EmbeddingWords.Of).Where(w => w.Count is > 0 and <= 3).ToList())], dimensions);
    }

    /// <summary>What a stemmed word or two-word phrase points to; null when no group has it.</summary>
    public float[]? Meaning(string phrase) => _meanings.GetValueOrDefault(phrase);

    /// <summary>The known word that a mistyped one was meant to be; null when none is near.</summary>
    public string? Meant(string word)
    {
        if (word.Length < 5 || _weights.ContainsKey(word) || !_byFirstLetter.TryGetValue(word[0], out var candidates))
            return null;
        return Array.Find(candidates, c => WordForms.IsSlipOf(word, c));
    }

    /// <summary>How telling a word is: near 0 for those in every sentence, 1 for rare and unknown ones.</summary>
    public float Weight(string word) => _weights.GetValueOrDefault(word, 1);

    /// <summary>Whether a word only joins others: 'it' in 'send it back'.</summary>
    public bool IsSmall(string word) => Weight(word) <= Small;

    // Words that shoppers use in all sorts of messages tell little of what is meant.
    private void Weigh(List<List<List<string>>> groups)
    {
        foreach (var word in groups.SelectMany(g => g).SelectMany(p => p))
            _weights[word] = 1;
        var counts = IntentExamples.All.SelectMany(e => EmbeddingWords.Of(e.Text).Distinct(StringComparer.Ordinal)).CountBy(w => w, StringComparer.Ordinal);
        foreach (var (word, count) in counts)
            _weights[word] = Replies.Words.Of(word).Count == 0 ? Small : Math.Clamp(1 - (MathF.Log(count) / MathF.Log(CommonFrom)), Telling, 1);
    }

    private void Learn(List<List<List<string>>> groups)
    {
        var directions = groups.Select((_, i) => Direction(i)).ToList();
        var groupsOf = groups.SelectMany((g, i) => g.Select(p => (Phrase: string.Join(' ', p), Group: i))).ToLookup(p => p.Phrase, p => p.Group, StringComparer.Ordinal);
        var drawn = directions.Select((d, i) => Drawn(d, groups[i].SelectMany(p => groupsOf[string.Join(' ', p)]).Where(g => g != i).Distinct().Select(g => directions[g]))).ToList();
        for (var i = 0; i < groups.Count; i++)
        {
            foreach (var phrase in groups[i])
            {
                Add(string.Join(' ', phrase), drawn[i], 1);
                if (phrase.Count < 2)
                    continue;
                foreach (var word in phrase)
                    Add(word, drawn[i], (groupsOf.Contains(word) ? PartThatStandsAlone : PartOfPhrase) * Weight(word));
            }
        }
        foreach (var meaning in _meanings.Values)
        {
            // What is barely hinted at stays faint; what several groups say is no louder than what one says.
            var length = TensorPrimitives.Norm<float>(meaning);
            if (length > 1)
                TensorPrimitives.Divide(meaning, length, meaning);
        }
    }

    private void Add(string phrase, float[] direction, float weight)
    {
        if (!_meanings.TryGetValue(phrase, out var meaning))
            _meanings[phrase] = meaning = new float[_dimensions];
        TensorPrimitives.MultiplyAdd(direction, weight, meaning, meaning);
    }

    private static float[] Drawn(float[] own, IEnumerable<float[]> others)
    {
        var drawn = (float[])own.Clone();
        foreach (var other in others)
            TensorPrimitives.MultiplyAdd(other, Neighbours, drawn, drawn);
        TensorPrimitives.Divide(drawn, TensorPrimitives.Norm<float>(drawn), drawn);
        return drawn;
    }

    private float[] Direction(int group)
    {
        var random = new Random(10_007 + group);
        var direction = new float[_dimensions];
        for (var i = 0; i < direction.Length; i++)
            direction[i] = (random.Next(2) == 0 ? 1 : -1) / MathF.Sqrt(_dimensions);
        return direction;
    }
}
