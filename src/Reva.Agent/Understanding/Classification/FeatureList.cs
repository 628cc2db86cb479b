namespace Reva.Agent.Understanding.Classification;

/// <summary>What a feature was made of; each kind has its own weight.</summary>
internal enum FeatureKind : byte
{
    Word,
    Pair,
    Skip,
    Sequence,
}

/// <summary>A growing list of hashed features that is used again from text to text.</summary>
internal sealed class FeatureList
{
    private uint[] _hashes = new uint[512];
    private FeatureKind[] _kinds = new FeatureKind[512];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Hashes => _hashes.AsSpan(0, Count);

    public ReadOnlySpan<FeatureKind> Kinds => _kinds.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(uint hash, FeatureKind kind)
    {
        if (Count == _hashes.Length)
        {
            Array.Resize(ref _hashes, Count * 2);
            Array.Resize(ref _kinds, Count * 2);
        }
        _hashes[Count] = hash;
        _kinds[Count++] = kind;
    }
}
