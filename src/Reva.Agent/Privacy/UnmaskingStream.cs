using System.Text;

namespace Reva.Agent.Privacy;

/// <summary>Puts personal data back into text that arrives in pieces: a reference cut in two by the stream is held back until it is whole.</summary>
public sealed class UnmaskingStream(PersonalDataMask mask)
{
    // The longest reference is '[phone_999]'; anything longer after a bracket is plain text.
    private const int LongestReference = 12;
    private readonly StringBuilder _held = new();

    /// <summary>What of the text so far may be shown after <paramref name="piece"/> came in.</summary>
    public string Push(string piece)
    {
        _held.Append(piece);
        var text = _held.ToString();
        var open = text.LastIndexOf('[');
        var waits = open >= 0 && text.IndexOf(']', open) < 0 && text.Length - open < LongestReference;
        _held.Clear();
        if (!waits)
            return mask.Unmask(text);
        _held.Append(text, open, text.Length - open);
        return mask.Unmask(text[..open]);
    }

    /// <summary>The rest, when the stream has ended.</summary>
    public string Flush()
    {
        var rest = mask.Unmask(_held.ToString());
        _held.Clear();
        return rest;
    }
}
