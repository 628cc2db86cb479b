using System.Buffers;

namespace Reva.Agent.Understanding.Classification;

/// <summary>Turns a text into hashed features: words, pairs of neighbouring words, and the character sequences within words, which make typing mistakes matter less.</summary>
internal static class TextFeatures
{
    /// <summary>No more of a text is looked at, so that time has a bound.</summary>
    public const int MostCharacters = 2_000;

    private const int ShortestSequence = 3;
    private const int LongestSequence = 5;
    private const uint WordSeed = 0x9E3779B1, PairSeed = 0x85EBCA77, SequenceSeed = 0xC2B2AE3D, SkipSeed = 0x27D4EB2F, EdgeSeed = 0x165667B1;

    /// <summary>Adds the features of <paramref name="text"/> to <paramref name="into"/>, repeated ones repeatedly.</summary>
    public static void Collect(ReadOnlySpan<char> text, FeatureList into)
    {
        if (text.Length > MostCharacters)
            text = text[..MostCharacters];
        var buffer = ArrayPool<char>.Shared.Rent((text.Length * 2) + 4);
        try
        {
            var length = PlainText.Write(text, buffer);
            CollectPlain(buffer.AsSpan(0, length), into);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static void CollectPlain(ReadOnlySpan<char> plain, FeatureList into)
    {
        uint before = EdgeSeed, beforeThat = EdgeSeed;
        var start = 0;
        for (var i = 0; i <= plain.Length; i++)
        {
            if (i < plain.Length && plain[i] != ' ')
                continue;
            if (i > start)
            {
                var word = plain[start..i];
                var hash = Hash(word, WordSeed);
                into.Add(hash, FeatureKind.Word);
                into.Add(Mix(before ^ PairSeed, hash), FeatureKind.Pair);
                into.Add(Mix(beforeThat ^ SkipSeed, hash), FeatureKind.Skip);
                Sequences(word, into);
                (beforeThat, before) = (before, hash);
            }
            start = i + 1;
        }
        into.Add(Mix(before ^ PairSeed, EdgeSeed), FeatureKind.Pair);
    }

    private static void Sequences(ReadOnlySpan<char> word, FeatureList into)
    {
        var last = word.Length + 2;
        for (var from = 0; from < last; from++)
        {
            var hash = SequenceSeed;
            var to = Math.Min(last, from + LongestSequence);
            for (var i = from; i < to; i++)
            {
                hash = (hash ^ (i == 0 ? '<' : i == last - 1 ? '>' : word[i - 1])) * 16_777_619;
                if (i - from + 1 >= ShortestSequence)
                    into.Add(Mix(hash, (uint)(i - from)), FeatureKind.Sequence);
            }
        }
    }

    private static uint Hash(ReadOnlySpan<char> word, uint seed)
    {
        var hash = seed;
        foreach (var c in word)
            hash = (hash ^ c) * 16_777_619;
        return Mix(hash, seed);
    }

    private static uint Mix(uint a, uint b)
    {
        var h = (a * 0x9E3779B1u) ^ ((b << 15) | (b >> 17));
        h ^= h >> 16;
        h *= 0x7FEB352Du;
        h ^= h >> 15;
        h *= 0x846CA68Bu;
        return h ^ (h >> 16);
    }
}
