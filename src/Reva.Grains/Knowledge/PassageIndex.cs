using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Agent.Replies;
using Reva.Core.Knowledge;
using Reva.Core.Search;
using Reva.Grains.Catalog;
using Reva.Grains.Catalog.Index;

namespace Reva.Grains.Knowledge;

/// <summary>A store's passages as they were at one moment. Immutable.</summary>
internal sealed class PassageIndex
{
    private static readonly TextField Title = new(2.5f, 0.9f);
    private static readonly TextField Heading = new(2.5f, 1f);
    private static readonly TextField Body = new(1f, 0.9f);

    // So weighed, a passage that holds half of a question's words, by their rarity, and is not foreign in meaning, just answers it.
    private const double CoverageWeight = 0.65;
    private const double LikenessWeight = 0.35;
    // Cosines of question and answer hardly come higher.
    private const double FullLikeness = 0.7;

    private readonly ImmutableArray<Passage> _passages;
    private readonly VectorTable _vectors;
    private readonly WordIndex _words;
    private readonly int[] _all;
    private readonly Dictionary<string, int> _passagesOfWord = new(StringComparer.Ordinal);

    public PassageIndex(ImmutableArray<PassageRow> rows, string model, int dimensions)
    {
        _passages = [.. rows.Select(r => r.Passage)];
        _vectors = new([.. rows.Select(r => r.EmbeddingModel == model ? r.Vector : null)], dimensions);
        _all = [.. Enumerable.Range(0, rows.Length)];
        var builder = new WordIndexBuilder();
        for (var i = 0; i < _passages.Length; i++)
        {
            builder.Add(i, _passages[i].Title, Title);
            builder.Add(i, _passages[i].Heading, Heading);
            builder.Add(i, _passages[i].Text, Body);
            foreach (var word in Words.Of($"{_passages[i].Title} {_passages[i].Heading} {_passages[i].Text}"))
                _passagesOfWord[word] = _passagesOfWord.GetValueOrDefault(word) + 1;
        }
        _words = builder.Build();
    }

    public WordQuery Read(string question) => _words.Read(question);

    public WordCounts Count(IReadOnlyCollection<string> words) =>
        new(_passages.Length, words.Distinct(StringComparer.Ordinal).Where(_passagesOfWord.ContainsKey).ToDictionary(w => w, w => _passagesOfWord[w], StringComparer.Ordinal));

    public ImmutableArray<PassageHit> Search(WordQuery question, float[]? meaning, int take)
    {
        var (keyword, coverage, likeness) = (new float[_all.Length], new float[_all.Length], new float[_all.Length]);
        _words.Score(question, keyword, coverage);
        if (meaning is not null)
            _vectors.Approximate(meaning, _all, likeness);
        return
        [
            .. _all.Where(i => coverage[i] > 0 || likeness[i] > 0)
                .Select(i => (Row: i, Score: Score(coverage[i], likeness[i])))
                // Equal answers are told apart by how much of the passage speaks of it.
                .OrderByDescending(p => p.Score + 0.1 * keyword[p.Row]).ThenBy(p => p.Row)
                .Take(Math.Clamp(take, 1, 50))
                .Select(p => new PassageHit(_passages[p.Row], p.Score)),
        ];
    }

    private static double Score(double coverage, double likeness) =>
        Math.Clamp(CoverageWeight * coverage + LikenessWeight * Math.Min(1, likeness / FullLikeness), 0, 1);
}
