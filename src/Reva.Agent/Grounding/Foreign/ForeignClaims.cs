namespace Reva.Agent.Grounding.Foreign;

/// <summary>Reads what a sentence in another language claims was done, as <see cref="ClaimReader"/> does for English. What is promised claims nothing yet. Pure.</summary>
internal static class ForeignClaims
{
    /// <summary>The claims of one sentence.</summary>
    public static IEnumerable<Claim> In(string sentence) => DeedLanguage.Of(ForeignClause.WordsOf(sentence)).SelectMany(language => In(sentence, language));

    private static IEnumerable<Claim> In(string sentence, DeedLanguage language)
    {
        var clauses = ForeignClause.Of(sentence, language);
        var asks = sentence.TrimEnd('"', '”', '»', ')', ' ').EndsWith('?');
        var asksAll = asks && clauses.Count > 0 && language.BeginsQuestion(clauses[0].Words);
        // 'I have looked into it and cancelled it': a later participle has the doer of an earlier clause.
        bool? doer = null;
        var claimsNothing = false;
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            claimsNothing = ClaimsNothing(clause, i == 0 ? null : clauses[i - 1], claimsNothing, language) || asksAll || (asks && i == clauses.Count - 1);
            doer = claimsNothing || language.IsOpen(clause.Words) ? null : language.Doer(clause.Words) ?? (clause.Joint is Joint.Sign or Joint.And ? doer : null);
            if (!claimsNothing && !language.IsOpen(clause.Words) && language.Deed(clause.Words, doer) is var (kind, byAgent))
                yield return new Claim(kind, DeedStage.Done, byAgent, clause.Text);
        }
    }

    private static bool ClaimsNothing(ForeignClause clause, ForeignClause? before, bool beforeClaimsNothing, DeedLanguage language) =>
        clause.Joint == Joint.If || language.Denies(clause.Words) || language.Reports(clause.Words)
        || (clause.Joint == Joint.That && before is not null && language.Reports(before.Words))
        || (clause.Joint == Joint.And && beforeClaimsNothing && before is { Joint: Joint.If or Joint.That });
}
