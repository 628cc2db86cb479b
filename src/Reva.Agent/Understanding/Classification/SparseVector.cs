namespace Reva.Agent.Understanding.Classification;

/// <summary>The learned features of one text, each with its weight; of length 1.</summary>
internal readonly record struct SparseVector(int[] Rows, float[] Values);

/// <summary>Makes vectors of texts; holds memory that is used again, so one a thread.</summary>
internal sealed class Vectorizer
{
    private readonly FeatureList _features = new();
    private int[] _rows = new int[512];
    private float[] _values = new float[512];

    /// <summary>Distinct features of the last text that were learned.</summary>
    public int Count { get; private set; }

    /// <summary>Share of the last text's words that were never learned, 0–1.</summary>
    public float Unknown { get; private set; }

    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    /// <summary>Reads a text; the result stands until the next one is read.</summary>
    public void Read(ReadOnlySpan<char> text, FeatureTable table)
    {
        _features.Clear();
        TextFeatures.Collect(text, _features);
        if (_rows.Length < _features.Count)
        {
            _rows = new int[_features.Count * 2];
            _values = new float[_rows.Length];
        }
        Look(table);
        Array.Sort(_rows, _values, 0, Count);
        Merge();
        Normalize();
    }

    /// <summary>A copy that stays.</summary>
    public SparseVector ToVector() => new(Rows.ToArray(), Values.ToArray());

    private void Look(FeatureTable table)
    {
        Count = 0;
        int words = 0, unknown = 0;
        for (var i = 0; i < _features.Count; i++)
        {
            var (row, kind) = (table.Row(_features.Hashes[i]), _features.Kinds[i]);
            if (kind == FeatureKind.Word)
            {
                words++;
                unknown += row < 0 ? 1 : 0;
            }
            if (row < 0)
                continue;
            _rows[Count] = row;
            _values[Count++] = Weight(kind);
        }
        Unknown = words == 0 ? 1 : unknown / (float)words;
    }

    private static float Weight(FeatureKind kind) => kind switch
    {
        FeatureKind.Word or FeatureKind.Pair => 1,
        _ => 0.5f,
    };

    // A feature that comes again counts a little more, not twice.
    private void Merge()
    {
        var kept = 0;
        for (var i = 0; i < Count;)
        {
            var from = i;
            while (++i < Count && _rows[i] == _rows[from]) { }
            (_rows[kept], _values[kept++]) = (_rows[from], i - from == 1 ? _values[from] : _values[from] * (1 + MathF.Log(i - from)));
        }
        Count = kept;
    }

    private void Normalize()
    {
        var values = _values.AsSpan(0, Count);
        var length = System.Numerics.Tensors.TensorPrimitives.Norm<float>(values);
        if (length > 0)
            System.Numerics.Tensors.TensorPrimitives.Divide(values, length, values);
    }
}
