using System.Text.RegularExpressions;
using Reva.Agent.Grounding.Foreign;

namespace Reva.Agent.Grounding;

/// <summary>Reads what a sentence claims was done, is being done or will be done. Questions, denials, conditions and what could be are no claims. Pure.</summary>
internal static partial class ClaimReader
{
    // Clauses are short; it only keeps a strange one from holding a turn up.
    private const int LongestMatch = 2000;

    private const string Adverbs = "(?:(?:already|just|now|successfully|also|both|officially|hereby|all|fully|happily|gladly|immediately|automatically|personally|in full|gone ahead and|went ahead and|then|since|duly|promptly|therefore|recently|safely) )*";

    /// <summary>The claims of one sentence.</summary>
    public static IEnumerable<Claim> In(string sentence)
    {
        var plain = sentence.Replace("*", "", StringComparison.Ordinal).Replace('’', '\'').Trim();
        return InEnglish(plain).Concat(ForeignClaims.In(plain));
    }

    private static IEnumerable<Claim> InEnglish(string plain)
    {
        var asks = plain.TrimEnd('"', '”', ')', ' ').EndsWith('?');
        var clauses = Clauses.Of(plain);
        var conditional = clauses.Exists(c => c.IsCondition);
        Claim? before = null;
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            var claim = clause.IsCondition || (asks && (i == clauses.Count - 1 || Asking().IsMatch(plain))) || Denies(clause.Words) || Reports().IsMatch(clause.Words) || (clause.Joint is "that" && i > 0 && Reports().IsMatch(clauses[i - 1].Words)) ? null : Of(clause, before ?? Begun(clauses, i));
            // What holds only once something else has happened promises nothing yet.
            if (claim is { Stage: DeedStage.Promised } && (conditional || General().IsMatch(plain)))
                claim = null;
            if (claim is not null)
                yield return claim;
            before = claim;
        }
    }

    // 'I've looked into it and refunded you': the first verb is no deed, but lends its subject.
    private static Claim? Begun(List<Clause> clauses, int i) =>
        i > 0 && Subject().Match(clauses[i - 1].Words) is { Success: true } begun && !clauses[i - 1].IsCondition && !Denies(clauses[i - 1].Words)
            ? new Claim(DeedKind.Any, DeedStage.Done, begun.Groups["who"].Value.Equals("i", StringComparison.OrdinalIgnoreCase), clauses[i - 1].Words) : null;

    private static bool Denies(string words) => Denial().IsMatch(words.Replace("not only", "", StringComparison.OrdinalIgnoreCase));

    private static Claim? Of(Clause clause, Claim? before)
    {
        var words = clause.Words;
        if (First().Match(words) is { Success: true } first && DeedWords.Of(Verb(first), words) is { } own)
            return new Claim(own, DeedStage.Done, first.Groups["who"].Value.Equals("i", StringComparison.OrdinalIgnoreCase), words);
        if (Passive().Match(words) is { Success: true } passive && !Could().IsMatch(words[..passive.Index]) && DeedWords.Of(Verb(passive), words) is { } suffered)
            return new Claim(suffered, DeedStage.Done, false, words);
        if (State().Match(words) is { Success: true } state && Specific().IsMatch(words) && DeedWords.Of(Verb(state), words) is { } stands)
            return new Claim(stands, DeedStage.Done, false, words);
        if (Noun().Match(words) is { Success: true } noun)
            return new Claim(OfNoun(noun.Groups["noun"].Value), OnTheWay().IsMatch(words) ? DeedStage.UnderWay : DeedStage.Done, false, words);
        if (Exclaimed().IsMatch(words))
            return new Claim(DeedKind.Any, DeedStage.Done, true, words);
        if (Coming(words) is { } coming)
            return coming;
        // 'I've cancelled it and refunded you': the second verb has the first one's subject.
        return before is not null && clause.Joint is "and" or "," or "then" && Bare().Match(words) is { Success: true } bare && DeedWords.Of(Verb(bare), words) is { } further
            ? before! with { Kind = further, Words = words } : null;
    }

    private static Claim? Coming(string words)
    {
        if (Being().Match(words) is { Success: true } being && DeedWords.Of(Verb(being), words) is { } suffered and not (DeedKind.Shipped or DeedKind.Delivered))
            return new Claim(suffered, being.Value.Contains("being", StringComparison.OrdinalIgnoreCase) ? DeedStage.UnderWay : DeedStage.Promised, false, words);
        if (Will().Match(words) is { Success: true } will && DeedWords.Of(Verb(will), words) is { } promised)
            return new Claim(promised, DeedStage.Promised, will.Groups["who"].Value.Equals("i", StringComparison.OrdinalIgnoreCase), words);
        if (TeamWill().IsMatch(words))
            return new Claim(DeedKind.TeamTold, DeedStage.Promised, false, words);
        if (MoneyComes().IsMatch(words))
            return new Claim(DeedKind.Refunded, DeedStage.Promised, false, words);
        return ReplacementComes().IsMatch(words) ? new Claim(DeedKind.Impossible, DeedStage.Promised, false, words) : null;
    }

    private static string Verb(Match match) => match.Groups["verb"].Value;

    private static DeedKind OfNoun(string noun) => noun.ToLowerInvariant() switch
    {
        "cancellation" => DeedKind.Cancelled,
        "refund" or "reimbursement" or "money" or "store credit" => DeedKind.Refunded,
        "return" => DeedKind.Returned,
        "exchange" or "swap" => DeedKind.Exchanged,
        "replacement" => DeedKind.Impossible,
        "discount" => DeedKind.Discounted,
        _ => DeedKind.Any,
    };

    [GeneratedRegex(@"^\W*(is|are|was|were|has|have|had|did|do|does|can|could|would|will|shall|should|may|might|what|when|where|which|who|why|how|want|would you)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(not|never|no longer|nothing|none|cannot|unable|without|neither|nor|no one|nobody|yet to|instead of|\w+n't|no (refund|return|order|change|money|payment|cancellation|exchange|charge|email|code|ticket)s?)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(you|you've|you have) (said|say|mentioned|mention|wrote|write|told|report|reported|asked|describe|described)\b|\b(request|proposal|offer)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Reports();

    [GeneratedRegex(@"\b(usually|normally|typically|generally|always|by default|in general|our policy|the policy|policies)\b|\[[0-9]+\]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex General();

    [GeneratedRegex(@"\b(would|could|can|may|might|should|must|to|shall|ought to)( also| already| then)? *$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Could();

    [GeneratedRegex(@"\b(?<who>I|we|our team|the team|our colleagues?|the shop)(?:'ve| have| had| has|'d)? " + Adverbs + "(?<verb>" + DeedWords.Verbs + @")\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex First();

    [GeneratedRegex(@"\b((has|have|had|'s|'ve) " + Adverbs + "been|was|were|got|gets|having been|(will|'ll) have( already)? been) " + Adverbs + "(?<verb>" + DeedWords.Verbs + @")\b|^\W*been " + Adverbs + "(?<verb>" + DeedWords.Verbs + @")\b|\b(you|it|that|order|refund|return)('s|'ve) (been )?" + Adverbs + "(?<verb>" + DeedWords.Verbs + @")\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex Passive();

    [GeneratedRegex(@"\b(is|are|'re|stands|shows as|counts as) " + Adverbs + "(?<verb>" + DeedWords.Verbs + @")\b|\b(consider|marked|call) (it|this|that|your order|the order|order \S+)( as)? (?<verb>" + DeedWords.Verbs + @")\b|^\W*(successfully|just|already) (?<verb>" + DeedWords.Verbs + @")\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex State();

    [GeneratedRegex(@"\b(your|you|you're|this|that|it|it's|order|consider|successfully|just|already|everything|they|both|now)\b|#[0-9]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Specific();

    [GeneratedRegex(@"\b(?<noun>cancellation|refund|reimbursement|money|store credit|return|exchange|swap|replacement|discount|change|update|new address|address change)(?: of \S+| for \S+ ?\S*| request)? ?(is|are|'s|has|have|was|went|goes) " + Adverbs + @"(been )?(complete|completed|confirmed|done|through|gone through|went through|final|underway|under way|in progress|in process|on its way|on the way|heading|headed|active|in place|effective|set up|successful|good to go|registered|sorted|ready|approved|with your bank)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex Noun();

    [GeneratedRegex(@"\b(under ?way|in progress|in process|on its way|on the way|heading|headed)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OnTheWay();

    [GeneratedRegex(@"^\W*((great|ok|okay|good news|perfect|alright|all right|right|yes|sure|certainly|of course)\W+)*((it|that|this)('s| is) |that is |all |consider it |everything('s| is) |you're |you are |your request is |i'm )*(all )?(done|all set|set|all sorted|sorted|sorted out|taken care of|handled|success|completed|complete|finished|fixed|settled|resolved)( for you| now| already)?\W*$", RegexOptions.IgnoreCase, LongestMatch)]
    private static partial Regex Exclaimed();

    [GeneratedRegex(@"\b((will|'ll|is going to|are going to|shall) " + Adverbs + "be|(is|are|'s|'re) " + Adverbs + "being) " + Adverbs + "(?<verb>" + DeedWords.Verbs + @")\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex Being();

    [GeneratedRegex(@"\b(?<who>I|we)('ll| will|'m going to| am going to|'re going to| are going to|'m| am|'re| are) " + Adverbs + "(?<verb>" + DeedWords.Futures + @")\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex Will();

    [GeneratedRegex(@"\b(team|someone|colleague|person|agent|specialist|manager|representative)\b.{0,30}(\bwill|'ll) (get back|answer|reply|contact|reach out|be in touch|follow up|call|e-?mail|look into|review|take over|take it|handle)\b", RegexOptions.IgnoreCase, LongestMatch)]
    private static partial Regex TeamWill();

    [GeneratedRegex(@"\byou('ll| will| should| are going to|'re going to) " + Adverbs + @"(get|receive|see|have|find)\b.{0,40}\b(refund|money|reimbursement|credit)\b|\byou('ll| will| are getting|'re getting) .{0,15}\b(refunded|reimbursed|money back|paid back)\b|\b(refund|money|reimbursement|funds)\b.{0,30}\b(will|should|is going to|'ll) (arrive|reach|be (there|back|in|with|on|visible)|show|land|hit|appear|come|follow|go)\b|\bexpect (your|the|a) (refund|money)\b", RegexOptions.IgnoreCase, LongestMatch)]
    private static partial Regex MoneyComes();

    [GeneratedRegex(@"\byou('ll| will| should) " + Adverbs + @"(get|receive|have)\b.{0,30}\b(replacement|new one|gift|compensation)\b|\b(replacement)\b.{0,30}\b(will|should|'ll) (arrive|be|ship|come|follow|go)\b", RegexOptions.IgnoreCase, LongestMatch)]
    private static partial Regex ReplacementComes();

    [GeneratedRegex(@"^\W*(?<who>I|we)('ve| have| just)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Subject();

    [GeneratedRegex("^" + Adverbs + "(?<verb>" + DeedWords.Verbs + @")\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, LongestMatch)]
    private static partial Regex Bare();
}
