using System.Diagnostics;

namespace Reva.Benchmarks.Server;

/// <summary>A moment as a word: tokens carry when they were sent, and all processes of a machine read the same clock.</summary>
internal static class Stamp
{
    private const int Letters = 14;

    /// <summary>The present moment: a <c>z</c> and fourteen letters, as no shop's prices or order numbers look.</summary>
    public static string Now()
    {
        var ticks = Stopwatch.GetTimestamp();
        return string.Create(Letters + 1, ticks, static (word, left) =>
        {
            word[0] = 'z';
            for (var i = Letters; i > 0; i--, left /= 20)
                word[i] = (char)('a' + left % 20);
        });
    }

    /// <summary>Reads each stamp in a frame.</summary>
    public static IEnumerable<long> In(ReadOnlyMemory<byte> frame)
    {
        for (var at = 0; at + Letters < frame.Length; at++)
        {
            if (frame.Span[at] != 'z' || frame.Span.Slice(at + 1, Letters).ContainsAnyExceptInRange((byte)'a', (byte)'t'))
                continue;
            var ticks = 0L;
            foreach (var letter in frame.Span.Slice(at + 1, Letters))
                ticks = ticks * 20 + (letter - 'a');
            yield return ticks;
            at += Letters;
        }
    }
}
