using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Finds e-mail addresses, also those spelled out ('ada at example dot com').</summary>
internal static partial class EmailAddresses
{
    /// <summary>The addresses in lower case, and the message with them blanked out, of the same length.</summary>
    public static (ImmutableArray<string> Emails, string Remaining) Take(string text)
    {
        if (!text.Contains('@', StringComparison.Ordinal) && !text.Contains(" at ", StringComparison.OrdinalIgnoreCase) && !text.Contains("at)", StringComparison.OrdinalIgnoreCase) && !text.Contains("at]", StringComparison.OrdinalIgnoreCase))
            return ([], text);
        var emails = ImmutableArray.CreateBuilder<string>();
        var rest = text.ToCharArray();
        foreach (var found in Written().EnumerateMatches(text))
            Add(text.Substring(found.Index, found.Length), found.Index, emails, rest);
        foreach (Match found in Spelled().Matches(new string(rest)))
            Add(found.Value, found.Index, emails, rest);
        return (emails.Distinct(StringComparer.Ordinal).ToImmutableArray(), new string(rest));
    }

    private static void Add(string written, int at, ImmutableArray<string>.Builder emails, char[] rest)
    {
        emails.Add(Signs(written.ToLowerInvariant()));
        rest.AsSpan(at, written.Length).Fill(' ');
    }

    private static string Signs(string spelled) => SpelledAt().Replace(SpelledDot().Replace(spelled, "."), "@");

    [GeneratedRegex(@"[\p{L}\p{N}._%+\-']*[\p{L}\p{N}_%+\-]@[\p{L}\p{N}][\p{L}\p{N}\-]*(\.[\p{L}\p{N}][\p{L}\p{N}\-]*)+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"\b[a-z0-9][a-z0-9._%+\-]*( (dot) [a-z0-9]+)?( at | ?[(\[]at[)\]] ?)[a-z0-9][a-z0-9\-]*((\.| dot | ?[(\[]dot[)\]] ?)[a-z0-9\-]+)*(\.| dot | ?[(\[]dot[)\]] ?)(com|net|org|co|uk|de|fr|es|it|nl|pt|io|eu|info|edu|me|us|ca|au|example|test)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spelled();

    [GeneratedRegex(@" dot | ?[(\[]dot[)\]] ?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex SpelledDot();

    [GeneratedRegex(@" at | ?[(\[]at[)\]] ?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex SpelledAt();
}
