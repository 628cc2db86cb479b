using System.Numerics.Tensors;

namespace Reva.Agent.Understanding.Classification;

/// <summary>Learns weights by stochastic gradient descent, with a step size of its own for every feature that shrinks as the feature is learned.</summary>
internal sealed class SoftmaxTrainer(WeightTable weights, ClassifierOptions options)
{
    private const float BiasRate = 0.02f;
    private const float Caution = 0.1f;

    private readonly float[] _error = new float[weights.Classes];
    private int[] _rows = new int[512];
    private float[] _values = new float[512];

    public void Train(IReadOnlyList<(SparseVector Vector, int Class)> examples, int features)
    {
        var learned = new float[features];
        var random = new Random(options.Seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var (steps, step) = (options.Epochs * order.Length, 0);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
                Learn(examples[index], options.Rate * (1 - (step++ / (float)steps)), learned, random);
        }
    }

    private void Learn((SparseVector Vector, int Class) example, float rate, float[] learned, Random random)
    {
        var count = Drop(example.Vector, random);
        weights.Scores(_rows.AsSpan(0, count), _values.AsSpan(0, count), _error);
        TensorPrimitives.SoftMax(_error, _error);
        TensorPrimitives.Subtract(_error, options.Smoothing / weights.Classes, _error);
        _error[example.Class] -= 1 - options.Smoothing;

        var force = TensorPrimitives.SumOfSquares<float>(_error);
        for (var i = 0; i < count; i++)
        {
            var (row, value) = (_rows[i], _values[i]);
            learned[row] += force * value * value;
            var weight = weights.Row(row);
            TensorPrimitives.MultiplyAdd(_error, -rate * value / MathF.Sqrt(learned[row] + Caution), weight, weight);
        }
        TensorPrimitives.MultiplyAdd(_error, -rate * BiasRate, weights.Bias, weights.Bias);
    }

    private int Drop(SparseVector vector, Random random)
    {
        if (_rows.Length < vector.Rows.Length)
            (_rows, _values) = (new int[vector.Rows.Length], new float[vector.Rows.Length]);
        var count = 0;
        for (var i = 0; i < vector.Rows.Length; i++)
        {
            if (random.NextSingle() < options.Dropout)
                continue;
            (_rows[count], _values[count++]) = (vector.Rows[i], vector.Values[i]);
        }
        return count;
    }
}
