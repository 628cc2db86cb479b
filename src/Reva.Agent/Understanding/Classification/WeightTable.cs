using System.Numerics.Tensors;

namespace Reva.Agent.Understanding.Classification;

/// <summary>A row of weights for every feature: one weight a class.</summary>
internal sealed class WeightTable(int rows, int classes)
{
    // Rows begin at whole vector registers.
    private readonly int _stride = (classes + 7) / 8 * 8;
    private readonly float[] _weights = new float[rows * ((classes + 7) / 8 * 8)];
    private readonly float[] _bias = new float[classes];

    public int Classes { get; } = classes;

    public Span<float> Bias => _bias;

    public Span<float> Row(int row) => _weights.AsSpan(row * _stride, Classes);

    /// <summary>The score of every class before they are made to sum to 1.</summary>
    public void Scores(ReadOnlySpan<int> rows, ReadOnlySpan<float> values, Span<float> into)
    {
        _bias.CopyTo(into);
        for (var i = 0; i < rows.Length; i++)
            TensorPrimitives.MultiplyAdd(Row(rows[i]), values[i], into, into);
    }
}
