using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.Knowledge;

/// <summary>Answers from the shop's own pages, with the source.</summary>
public sealed class KnowledgeSpecialist(SearchKnowledge knowledge, PassageAnswer answer, Escalate escalate, SearchProducts search) : ISpecialist
{
    /// <inheritdoc/>
    public string Name => "Knowledge";

    /// <inheritdoc/>
    public IReadOnlyList<ITool> Tools { get; } = [knowledge, search, escalate];

    /// <inheritdoc/>
    public bool Answers(Intent intent) => intent is Intent.ShippingQuestion or Intent.GeneralInquiry;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken) =>
        await answer.ToAsync(turn.Input.Text, turn, cancellationToken) ?? NotInThePages(turn);

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
