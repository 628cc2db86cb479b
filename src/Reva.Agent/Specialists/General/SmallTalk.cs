using System.Text.RegularExpressions;
using Reva.Agent.Turns;

namespace Reva.Agent.Specialists.General;

/// <summary>Questions people ask the assistant about itself.</summary>
internal static partial class SmallTalk
{
    public static Reply? Answer(TurnContext turn)
    {
        var text = turn.Input.Text;
        var shop = turn.Input.Store.Name;
        if (WhoAreYou().IsMatch(text))
            return turn.Wording.Pick(
                $"I'm {shop}'s assistant, software that answers from the shop's own products, pages and orders. You can have a person any time; just say so.",
                $"I'm the assistant of {shop}, not a person. If you'd rather talk to one, tell me and I'll pass you on.");
        if (WhatCanYouDo().IsMatch(text))
            return new Reply
            {
                Text = "I can find and compare products, tell you where an order is, and answer questions about shipping, returns, sizes and the shop. When it takes a person, I bring one in.",
                QuickReplies = turn.Input.Store.Suggestions,
            };
        if (HowAreYou().IsMatch(text))
            return turn.Wording.Pick("All well, thanks! What can I do for you?", "Very well, thank you. What are you looking for today?");
        return null;
    }

    [GeneratedRegex(@"\b(are you|is this|am i (talking|chatting|speaking) (to|with)|r u) (a |an |some )?(real |actual )?(bot|robot|human|person|ai|machine|computer|someone real)\b|\bwho are you\b|\bwhat are you\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WhoAreYou();

    [GeneratedRegex(@"\bwhat (can|do) (you|u) (do|help)\b|\bhow can you help\b|\bwhat (can|could) i ask\b|^\s*help\s*[!.?]*\s*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WhatCanYouDo();

    [GeneratedRegex(@"\bhow are (you|u)\b|\bhow('s| is) it going\b|\bhow r u\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HowAreYou();
}
