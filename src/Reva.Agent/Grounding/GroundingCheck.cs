using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Reva.Agent.Grounding.Foreign;

namespace Reva.Agent.Grounding;

/// <summary>Holds a reply against what the conversation has heard: what is not founded is named, sentence by sentence. Pure.</summary>
internal static partial class GroundingCheck
{
    /// <summary>All that rests on nothing, in order.</summary>
    public static ImmutableArray<Unfounded> Of(string text, FactLedger facts)
    {
        var found = ImmutableArray.CreateBuilder<Unfounded>();
        facts.Recognise(text);
        foreach (var (start, end) in Clauses.Sentences(text))
        {
            var sentence = text[start..end];
            // A page of the shop quoted as it stands is the shop's own word.
            var isQuoted = sentence.Length > 25 && facts.HasWords(Cited().Replace(sentence, "").Trim().TrimEnd('.', '!', '*', '”', '"'), alsoByShopper: false);
            foreach (var what in Figures(sentence, facts).Concat(isQuoted ? [] : Times(sentence, facts).Concat(Deeds(sentence, facts))).Distinct(StringComparer.Ordinal))
                found.Add(new Unfounded(what, start, end));
        }
        return found.ToImmutable();
    }

    private static IEnumerable<string> Figures(string sentence, FactLedger facts) =>
        MoneyReader.Sums(sentence).Where(s => !facts.HasSum(s.Sum)).Select(s => s.Written)
            .Concat(OrderNumbers().Matches(sentence).Where(m => !IsExample(sentence, m)).Select(m => m.Groups["number"].Value).Where(n => !facts.HasCode(n.TrimStart('#'))))
            .Concat(Codes().Matches(sentence).Select(m => m.Value).Where(c => c.Any(char.IsAsciiDigit) && c.Count(char.IsLetterOrDigit) > 6 && !IsDate(c) && !facts.HasCode(c)))
            .Concat(GivenCodes().Matches(sentence).Select(m => m.Groups["code"].Value).Where(c => !facts.HasCode(c)))
            .Concat(Links().Matches(sentence).Select(m => m.Value.TrimEnd('.', ',', ';', ':', '!', '?', '*', '\'')).Where(l => !facts.HasWords(l, alsoByShopper: true)));

    // A date is held against the days that were told.
    private static bool IsDate(string code) => DateReader.Days(code).Select(d => d.Written).Concat(DateReader.Figures(code).Select(d => d.Written)).Contains(code);

    // 'It looks like #1001' shows the form of a number.
    private static bool IsExample(string sentence, Match number) => sentence[..number.Index].TrimEnd('*', ' ').EndsWith("like", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Times(string sentence, FactLedger facts)
    {
        var promises = Promising().IsMatch(sentence);
        foreach (var (month, day, written) in DateReader.Days(sentence).Where(d => !facts.HasDay(d.Month, d.Day) && (promises || !facts.HasWords(d.Written, alsoByShopper: true))))
            yield return written;
        foreach (var (one, other, written) in DateReader.Figures(sentence).Where(d => !facts.HasDay(d.One, d.Other) && !facts.HasDay(d.Other, d.One) && (promises || !facts.HasWords(d.Written, alsoByShopper: true))))
            yield return written;
        // A weekday beside its date is told with it.
        var dated = DateReader.Days(sentence).Any();
        foreach (var (written, _) in ForeignTimes.Days(sentence).Where(d => !dated && !facts.HasWords(d.Written, alsoByShopper: false) && !IsFounded(d.English, -14, facts)))
            yield return written;
        foreach (var (written, _, _) in ForeignTimes.Spans(sentence).Where(s => !facts.HasWords(s.Written, alsoByShopper: false) && !IsFounded(s.Figures, s.Unit, facts)))
            yield return written;
        if (!promises)
            yield break;
        foreach (var written in Days().Matches(sentence).Where(m => !dated || !Enum.TryParse<DayOfWeek>(m.Value, ignoreCase: true, out _)).Select(m => m.Value).Where(w => !IsFounded(w, Coming().IsMatch(sentence) ? 0 : -14, facts)))
            yield return written;
        foreach (var written in Spans().Matches(sentence).Where(m => !IsFounded(m.Groups["n"].Captures.Select(c => c.Value), m.Groups["unit"].Value.ToLowerInvariant(), facts)).Select(m => m.Value))
            yield return written;
    }

    private static bool IsFounded(string day, int earliest, FactLedger facts) => facts.HasWords(day, alsoByShopper: false) || (day.ToLowerInvariant() switch
    {
        "tomorrow" => facts.HasDayAfter(1),
        "yesterday" => facts.HasDayAfter(-1),
        _ => Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out var weekday) && facts.HasWeekday(weekday, earliest),
    });

    private static bool IsFounded(IEnumerable<string> figures, string unit, FactLedger facts)
    {
        foreach (var figure in figures)
        {
            var (written, n) = (figure.ToLowerInvariant(), NumberOf(figure));
            string[] forms = [$"{written} ", $"{n} ", $"{n}-", $"{n}–", $"{Word(n)} "];
            var told = forms.Any(f => facts.HasWords($"{f}{unit}", false) || facts.HasWords($"{f}business {unit}", false) || facts.HasWords($"{f}working {unit}", false))
                || facts.HasWords($"{n}–", false) || facts.HasWords($"{n}-", false) || facts.HasWords($"{n} to ", false)
                || unit == "day" && (facts.HasDayAfter(n) || facts.HasDayAfter(-n) || (n % 7 == 0 && facts.HasWords($"{n / 7} week", false)))
                || unit == "week" && facts.HasWords($"{n * 7} day", false) || unit == "hour" && n % 24 == 0 && facts.HasWords($"{n / 24} day", false);
            if (!told)
                return false;
        }
        return true;
    }

    private static int NumberOf(string written) => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : Array.IndexOf(Numerals, written.ToLowerInvariant());

    private static string Word(int n) => n >= 0 && n < Numerals.Length ? Numerals[n] : n.ToString(CultureInfo.InvariantCulture);

    private static readonly string[] Numerals = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen"];

    private static IEnumerable<string> Deeds(string sentence, FactLedger facts)
    {
        var orders = OrderNumbers().Matches(sentence).Select(m => m.Groups["number"].Value.TrimStart('#')).ToList();
        return ClaimReader.In(sentence).Where(claim => !facts.Deeds.Any(deed => Bears(deed, claim, orders))).Select(claim => claim.Words);
    }

    private static bool Bears(Deed deed, Claim claim, List<string> orders) =>
        (claim.Kind == deed.Kind || (claim.Kind == DeedKind.Any && deed.Kind is not (DeedKind.Shipped or DeedKind.Delivered or DeedKind.Verified or DeedKind.CodeSent)))
        && deed.Stage >= claim.Stage && (deed.ByAgent || !claim.ByAgent)
        && (deed.OrderNumber is null || orders.Count == 0 || orders.Contains(deed.OrderNumber.TrimStart('#'), StringComparer.OrdinalIgnoreCase));

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Cited();

    [GeneratedRegex(@"(?<number>#[A-Za-z]{0,4}-?[0-9]{3,})|\b([Nn]r\.?|[Nn]\.|[Nn][°º]|[Nn]\.º|[Nn]úm\.?|[Nn]um[eé]ro|[Nn]úmero|[Nn]ummer|[Bb]estellung|[Bb]estellnummer|[Bb]estelling|[Bb]estelnummer|[Cc]ommande|[Pp]edido|[Oo]rdine|[Ee]ncomenda)[ \u00A0\u202F]?(?<number>[0-9]{4,})\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OrderNumbers();

    [GeneratedRegex(@"#?[A-Z0-9]+(-[A-Z0-9]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Codes();

    [GeneratedRegex(@"\b(code|coupon|voucher)( is|:| of)? \W{0,3}(?<code>[A-Z][A-Z0-9]{3,})\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex GivenCodes();

    [GeneratedRegex(@"(https?://|www\.)[^\s)\]>""]+|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Links();

    [GeneratedRegex(@"\b(arriv\w*|deliver\w*|refund\w*|money|return\w*|repl(y|ies)|answers?|hear|ship\w*|takes?|valid|expires?|receive\w*|get|reach\w*|due|expected|estimate\w*|back|credited|sent|leaves?|placed|paid|cancel\w*|by|within|until)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Promising();

    [GeneratedRegex(@"\b(will|expect|arrives?|by|until|next|should|comes)\b|'ll\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Coming();

    [GeneratedRegex(@"\b(tomorrow|yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|next week)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Days();

    [GeneratedRegex(@"\b(?<n>[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|fourteen)(( ?(-|–|to|or) ?)(?<n>[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|fourteen))?[ -](business |working |calendar )?(?<unit>day|hour|week|month)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Spans();
}

/// <summary>Something said that nothing bears out.</summary>
/// <param name="What">The words.</param>
/// <param name="Start">Where its sentence begins in the text.</param>
/// <param name="End">Where it ends.</param>
internal sealed record Unfounded(string What, int Start, int End);
