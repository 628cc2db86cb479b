namespace Reva.Agent.Understanding.Classification;

/// <summary>Two classes told apart by a weighted sum of a few measures, both classes weighing the same however many examples each has.</summary>
internal sealed class LogisticRegression
{
    private const int Steps = 400;
    private const double Rate = 0.5;
    private const double Shrinkage = 0.002;

    private readonly double[] _mean;
    private readonly double[] _scale;
    private readonly double[] _weights;

    private LogisticRegression(double[] mean, double[] scale)
    {
        _mean = mean;
        _scale = scale;
        _weights = new double[mean.Length + 1];
    }

    public static LogisticRegression Fit(IReadOnlyList<double[]> positive, IReadOnlyList<double[]> negative)
    {
        var all = positive.Concat(negative).ToList();
        var mean = Enumerable.Range(0, all[0].Length).Select(j => all.Average(x => x[j])).ToArray();
        var scale = Enumerable.Range(0, mean.Length).Select(j => Math.Sqrt(all.Average(x => (x[j] - mean[j]) * (x[j] - mean[j]))) + 1e-9).ToArray();
        var model = new LogisticRegression(mean, scale);
        for (var step = 0; step < Steps; step++)
            model.Step(positive, negative);
        return model;
    }

    /// <summary>Above 0 for the positive class.</summary>
    public double Score(double[] measures)
    {
        var sum = _weights[^1];
        for (var j = 0; j < measures.Length; j++)
            sum += _weights[j] * (measures[j] - _mean[j]) / _scale[j];
        return sum;
    }

    private void Step(IReadOnlyList<double[]> positive, IReadOnlyList<double[]> negative)
    {
        var gradient = new double[_weights.Length];
        Pull(positive, 1, gradient);
        Pull(negative, 0, gradient);
        for (var j = 0; j < gradient.Length; j++)
            _weights[j] -= Rate * (gradient[j] + (Shrinkage * _weights[j]));
    }

    private void Pull(IReadOnlyList<double[]> examples, double target, double[] gradient)
    {
        foreach (var x in examples)
        {
            var error = ((1 / (1 + Math.Exp(-Score(x)))) - target) / examples.Count / 2;
            for (var j = 0; j < x.Length; j++)
                gradient[j] += error * (x[j] - _mean[j]) / _scale[j];
            gradient[^1] += error;
        }
    }
}
