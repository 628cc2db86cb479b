using System.Buffers;
using System.Text;
using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Actions.Reading;

/// <summary>Looks at what stands between the words: quotation marks, struck-out text, a thumb turned down.</summary>
internal static class AnswerSigns
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»‹›>`*~_|\\[]{}<=^");

    private static readonly string Plain = ".,!?;:'’-–—()#&… \n\r\t/";

    private static readonly HashSet<int> Friendly = [.. "👍✅👌🙏🙂😊😀😃😄😁🎉❤✔☺🤝💯".EnumerateRunes().Select(r => r.Value), 0xFE0F, 0x200D, .. Enumerable.Range(0x1F3FB, 5)];

    /// <summary>Whether an answer may be read at all: nothing in it is quoted.</summary>
    public static bool AreUnquoted(MessageText text)
    {
        if (text.Source.AsSpan().ContainsAny(Quotes))
            return false;
        return Enumerable.Range(0, text.Count).All(i => text[i].Before is not ('\'' or '‘' or '’'));
    }

    /// <summary>Whether nothing but words and common signs stand in the answer itself.</summary>
    public static bool ArePlain(ReadOnlySpan<char> answer)
    {
        foreach (var rune in answer.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && !(rune.IsBmp && Plain.Contains((char)rune.Value, StringComparison.Ordinal)) && !Friendly.Contains(rune.Value))
                return false;
        }
        return true;
    }
}
