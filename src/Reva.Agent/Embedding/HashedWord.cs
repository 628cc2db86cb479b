namespace Reva.Agent.Embedding;

/// <summary>Writes a word into a vector at places that depend on its letters, so that words written alike share places.</summary>
internal static class HashedWord
{
    private const int PlacesOfWord = 8;
    private const int PlacesOfSequence = 3;
    private const float WeightOfSequences = 0.7f;

    public static void Add(string word, float weight, Span<float> vector)
    {
        Place(Hash(word, 0x9E3779B9), PlacesOfWord, weight, vector);
        if (word.Length < 3)
            return;
        // The sequences of a long word together weigh as much as those of a short one.
        var count = word.Length;
        var each = weight * WeightOfSequences / MathF.Sqrt(count);
        Span<char> bounded = stackalloc char[word.Length + 2];
        bounded[0] = '<';
        word.CopyTo(bounded[1..]);
        bounded[^1] = '>';
        for (var i = 0; i + 3 <= bounded.Length; i++)
            Place(Hash(bounded.Slice(i, 3), 0x85EBCA6B), PlacesOfSequence, each, vector);
    }

    private static void Place(uint hash, int places, float weight, Span<float> vector)
    {
        var step = weight / MathF.Sqrt(places);
        for (var i = 0; i < places; i++)
        {
            hash = (hash ^ (hash >> 15)) * 0x2C1B3C6D;
            hash = (hash ^ (hash >> 12)) * 0x297A2D39;
            hash ^= hash >> 15;
            vector[(int)(hash % (uint)vector.Length)] += (hash & 0x8000_0000) == 0 ? step : -step;
        }
    }

    private static uint Hash(ReadOnlySpan<char> letters, uint seed)
    {
        var hash = seed ^ 2_166_136_261;
        foreach (var c in letters)
            hash = (hash ^ c) * 16_777_619;
        return hash;
    }
}
