using System.Text.RegularExpressions;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Identification;

/// <summary>A name and a postcode that the shopper has given as their own, in one message or several.</summary>
internal sealed partial record StatedPerson(string? FirstName, string? LastName, string? Postcode)
{
    private const int MostMessages = 4;

    /// <summary>Both are there.</summary>
    public bool IsWhole => FirstName is not null && Postcode is not null;

    /// <summary>Nothing is there.</summary>
    public bool IsEmpty => FirstName is null && Postcode is null;

    /// <summary>What the shopper has stated while the agent waits for a proof: in this message, and where one half is missing in earlier ones. Empty when this message states nothing.</summary>
    public static StatedPerson Answering(TurnContext turn)
    {
        var asked = turn.Input.History.LastOrDefault(u => u.Author == Author.Agent)?.Text ?? "";
        var stated = In(turn.Input.Text, asked.Contains("name?", StringComparison.OrdinalIgnoreCase), asked.Contains("postcode", StringComparison.OrdinalIgnoreCase));
        // 'Noah Brown, 80279' says both, unless it is goods and a number.
        if (stated.IsEmpty && turn.Meaning.Entities is { ProductIds.IsEmpty: true, Category: null } && In(turn.Input.Text, true, true) is { IsWhole: true } both)
            return both;
        if (stated.IsEmpty)
            return stated;
        foreach (var earlier in turn.Input.History.Where(u => u.Author == Author.Shopper).Reverse().Take(MostMessages).Select(u => In(u.Text, false, false)))
            stated = new StatedPerson(stated.FirstName ?? earlier.FirstName, stated.FirstName is null ? earlier.LastName : stated.LastName, stated.Postcode ?? earlier.Postcode);
        return stated;
    }

    /// <summary>What a message states as its writer's own, with words that say so; <paramref name="bareName"/> and <paramref name="bareCode"/> do without.</summary>
    public static StatedPerson In(string text, bool bareName, bool bareCode)
    {
        var name = Introduced().Match(text) is { Success: true } introduced ? introduced : Announced().IsMatch(text) && Presented().Match(text) is { Success: true } presented ? presented : bareName ? Bare().Match(text) : Match.Empty;
        var postcode = Announced().Match(text) is { Success: true } announced ? announced : bareCode || name.Success ? Loose().Match(text) : Match.Empty;
        var words = name.Success ? name.Groups["name"].Value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) : [];
        return new StatedPerson(words.Length > 1 ? string.Join(' ', words[..^1]) : null, words.Length > 1 ? words[^1] : null, postcode.Success ? postcode.Groups["code"].Value.Trim() : null);
    }

    /// <summary>Whether the shopper's own words hold it; what a model makes up proves nothing.</summary>
    public static bool SaidByShopper(string value, TurnContext turn) =>
        turn.Input.History.Where(u => u.Author == Author.Shopper).Select(u => u.Text).Append(turn.Input.Text).Any(text => Folded(text).Contains(Folded(value), StringComparison.Ordinal));

    private static string Folded(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"\b(?:my (?:full )?name(?: is|'s|’s|:)|name(?: is|:)|i am called|i'm called|on the name of|under the name(?: of)?)\s+(?<name>\p{L}[\p{L}'’.\-]*(?: (?!and\b|zip|post|my\b|with\b|from\b|at\b|in\b|the\b|i\b|plz\b|but\b)\p{L}[\p{L}'’\-]*){1,3})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Introduced();

    // 'I am Mina Okafor' says a name where a postcode stands beside it; 'I am Really Angry' has none.
    [GeneratedRegex(@"\b(?:[Ii] am|[Ii]['’]?m|[Tt]his is|[Ii]t['’]?s) (?<name>\p{Lu}[\p{L}'’.\-]*(?: \p{Lu}[\p{L}'’\-]*){1,3})", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Presented();

    [GeneratedRegex(@"^\s*(?:(?:i am|i'm|i’m|it's|it’s|it is|this is)\s+)?(?<name>\p{Lu}[\p{L}'’.\-]*(?: (?!ZIP|Zip|Post|PLZ)\p{Lu}[\p{L}'’\-]*){1,3})(?=\s*(?:$|[,.;:!\n(]|\d|and\b|zip\b|Zip\b|ZIP\b|post|Post))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\b(?:zip|zipcode|zip code|post ?code|postal code|plz)\b\s*(?:code)?\s*(?:is|:|=|-)?\s*(?<code>[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{3,10}(?:-\d{3,4})?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Announced();

    [GeneratedRegex(@"(?<![#\d\w$€£])(?<code>[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4,5}(?:-\d{4})?)(?![\w\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Loose();
}
