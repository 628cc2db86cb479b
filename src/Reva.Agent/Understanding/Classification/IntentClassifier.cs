using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace Reva.Agent.Understanding.Classification;

/// <summary>A linear classifier of short texts over hashed words, word pairs and character sequences. Trained in about a second, then read-only and thread safe.</summary>
public sealed class IntentClassifier
{
    [ThreadStatic]
    private static Vectorizer? t_vectorizer;

    private readonly FeatureTable _features;
    private readonly WeightTable _weights;
    private readonly int _outOfScope;

    private IntentClassifier(ImmutableArray<string> labels, FeatureTable features, WeightTable weights)
    {
        Labels = labels;
        _features = features;
        _weights = weights;
        _outOfScope = weights.Classes > labels.Length ? labels.Length : -1;
    }

    /// <summary>The classes, in the order of <see cref="Probabilities"/>; without the one for what is out of scope.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>Learns from <paramref name="examples"/>. The same examples in the same order give the same classifier. Throws <see cref="ArgumentException"/> for fewer than two classes.</summary>
    public static IntentClassifier Train(IReadOnlyList<LabelledText> examples, ClassifierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(examples);
        options ??= new ClassifierOptions();
        var labels = examples.Select(e => e.Label).Where(l => l != options.OutOfScopeLabel).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        if (labels.Length < 2)
            throw new ArgumentException("A classifier needs examples of at least two classes.", nameof(examples));

        var features = FeatureTable.Of(examples.Select(e => e.Text), options.LeastExamples);
        var weights = new WeightTable(features.Count, labels.Length + (examples.Any(e => e.Label == options.OutOfScopeLabel) ? 1 : 0));
        var classes = labels.Select((label, i) => (label, i)).ToDictionary(p => p.label, p => p.i, StringComparer.Ordinal);
        var vectorizer = new Vectorizer();
        var vectors = examples.Select(e =>
        {
            vectorizer.Read(e.Text, features);
            return (vectorizer.ToVector(), classes.GetValueOrDefault(e.Label, labels.Length));
        }).ToList();
        new SoftmaxTrainer(weights, options).Train(vectors, features.Count);
        return new IntentClassifier(labels, features, weights);
    }

    /// <summary>The likeliest class and what speaks for and against it.</summary>
    public IntentPrediction Predict(ReadOnlySpan<char> text)
    {
        Span<float> scores = stackalloc float[256];
        scores = _weights.Classes <= scores.Length ? scores[.._weights.Classes] : new float[_weights.Classes];
        var unknown = Read(text, scores);
        return IntentPrediction.Of(scores[..Labels.Length], _outOfScope < 0 ? float.NegativeInfinity : scores[_outOfScope], unknown);
    }

    /// <summary>How likely each class is, summing to 1; <paramref name="into"/> has the length of <see cref="Labels"/>.</summary>
    public void Probabilities(ReadOnlySpan<char> text, Span<float> into)
    {
        var scores = new float[_weights.Classes];
        Read(text, scores);
        TensorPrimitives.SoftMax(scores.AsSpan(0, Labels.Length), into);
    }

    private float Read(ReadOnlySpan<char> text, Span<float> scores)
    {
        var vectorizer = t_vectorizer ??= new Vectorizer();
        vectorizer.Read(text, _features);
        _weights.Scores(vectorizer.Rows, vectorizer.Values, scores);
        return vectorizer.Unknown;
    }
}
