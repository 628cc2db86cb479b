using System.Text.RegularExpressions;
using Reva.Agent.Specialists.Sales;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.Knowledge;

/// <summary>Answers from the shop's own pages, with the source.</summary>
public sealed partial class KnowledgeSpecialist(SearchKnowledge knowledge, PassageAnswer answer, Escalate escalate, SearchProducts search, FindingProducts finding) : ISpecialist
{
    /// <inheritdoc/>
    public string Name => "Knowledge";

    /// <inheritdoc/>
    public IReadOnlyList<ITool> Tools { get; } = [knowledge, search, escalate];

    /// <inheritdoc/>
    public bool Answers(Intent intent) => intent is Intent.ShippingQuestion or Intent.GeneralInquiry;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Meaning.Entities.SearchText.Length > 0 && AsksForGoods().IsMatch(turn.Input.Text))
            return await finding.AnswerAsync(turn, cancellationToken);
        return await answer.ToAsync(Question(turn), turn, cancellationToken) ?? NotInThePages(turn);
    }

    // 'And to the UK?' is half a question; the other half was said before.
    private static string Question(TurnContext turn)
    {
        var text = turn.Input.Text;
        var before = turn.Input.History.LastOrDefault(u => u.Author == Author.Shopper)?.Text;
        var continues = before is not null && turn.Memory.LastIntent is Intent.ShippingQuestion or Intent.GeneralInquiry && Replies.Words.Of(text).Count <= 3 && (text.Length < 30 || text.StartsWith("and", StringComparison.OrdinalIgnoreCase));
        return continues ? $"{before} {text}" : text;
    }

    [GeneratedRegex(@"\b(do|does|did) (you|u|the shop|your shop)( guys)?( also)? (sell|carry|stock|offer|have any)\b|\b(have|got) (you |u )?(got )?any\b|\bwhere (can|do) i (buy|get|find) (a|an|some)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AsksForGoods();

    /// <summary>What to say when no page answers: plainly, with a way on.</summary>
    public static Reply NotInThePages(TurnContext turn)
    {
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.OfferPerson, null, null, Intent.HumanRequest, turn.Input.Text) };
        return new Reply
        {
            Text = turn.Wording.Pick(
                "I don't know that one: our pages don't say, and I won't guess. Shall I ask the team for you?",
                "That isn't in our help pages, so I can't tell you for certain. Would you like someone from the team to answer it?",
                "I couldn't find an answer to that in anything we've published. I can pass the question to the team if you like."),
            QuickReplies = ["Yes, ask the team", "No, thanks"],
            Helped = false,
        };
    }
}
