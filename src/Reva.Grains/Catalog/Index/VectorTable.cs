using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Reva.Grains.Catalog.Index;

/// <summary>
/// Unit vectors, compared all against one. A first pass reads them as bytes, a quarter of the memory that floats would take, and is
/// right to about 0.01; <see cref="Exact"/> tells the few that matter apart. Immutable.
/// </summary>
internal sealed class VectorTable
{
    private readonly int _dimensions;
    private readonly int _stride;
    private readonly sbyte[] _bytes;
    private readonly float[] _scales;
    private readonly float[]?[] _vectors;

    /// <summary>Rows without a vector of this length are like nothing.</summary>
    public VectorTable(IReadOnlyList<float[]?> vectors, int dimensions)
    {
        _dimensions = dimensions;
        _stride = (dimensions + 31) / 32 * 32;
        _bytes = new sbyte[vectors.Count * _stride];
        _scales = new float[vectors.Count];
        _vectors = [.. vectors.Select(v => v?.Length == dimensions ? v : null)];
        for (var row = 0; row < _vectors.Length; row++)
        {
            if (_vectors[row] is { } vector)
                _scales[row] = Quantise(vector, _bytes.AsSpan(row * _stride, dimensions));
        }
    }

    /// <summary>The vector of a row; null when it has none.</summary>
    public float[]? this[int row] => _vectors[row];

    /// <summary>Fills, for each of <paramref name="rows"/>, the approximate cosine to <paramref name="query"/>, 0 for opposites and strangers.</summary>
    public void Approximate(float[] query, ReadOnlySpan<int> rows, Span<float> likeness)
    {
        if (query.Length != _dimensions)
        {
            likeness[..rows.Length].Clear();
            return;
        }
        Span<sbyte> bytes = new sbyte[_stride];
        var scale = Quantise(query, bytes);
        for (var i = 0; i < rows.Length; i++)
            likeness[i] = Math.Clamp(Dot(bytes, _bytes.AsSpan(rows[i] * _stride, _stride)) * scale * _scales[rows[i]], 0f, 1f);
    }

    /// <summary>The cosine of a row to <paramref name="query"/>, 0–1.</summary>
    public double Exact(float[] query, int row) =>
        _vectors[row] is { } vector && query.Length == _dimensions ? Math.Clamp(TensorPrimitives.Dot<float>(query, vector), 0f, 1f) : 0;

    private static float Quantise(ReadOnlySpan<float> vector, Span<sbyte> bytes)
    {
        var scale = TensorPrimitives.MaxMagnitude(vector) is var most && MathF.Abs(most) > 0 ? MathF.Abs(most) / 127f : 1f;
        for (var i = 0; i < vector.Length; i++)
            bytes[i] = (sbyte)MathF.Round(vector[i] / scale);
        return scale;
    }

    // Two products of bytes fit a short (2 × 127² < 2¹⁵), so pairs are added before widening. Both lengths are a multiple of 32.
    private static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var sum = Vector256<int>.Zero;
        ref var l = ref MemoryMarshal.GetReference(left);
        ref var r = ref MemoryMarshal.GetReference(right);
        for (nuint i = 0; i < (nuint)left.Length; i += 32)
        {
            var (leftLow, leftHigh) = Vector256.Widen(Vector256.LoadUnsafe(ref l, i));
            var (rightLow, rightHigh) = Vector256.Widen(Vector256.LoadUnsafe(ref r, i));
            var (low, high) = Vector256.Widen(leftLow * rightLow + leftHigh * rightHigh);
            sum += low + high;
        }
        return Vector256.Sum(sum);
    }
}
