using Reva.Agent.Turns;

namespace Reva.Agent.Specialists.General;

/// <summary>'ok', 'no', '??' and a thumb: little said, and nothing to misunderstand.</summary>
internal static class ShortWords
{
    /// <summary>What to say to it; null when the message says more.</summary>
    public static Reply? Answer(TurnContext turn)
    {
        var text = turn.Input.Text;
        if (turn.Meaning.Entities.Answer == true)
            return Agreed(turn);
        if (turn.Meaning.Entities.Answer == false)
            return turn.Wording.Pick("All right. Tell me if there's something else.", "Okay, no problem. I'm here if you need me.");
        if (text.Any(char.IsLetterOrDigit))
            return null;
        if (text.Contains('?', StringComparison.Ordinal))
            return new Reply { Text = turn.Wording.Pick("I'm here. What would you like to know?", "Did I miss something? Ask me again, in other words perhaps."), QuickReplies = turn.Input.Store.Suggestions };
        if (turn.Meaning.Sentiment >= 4 || Pleased.Any(text.Contains))
            return turn.Wording.Pick("Glad to hear it. Anything else?", "Happy to help. Just write if something else comes up.");
        return new Reply { Text = "I can read words best. What can I find or look up for you?", QuickReplies = turn.Input.Store.Suggestions };
    }

    private static readonly string[] Pleased = ["👍", "❤", "🙏", "😊", "🙂", "😀", "🎉", "👌", "😍", "🥰", "✅"];

    private static Reply Agreed(TurnContext turn) => turn.Memory.ShownProductIds.IsEmpty
        ? turn.Wording.Pick("Good. What else can I do for you?", "All right. Anything else?")
        : new Reply { Text = turn.Wording.Pick("Good. Shall I tell you more about one of them, or compare two?", "All right. Which of them would you like to hear more about?"), QuickReplies = ["Tell me more about the first", "Compare the first two"] };
}
