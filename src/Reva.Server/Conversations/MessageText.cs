using System.Text;

namespace Reva.Server.Conversations;

/// <summary>Cleans what shoppers type: no control characters, no broken surrogates, nothing around it.</summary>
public static class MessageText
{
    /// <summary>Most characters (UTF-16 units) of a message.</summary>
    public const int Longest = 4000;

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
