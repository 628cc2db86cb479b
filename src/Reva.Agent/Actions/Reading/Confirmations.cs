using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Actions.Reading;

/// <summary>
/// Reads a shopper's yes or no to what was proposed. Strict: every word of a yes must be known and fit the proposal, for what is
/// carried out cannot be taken back; whatever is left open counts as no answer, and the card stays. Pure and thread safe.
/// </summary>
public static class Confirmations
{
    // A yes is short; a long text with a yes in it is something else.
    private const int MostWords = 80;

    /// <summary>What <paramref name="english"/> says to the open proposals, in the order in which they were shown.</summary>
    /// <param name="askedWhich">Whether the shopper was just asked which of them is meant; then naming one is enough.</param>
    public static ProposalAnswer Read(string english, IReadOnlyList<OpenProposal> open, bool askedWhich = false)
    {
        var text = new MessageText(IsPlease(english) ? "yes" : english);
        if (open.Count == 0 || text.Count is 0 or > MostWords || !AnswerSigns.AreUnquoted(text))
            return ProposalAnswer.None;
        var segments = AnswerSegments.Of(text, open);
        var known = segments.TakeWhile(s => s is { IsKnown: true, Asks: false }).ToList();
        var restAt = known.Count < segments.Count ? segments[known.Count].Start : text.Source.Length;
        if (known.Count == 0 || !AnswerSigns.ArePlain(text.Source.AsSpan(0, restAt)))
            return ProposalAnswer.None;
        var reading = new AnswerReading(known, open, askedWhich);
        var answer = reading.Answer();
        restAt = reading.RestAt ?? restAt;
        if (known.Count == segments.Count && reading.RestAt is null)
            return answer;
        var rest = text.Source[restAt..].Trim();
        return answer.Reply switch
        {
            ProposalReply.Confirm when !segments[known.Count].AfterBut && FurtherWish.IsSeparate(text, restAt, open) => answer with { Rest = rest },
            // A no takes effect by nothing being done: what follows it can be answered freely, unless it takes the no back.
            ProposalReply.Decline when !TakesBack(rest) => answer with { Rest = rest },
            _ => ProposalAnswer.None,
        };
    }

    private static bool TakesBack(string rest) => new MessageText(rest) is var text
        && Enumerable.Range(0, text.Count).Any(i => AnswerWords.Find(AnswerWords.Mend(text[i].Plain))?.Mark is Mark.Yes or Mark.WeakYes || text.Reads(i, "go", "ahead") || text.Reads(i, "do", "it"));

    // 'Please' and nothing else is a yes to an offer.
    private static bool IsPlease(string english) => new MessageText(english) is { Count: 1 } text && AnswerSigns.AreUnquoted(text) && !english.Contains('?', StringComparison.Ordinal) && AnswerWords.Mend(text[0].Plain) is "please" or "pls" or "plz";
}
