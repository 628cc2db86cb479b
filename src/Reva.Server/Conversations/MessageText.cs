using System.Text;

namespace Reva.Server.Conversations;

/// <summary>Cleans what shoppers type: no control characters, no broken surrogates, nothing around it.</summary>
public static class MessageText
{
    /// <summary>Most characters (UTF-16 units) of a message.</summary>
    public const int Longest = 4000;

    /// <summary>Most characters of a sender's own id for a message.</summary>
    public const int LongestId = 64;

    /// <summary>Whether a sender's own id for a message can be kept as it is: 1–64 printable characters.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= LongestId && Clean(id) == id && !id.AsSpan().ContainsAny('\n', '\t');

    /// <summary>The text as it is stored; line breaks and tabs stay.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Broken surrogates come out as the replacement character, which says nothing either.
            if (rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune != Rune.ReplacementChar))
                clean.Append(rune);
        }
        return clean.ToString().Trim();
    }
}
