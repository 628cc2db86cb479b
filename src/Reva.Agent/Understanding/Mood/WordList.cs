using System.Collections.Frozen;
using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Understanding.Mood;

/// <summary>Words and phrases of up to four words that are looked for in messages.</summary>
internal sealed class WordList(IEnumerable<string> phrases)
{
    private const int Longest = 4;

    private readonly FrozenSet<string> _phrases = phrases.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How many words from <paramref name="at"/> on are in the list as one phrase; 0 when none.</summary>
    public int Match(MessageText text, int at)
    {
        for (var length = Longest; length > 0; length--)
        {
            if (text.Phrase(at, length) is { } phrase && _phrases.Contains(phrase))
                return length;
        }
        return 0;
    }

    /// <summary>Whether the message has any of them.</summary>
    public bool IsIn(MessageText text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (Match(text, i) > 0)
                return true;
        }
        return false;
    }
}
