namespace Reva.Agent.Understanding.Classification;

/// <summary>Tells messages that belong to some class from those that belong to none, by a logistic regression over what the classifier says of them.</summary>
public sealed class ScopeGate
{
    private const int Folds = 10;

    private readonly LogisticRegression _model;
    private readonly double _threshold;

    private ScopeGate(LogisticRegression model, double threshold)
    {
        _model = model;
        _threshold = threshold;
    }

    /// <summary>
    /// Learns the gate from messages that the classifier was not trained on. The threshold is set so that <paramref name="recall"/> (0–1)
    /// of the messages out of scope are recognized, each judged by a gate that was learned without it.
    /// </summary>
    public static ScopeGate Fit(IntentClassifier classifier, IReadOnlyList<string> inScope, IReadOnlyList<string> outOfScope, double recall)
    {
        var inside = inScope.Select(t => Evidence(classifier.Predict(t))).ToList();
        var outside = outOfScope.Select(t => Evidence(classifier.Predict(t))).ToList();
        var unseen = new List<double>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = LogisticRegression.Fit([.. Without(inside, fold)], [.. Without(outside, fold)]);
            unseen.AddRange(outside.Where((_, i) => i % Folds == fold).Select(model.Score));
        }
        unseen.Sort();
        return new ScopeGate(LogisticRegression.Fit(inside, outside), unseen[Math.Min(unseen.Count - 1, (int)(recall * unseen.Count))]);
    }

    /// <summary>Whether a message belongs to some class.</summary>
    public bool IsInScope(IntentPrediction prediction) => _model.Score(Evidence(prediction)) >= _threshold;

    private static IEnumerable<double[]> Without(List<double[]> all, int fold) => all.Where((_, i) => i % Folds != fold);

    private static double[] Evidence(IntentPrediction p) => [Math.Log(p.Probability), p.Margin, p.Strength, p.OverOutOfScope, p.AllOverOutOfScope, p.Unknown];
}
