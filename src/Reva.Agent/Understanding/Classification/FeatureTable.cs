using System.Numerics;

namespace Reva.Agent.Understanding.Classification;

/// <summary>Finds the row of weights that belongs to a hashed feature. Built once, read by many threads.</summary>
internal sealed class FeatureTable
{
    private readonly uint[] _hashes;
    private readonly int[] _rows;
    private readonly int _mask;

    private FeatureTable(int count)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count * 2));
        _hashes = new uint[size];
        _rows = new int[size];
        Array.Fill(_rows, -1);
        _mask = size - 1;
    }

    /// <summary>How many features have a row.</summary>
    public int Count { get; private set; }

    /// <summary>A row for every feature that occurs in at least <paramref name="leastExamples"/> of the texts.</summary>
    public static FeatureTable Of(IEnumerable<string> texts, int leastExamples)
    {
        var occurrences = new Dictionary<uint, int>();
        var order = new List<uint>();
        var features = new FeatureList();
        var seen = new HashSet<uint>();
        foreach (var text in texts)
        {
            features.Clear();
            seen.Clear();
            TextFeatures.Collect(text, features);
            foreach (var hash in features.Hashes)
            {
                if (!seen.Add(hash))
                    continue;
                var before = occurrences.GetValueOrDefault(hash);
                occurrences[hash] = before + 1;
                if (before + 1 == leastExamples)
                    order.Add(hash);
            }
        }
        var table = new FeatureTable(order.Count);
        foreach (var hash in order)
            table.Add(hash);
        return table;
    }

    /// <summary>The row; -1 for a feature that was never learned.</summary>
    public int Row(uint hash)
    {
        for (var slot = (int)(hash & (uint)_mask); ; slot = (slot + 1) & _mask)
        {
            if (_rows[slot] < 0)
                return -1;
            if (_hashes[slot] == hash)
                return _rows[slot];
        }
    }

    private void Add(uint hash)
    {
        var slot = (int)(hash & (uint)_mask);
        while (_rows[slot] >= 0)
            slot = (slot + 1) & _mask;
        _hashes[slot] = hash;
        _rows[slot] = Count++;
    }
}
