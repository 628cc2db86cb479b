using Reva.Agent.Specialists.Knowledge;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.General;

/// <summary>Hellos, thanks, complaints, and what is none of the others.</summary>
public sealed class GeneralSpecialist(PassageAnswer answer, SearchKnowledge knowledge, SearchProducts search, GetOrder getOrder, Escalate escalate) : ISpecialist
{
    // The questions of usual troubles say more than any one sentence of a page.
    private const double UsualShare = 0.3;

    /// <inheritdoc/>
    public string Name => "General";

    /// <inheritdoc/>
    public IReadOnlyList<ITool> Tools { get; } = [knowledge, search, getOrder, escalate];

    /// <inheritdoc/>
    public bool Answers(Intent intent) => intent is Intent.Greeting or Intent.Thanks or Intent.Other or Intent.Complaint or Intent.HumanRequest;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Meaning.Entities.Answer == false && turn.Input.Memory.Pending is not null)
            return Declined(turn);
        return turn.Meaning.Intent switch
        {
            Intent.Greeting => SmallTalk.Answer(turn) ?? Greeting(turn),
            Intent.Thanks when turn.Meaning.Sentiment > 2 => Thanks(turn),
            Intent.Thanks => await ComplaintAsync(turn, cancellationToken),
            Intent.Complaint => await ComplaintAsync(turn, cancellationToken),
            _ => await OtherAsync(turn, cancellationToken),
        };
    }

    private static Reply Greeting(TurnContext turn)
    {
        var shop = turn.Input.Store.Name;
        if (turn.Phrases is { } phrases)
            return Reply.Native(phrases.Say("greeting", ("shop", shop)));
        return new Reply
        {
            Text = turn.Wording.Pick(
                $"Hi! I'm {shop}'s assistant. What can I find or look up for you?",
                $"Hello, and welcome to {shop}. Looking for something, or is it about an order?",
                $"Hey there! I can find products, check an order or look something up. What brings you here?"),
            QuickReplies = turn.Input.Store.Suggestions,
        };
    }

    private static Reply Thanks(TurnContext turn) => turn.Phrases is { } phrases ? Reply.Native(phrases.Say("thanks")) : turn.Wording.Pick(
        "You're welcome. I'm here if anything else comes up.",
        "Glad that helped. Have a good day!",
        "Any time. Just write again if you need something.",
        "My pleasure. Take care!");

    private static Reply Declined(TurnContext turn)
    {
        turn.Memory = turn.Memory with { Pending = null };
        return turn.Wording.Pick("All right. I'm here if you need anything else.", "No problem. Just write when something comes up.", "Fine. What else can I do for you?");
    }

    private async Task<Reply> ComplaintAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var page = Troubles.QuestionOf(turn.Input.Text) is { } question ? await answer.ToAsync(question, turn, cancellationToken, UsualShare) : null;
        if (turn.Input.Status == ConversationStatus.Escalated)
            return turn.Wording.Pick(
                $"I understand, and I'm sorry. A person on the team has this already, with all you wrote; they answer here {turn.ReplyPromise}.",
                $"I'm sorry it has come to this. The team has your case and everything in this chat; you'll hear from a person {turn.ReplyPromise}.");
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.OfferPerson, null, null, Intent.HumanRequest, turn.Input.Text) };
        var sorry = turn.Wording.Pick("I'm sorry about that, it's not how it should be.", "That's not good enough, and I'm sorry.", "I'm sorry this happened.");
        var quoted = page is null ? "" : $" {page.Text}";
        return new Reply
        {
            Text = $"{sorry}{quoted} {turn.Wording.Pick("Shall I hand this to someone on the team who can put it right?", "I can bring in the team to put it right. Shall I?")}",
            QuickReplies = ["Yes, please", "Check my order first"],
        };
    }

    private async Task<Reply> OtherAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (SmallTalk.Answer(turn) is { } reply)
            return reply;
        if (ShortWords.Answer(turn) is { } brief)
            return brief;
        if (turn.Memory.Pending is { Kind: PendingKind.OrderIdentity })
            return new Reply
            {
                Text = "To open an order I need two things: its number, which looks like #1001 and is in the confirmation e-mail, and the e-mail address it was placed with. Together they show that the order is yours; nobody else gets to see it. If you can't find the number, your full name and postcode let me tell you where it is, or I can send a code to your e-mail address.",
                QuickReplies = ["Send me a code", "Talk to a person"],
            };
        if (turn.Meaning.Sentiment <= 2)
            return await ComplaintAsync(turn, cancellationToken);
        if (await answer.ToAsync(turn.Input.Text, turn, cancellationToken, PassageAnswer.Doubtful) is { } page)
            return page;
        if (turn.Phrases is { } phrases)
            return Reply.Native(phrases.Say("unsure")) with { Helped = false };
        return new Reply
        {
            Text = turn.Wording.Pick(
                $"I'm not sure I understood. I can find products, check an order, or answer questions about shipping, returns and the like. Which is it?",
                $"That's outside what I know. I can help with products, orders and how {turn.Input.Store.Name} works. Could you put it another way?"),
            QuickReplies = turn.Input.Store.Suggestions.IsEmpty ? ["Where is my order?", "Talk to a person"] : [.. turn.Input.Store.Suggestions.Take(2), "Talk to a person"],
            Helped = false,
        };
    }
}
