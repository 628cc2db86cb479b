using System.Text.RegularExpressions;
using Reva.Agent.Replies;
using Reva.Agent.Turns;

namespace Reva.Agent.Specialists.General;

/// <summary>Questions people ask the assistant about itself.</summary>
internal static partial class SmallTalk
{
    /// <summary>Whether it asks in which languages one may write, which is no wish for a person.</summary>
    public static bool AsksForLanguage(string text) => Languages().IsMatch(text);

    public static Reply? Answer(TurnContext turn)
    {
        var text = turn.Input.Text;
        var shop = turn.Input.Store.Name;
        if (WhoAreYou().IsMatch(text))
            return turn.Wording.Pick(
                $"I'm {shop}'s assistant, software that answers from the shop's own products, pages and orders. You can have a person any time; just say so.",
                $"I'm the assistant of {shop}, not a person. If you'd rather talk to one, tell me and I'll pass you on.");
        if (WhoMadeYou().IsMatch(text))
            return $"I'm software that {shop} runs itself, built on Reva, an open e-commerce agent. What can I look up for you?";
        if (WhatCanYouDo().IsMatch(text))
            return new Reply
            {
                Text = "I can find and compare products, tell you where an order is, and answer questions about shipping, returns, sizes and the shop. When it takes a person, I bring one in.",
                QuickReplies = turn.Input.Store.Suggestions,
            };
        if (WhatIsSold().IsMatch(text) && turn.Vocabulary.Categories.Length > 1)
            return new Reply
            {
                Text = $"At {shop} you'll find {ListText.Join([.. turn.Vocabulary.Categories.Select(c => c.ToLowerInvariant())], most: 12)}. Tell me what you need it for and I'll pick some out.",
                QuickReplies = [.. turn.Vocabulary.Categories.Take(4)],
            };
        if (Languages().IsMatch(text))
            return turn.Wording.Pick(
                $"English is what I know best; about orders I also answer in German, French and Spanish. Just write, and if I miss something, the team of {shop} can step in.",
                "Write in English, German, French or Spanish. What I quote from the shop's pages comes in the language of the pages, and a person can always step in.");
        if (Instructions().IsMatch(text))
            return $"I stay with what I'm here for: {shop}'s products, orders and questions about the shop. What can I look up for you?";
        if (Elsewhere().IsMatch(text))
            return turn.Wording.Pick(
                $"I wish I could help with that, but I only know about {shop}: its products, your orders, shipping, returns and the like.",
                $"That one's beyond me. I know {shop}'s shop by heart, though: products, orders, shipping, returns.");
        if (Introduction().IsMatch(text))
            return turn.Wording.Pick("Nice to hear from you! What can I find or look up for you?", "Good to know, thank you. What can I do for you?");
        if (HowAreYou().IsMatch(text))
            return turn.Wording.Pick("All well, thanks! What can I do for you?", "Very well, thank you. What are you looking for today?");
        return null;
    }

    [GeneratedRegex(@"\b(are you|is this|am i (talking|chatting|speaking) (to|with)|r u) (a |an |some )?(real |actual )?(bot|robot|human|person|ai|machine|computer|someone real)\b|\bwho are you\b|\bwhat are you\s*\W*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WhoAreYou();

    [GeneratedRegex(@"\bwho (made|built|created|programmed|developed|wrote|trained|owns|runs) (you|u|this (bot|chat|assistant))\b|\b(which|what) (model|ai|llm) (are you|is this|do you use)\b|\bare you (chat ?gpt|gpt|claude|gemini)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WhoMadeYou();

    [GeneratedRegex(@"\bwhat (can|do) (you|u) (do|help)\b|\bhow can you help\b|\bwhat (can|could) i ask\b|^\s*help\s*[!.?]*\s*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WhatCanYouDo();

    [GeneratedRegex(@"\bwhat (all )?(do|can) (you|u|i|we) (guys )?(sell|buy here|have( here)?|offer|stock|carry)\s*\W*$|\bwhat (kinds?|sorts?|types?) of (things|products|stuff|items) (do|are)\b|\b(which|what) categories\b|\bwhat('s| is) in (your|the) (shop|store)\b|\bwhat products\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WhatIsSold();

    [GeneratedRegex(@"\b(speak|understand|answer in|reply in|talk) (german|french|spanish|italian|dutch|portuguese|english|another language|other languages|any other)\b|\b(which|what|other) languages?\b|\bsprechen sie\b|\bhabla(s|n)? (usted )?(espa|ingl)|\bparlez[- ]vous\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Languages();

    [GeneratedRegex(@"\b(ignore|forget|disregard|override)\b.{0,30}\b(instruction|prompt|rule|guideline)s?\b|\b(system|initial|hidden) prompt\b|\b(developer|debug|god|jailbreak|dan) mode\b|\byour (instructions|rules|guidelines|programming)\b|\bpretend (to be|you)\b|\bact as\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Instructions();

    [GeneratedRegex(@"\bweather( like)? (today|tomorrow|now|in|like|is|this)\b|\b(what|how)('s| is) the weather\b|\b(write|compose|sing|tell) (me )?(a |an |some )?(\w+ )?(poem|song|joke|story|essay|haiku|rap|code)\b|\b(world cup|super bowl|olympics|election|president|prime minister|stock market|bitcoin price|lottery)\b|\b(capital|population) of\b|\bmeaning of life\b|\b(homework|python script|javascript)\b|\bwhat('s| is) \d+ ?[-+*x/] ?\d+\b|\bwho won\b|\btranslate\b|\b(flight|hotel|restaurant|recipe)s?\b.{0,20}\b(book|to|in|for|near)\b|\bmarry me\b|\bare you (single|alive|conscious|sentient)\b|\bwhat time is it\b|\bnews today\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"^\W*(hi|hello|hey)?\W*(my name is|i am called|call me|this is|i live in|i['’]?m from|i am from) [\w'’-]+( [\w'’-]+)?\W*$|\b(what['’]?s|what is|do you know|remember) my name\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"\bhow are (you|u)\b|\bhow('s| is) it going\b|\bhow r u\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HowAreYou();
}
