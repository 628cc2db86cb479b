using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Finds post codes: British and Canadian ones by their shape, numbers where a word says that they are one.</summary>
internal static partial class PostalCodes
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Announces = WordSets.Of("zip zipcode postcode postal plz code");
    private static readonly System.Collections.Frozen.FrozenSet<string> States = WordSets.Of("""
        AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY
        """);

    /// <summary>The codes in order of mention, upper case.</summary>
    public static ImmutableArray<string> Take(MessageText text)
    {
        var codes = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsFree(i))
                continue;
            if (IsNumberCode(text, i))
                Add(text, i, 1, codes);
            else if (text.Phrase(i, 2) is { Length: <= 10 } pair && Shaped().IsMatch(pair))
                Add(text, i, 2, codes);
        }
        return codes.ToImmutable();
    }

    private static bool IsNumberCode(MessageText text, int i) =>
        NumberShaped().IsMatch(text[i].Plain) && text[i].Before != '#'
        && (Announces.Contains(text[i - 1].Plain) || (Announces.Contains(text[i - 2].Plain) && text[i - 1].Plain is "is" or "code" or "to") || States.Contains(text.Written(i - 1).ToString()));

    private static void Add(MessageText text, int from, int count, ImmutableArray<string>.Builder codes)
    {
        codes.Add(text.Phrase(from, count)!.ToUpperInvariant());
        text.Claim(from, count, Role.PostalCode);
    }

    [GeneratedRegex(@"^([a-z]{1,2}[0-9][a-z0-9]? [0-9][a-z]{2}|[a-z][0-9][a-z] [0-9][a-z][0-9])$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Shaped();

    [GeneratedRegex(@"^[0-9]{4,5}(-[0-9]{4})?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NumberShaped();
}
