using System.Text.RegularExpressions;

namespace Reva.Agent.Privacy;

/// <summary>Names that people gave themselves in a conversation, found again wherever they are said later.</summary>
internal sealed partial class KnownNames
{
    private const int ShortestAlone = 3;

    // 'I'm Looking for a coat': words that follow where a name could, however they are written.
    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "about", "after", "again", "all", "also", "an", "and", "any", "asking", "at", "but", "by", "can", "could", "currently", "do", "for", "from", "going", "happy", "have",
        "here", "hoping", "how", "i", "in", "interested", "is", "it", "just", "looking", "my", "need", "new", "no", "not", "of", "on", "or", "order", "please", "really", "sad", "size", "so",
        "sorry", "still", "sure", "thank", "thanks", "that", "the", "this", "to", "trying", "unhappy", "upset", "very", "waiting", "want", "what", "when", "where", "who", "why", "with", "you", "your",
        "und", "ich", "meine", "mit", "et", "je", "y", "e",
    };

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Adds where the text gives a name, and where it says one given before.</summary>
    public void AddTo(PersonalFinds finds)
    {
        foreach (var pattern in (Regex[])[AfterNameWords(), AfterPlainWords(), AfterFarewell()])
        {
            foreach (Match match in pattern.Matches(finds.Text))
                Learn(match.Groups["value"].Value);
        }
        foreach (var name in _names.OrderByDescending(n => n.Length))
            Find(name, finds);
    }

    private void Learn(string words)
    {
        var name = words.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.TrimEnd('.', '-', '\'', '’')).TakeWhile(w => w.Length > 0 && !NoNames.Contains(w)).ToList();
        if (name.Count == 0)
            return;
        foreach (var part in name.Where(part => part.Length >= ShortestAlone || name.Count == 1).Append(string.Join(' ', name)))
            _names.Add(part);
    }

    private static void Find(string name, PersonalFinds finds)
    {
        var text = finds.Text;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                finds.Add("name", at, name.Length);
        }
    }

    // After these words comes a name, however it is written.
    [GeneratedRegex(@"\b(?i:my (full |first |last )?name is|my name's|my name:|name[:=]|i am called|they call me|mein name ist|ich heiße|ich heisse|je m'appelle|mon nom est|me llamo|mi nombre es|mi chiamo|ik heet|mitt namn är|jag heter)[ \t]+(?<value>\p{L}[\p{L}'’.\-]*([ \t]+\p{L}[\p{L}'’.\-]*){0,2})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AfterNameWords();

    // After these anything may come, so only capitals make a name.
    [GeneratedRegex(@"\b(?i:i'm|i’m|i am|this is|on behalf of|ich bin|je suis|soy)[ \t]+(?i:mr\.?[ \t]+|mrs\.?[ \t]+|ms\.?[ \t]+|dr\.?[ \t]+|herr[ \t]+|frau[ \t]+)?(?<value>\p{Lu}\p{Ll}[\p{L}'’\-]*([ \t]+(van|von|de|da|di|der|den|la|le|\p{Lu}\.))*([ \t]+\p{Lu}\p{Ll}[\p{L}'’\-]*){1,2}|\p{Lu}\p{Ll}+[ \t]here\b)|\b(?i:i'm|i’m|i am|this is)[ \t]+(?<value>\p{Lu}\p{Ll}[\p{L}'’\-]+)\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AfterPlainWords();

    [GeneratedRegex(@"\b(?i:regards|sincerely|cheers|best wishes|yours|thanks|thank you|grüße|grüßen|cordialement|saludos),?[ \t]*\n?[ \t]*(?<value>\p{Lu}\p{Ll}[\p{L}'’\-]*([ \t]+\p{Lu}\p{Ll}[\p{L}'’\-]*){0,2})[ \t]*[.!]?[ \t]*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex AfterFarewell();
}
