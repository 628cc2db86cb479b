using System.Text;

namespace Reva.Agent.Privacy;

/// <summary>
/// Puts personal data back into text that arrives in pieces: a reference cut in two by the stream is held back until it is whole,
/// and so is half of a surrogate pair, which no JSON could carry alone.
/// </summary>
public sealed class UnmaskingStream(PersonalDataMask mask)
{
    private readonly StringBuilder _held = new();

    /// <summary>What of the text so far may be shown after <paramref name="piece"/> came in.</summary>
    public string Push(string piece)
    {
        _held.Append(piece);
        var text = _held.ToString();
        var shown = Showable(text);
        _held.Clear().Append(text, shown, text.Length - shown);
        return mask.Unmask(text[..shown]);
    }

    /// <summary>The rest, when the stream has ended.</summary>
    public string Flush()
    {
        var rest = mask.Unmask(_held.ToString());
        _held.Clear();
        return rest;
    }

    private int Showable(string text)
    {
        var open = text.LastIndexOf('[');
        if (open >= 0 && text.Length - open < mask.LongestReference && text.IndexOf(']', open) < 0)
            return open;
        return text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length;
    }
}
