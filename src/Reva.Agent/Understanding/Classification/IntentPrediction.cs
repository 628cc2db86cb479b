using System.Numerics.Tensors;

namespace Reva.Agent.Understanding.Classification;

/// <summary>What a classifier makes of a text.</summary>
/// <param name="Class">Position of the likeliest class among the labels.</param>
/// <param name="Probability">How likely it is among all classes, 0–1.</param>
/// <param name="Margin">Its score less the second best one's.</param>
/// <param name="Strength">Its score; high when many features speak for it.</param>
/// <param name="OverOutOfScope">Its score less the score of being out of scope.</param>
/// <param name="AllOverOutOfScope">The joint score of all classes less the score of being out of scope.</param>
/// <param name="Unknown">Share of words that were never learned, 0–1.</param>
public readonly record struct IntentPrediction(int Class, double Probability, double Margin, double Strength, double OverOutOfScope, double AllOverOutOfScope, double Unknown)
{
    internal static IntentPrediction Of(ReadOnlySpan<float> scores, float outOfScope, float unknown)
    {
        var best = TensorPrimitives.IndexOfMax(scores);
        var (top, second, sum) = (scores[best], float.NegativeInfinity, 0.0);
        for (var i = 0; i < scores.Length; i++)
        {
            sum += Math.Exp(scores[i] - top);
            if (i != best && scores[i] > second)
                second = scores[i];
        }
        var outside = float.IsFinite(outOfScope) ? outOfScope : 0;
        return new IntentPrediction(best, 1 / sum, top - second, top, top - outside, top + Math.Log(sum) - outside, unknown);
    }
}
