using System.Text;
using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Understanding.Intents;

/// <summary>
/// A message as the classifier sees it: what is named gives way to what it is, so that 'the kettle never came' and 'the jacket never came'
/// look alike, and shops with other goods than the examples' are understood as well.
/// </summary>
internal static class MaskedText
{
    public static string Of(MessageText text, VocabularyIndex vocabulary, bool hasEmail) => Of(text, 0, text.Count, vocabulary, hasEmail);

    /// <summary>The words from <paramref name="from"/> up to <paramref name="to"/>.</summary>
    public static string Of(MessageText text, int from, int to, VocabularyIndex vocabulary, bool hasEmail)
    {
        var masked = new StringBuilder(text.Source.Length + 16);
        for (var i = from; i < to; i++)
        {
            if (masked.Length > 0)
                masked.Append(' ');
            masked.Append(Word(text, i, vocabulary));
            if (text[i].After == '?')
                masked.Append(" ?");
        }
        if (hasEmail)
            masked.Append(" xemail");
        else if (masked.Length == 0)
            masked.Append(text.Source.AsSpan(0, Math.Min(100, text.Source.Length)));
        return masked.ToString();
    }

    private static string Word(MessageText text, int i, VocabularyIndex vocabulary) => text.RoleOf(i) switch
    {
        Role.OrderNumber => "xorder",
        Role.PostalCode => "xpostcode",
        Role.Price when text[i].IsNumeric => "xprice",
        Role.Color => "xcolor",
        Role.Size when text[i].Plain is not ("size" or "sizes") => "xsize",
        Role.Material => "xmaterial",
        _ when vocabulary.IsProductWord(text[i].Plain) => text[i].Plain.EndsWith('s') ? "xproducts" : "xproduct",
        _ when text[i].IsNumeric => "xnumber",
        _ => text[i].Plain,
    };
}
