namespace Reva.Grains.Catalog.Index;

/// <summary>Decides which products fit the words of a query so well that they may be called a find.</summary>
internal readonly struct Relevance
{
    // Below this share of the words, by their rarity, a product answers some other wish: 'waterproof lawnmower' is no jacket.
    private const float SureCoverage = 0.45f;
    // Above this cosine two texts speak of the same thing, whatever words they use.
    private const float SureLikeness = 0.6f;
    // What fits much worse than the best is not meant.
    private const float BesideBestCoverage = 0.7f;
    private const float BesideBestLikeness = 0.85f;

    private readonly bool _anything;
    private readonly float _coverage;
    private readonly float _likeness;
    private readonly int? _category;
    private readonly int[] _categories;

    private Relevance(bool anything, float coverage, float likeness, int? category, int[] categories)
    {
        _anything = anything;
        _coverage = coverage;
        _likeness = likeness;
        _category = category;
        _categories = categories;
    }

    public static Relevance Of(in Candidates candidates, bool noWords, bool hasMeaning, int? likeCategory, int[] categories)
    {
        if (noWords && likeCategory is null)
            return new(true, 0, 0, null, categories);
        var (coverage, likeness) = (0f, 0f);
        // Against the whole shop, not only what passed the filters: where no waterproof jacket is cheap enough, a vest is still none.
        foreach (var share in candidates.Coverage)
            coverage = Math.Max(coverage, share);
        for (var i = 0; i < candidates.Rows.Length; i++)
            likeness = Math.Max(likeness, candidates.Likeness[i]);
        return new(
            false, coverage >= SureCoverage ? Math.Max(SureCoverage, coverage * BesideBestCoverage) : float.MaxValue,
            hasMeaning && likeness >= SureLikeness ? Math.Max(SureLikeness, likeness * BesideBestLikeness) : float.MaxValue, noWords ? likeCategory : null, categories);
    }

    public bool Fits(in Candidates candidates, int i) =>
        _anything || candidates.Coverage[candidates.Rows[i]] >= _coverage || candidates.Likeness[i] >= _likeness
        || _category is { } category && _categories[candidates.Rows[i]] == category;
}
