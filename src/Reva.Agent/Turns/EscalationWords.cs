using Reva.Core.Conversations;

namespace Reva.Agent.Turns;

/// <summary>What a shopper hears when a person is brought in: what happens next, and when.</summary>
internal static class EscalationWords
{
    public static Reply For(EscalationReason reason, TurnContext turn)
    {
        turn.Memory = turn.Memory with { Pending = null };
        return new Reply
        {
            InShoppersLanguage = turn.Phrases is not null && reason == EscalationReason.RequestedPerson,
            Text = turn.Phrases is { } phrases && reason == EscalationReason.RequestedPerson ? phrases.Say("person") : turn.Input.Status == ConversationStatus.Escalated && reason == EscalationReason.RequestedPerson ? AlreadyWaiting(turn) : Words(reason, turn),
            Escalation = new EscalationWish(reason, EscalationCheck.PriorityOf(reason, turn.Meaning), turn.Input.Memory.Pending?.Text is { } question ? $"Open question: {question}" : ""),
        };
    }

    public static Reply ShopUnavailable(TurnContext turn) => new()
    {
        Text = turn.Wording.Pick(
            "I can't reach the shop's order system right now, so I don't want to tell you anything wrong. Please ask me again in a few minutes, or say 'a person' and I'll pass it on.",
            "The order system isn't answering at the moment. Nothing is lost; try again in a few minutes, or let me bring in the team."),
        QuickReplies = ["Try again", "Talk to a person"],
        Helped = false,
    };

    public static string Failed(TurnContext turn) => turn.Wording.Pick(
        $" I'm not getting you further, so I've asked the team to take over. They answer {turn.ReplyPromise}, right here.",
        $" That's twice I couldn't help, so I've passed this to a person. You'll hear {turn.ReplyPromise}, in this chat.");

    /// <summary>What is added to an answer when a person should see it all the same.</summary>
    public static string Triggered(EscalationReason reason, TurnContext turn)
    {
        if (turn.Phrases is { } phrases)
            return phrases.Say("person");
        return reason switch
        {
            EscalationReason.OutsideProcedure => $"That isn't mine to decide, so I've asked the team about it. They answer {turn.ReplyPromise}, in this chat.",
            EscalationReason.HighValue => $"As it's about an order of this value, a person on the team looks at it too. They answer {turn.ReplyPromise}, in this chat.",
            EscalationReason.RepeatedContact => $"This isn't the first time you've had to ask about it, so I've asked a person on the team to settle it. They answer {turn.ReplyPromise}, in this chat.",
            _ => $"I'm not sure that I understood you rightly, so I've asked the team to look at it. They answer {turn.ReplyPromise}, in this chat.",
        };
    }

    private static string Words(EscalationReason reason, TurnContext turn)
    {
        var promise = turn.ReplyPromise;
        var where = turn.VerifiedEmail is null ? "in this chat" : "in this chat or by e-mail";
        return reason switch
        {
            EscalationReason.LegalOrSafety => turn.Wording.Pick(
                $"Thank you for telling me. This goes to the team at once, marked urgent, with all you've written. A person will answer you {where}; if anyone is hurt or in danger, please call your emergency services first.",
                $"I've passed this on as urgent, with everything you wrote, and a person will take it from here {where}. If there's any danger right now, call your emergency services first."),
            EscalationReason.Frustrated => turn.Wording.Pick(
                $"I hear you, and I'm sorry. I've handed this to the team with high priority; a person answers {where}, {promise}. You don't have to repeat anything.",
                $"Understood. A person takes over from here: they have the whole conversation and answer {promise}, {where}."),
            _ => turn.Wording.Pick(
                $"Of course. I've passed our conversation to the team, so you won't have to repeat anything. They answer {promise}, {where}.",
                $"Sure, someone from the team will take this. They have everything you've written and reply {promise}, {where}.",
                $"Done: the team has your request and our chat so far. Expect an answer {promise}, {where}. Until then I'm here if I can look anything up."),
        };
    }

    private static string AlreadyWaiting(TurnContext turn) => turn.Wording.Pick(
        $"The team has your conversation already and answers {turn.ReplyPromise}. I've added what you just wrote.",
        $"You're in the team's queue; they answer {turn.ReplyPromise}. Your last message is with them too.");
}
