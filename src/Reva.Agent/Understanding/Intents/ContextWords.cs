using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Understanding.Intents;

/// <summary>Small turns of phrase that only mean something after something else was said.</summary>
internal static class ContextWords
{
    /// <summary>'what about …', 'how about …', 'or in …'.</summary>
    public static bool Suggests(MessageText text) =>
        text.Reads(0, "what", "about") || text.Reads(0, "how", "about") || text.Reads(1, "what", "about") || text.Reads(1, "how", "about") || text.Reads(0, "and", "in") || text.Reads(0, "or", "in");

    /// <summary>Whether it asks which of several.</summary>
    public static bool AsksWhichOf(MessageText text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].Plain is "compare" or "or" or "vs" or "versus" or "than" or "difference" or "between" or "better")
                return true;
        }
        return false;
    }

    /// <summary>Whether it asks about one thing: 'is it …', 'does this …', 'how much is the second'.</summary>
    public static bool AsksAboutOne(MessageText text) =>
        text[0].Plain is "is" or "does" or "how" or "why" && text[1].Plain is "it" or "this" or "that" or "the" or "much" or "they" or "these" && !Suggests(text);

    /// <summary>Whether it asks how they are: 'are they waterproof?', 'does it have pockets?'.</summary>
    public static bool AsksAQuality(MessageText text) =>
        text.Count is > 2 and <= 9 && text[0].Plain is "is" or "are" or "does" or "do" or "will" or "can" && text[1].Plain is "it" or "they" or "these" or "those" or "this" or "that" && !AsksWhichOf(text);

    /// <summary>Whether it tells what somebody likes: 'they love cooking', 'she is into yoga'.</summary>
    public static bool TellsTaste(MessageText text)
    {
        for (var i = 0; i + 1 < text.Count && i < 3; i++)
        {
            if (text[i].Plain is "he" or "she" or "they" or "hes" or "shes" or "theyre" or "dad" or "mum" or "mom" or "wife" or "husband" or "son" or "daughter"
                && (text[i + 1].Plain is "love" or "loves" or "like" or "likes" or "enjoy" or "enjoys" or "into" or "adore" or "adores" or "collects" or "plays" || (text[i + 1].Plain is "is" or "are" && text[i + 2].Plain is "into")))
                return true;
        }
        return false;
    }

    /// <summary>Whether it asks which of those spoken of is best at something: 'which would you pick for hiking?', 'what's the softest?'.</summary>
    public static bool AsksForTheMost(MessageText text) =>
        text.Count <= 8 && ((text[0].Plain is "which" && text[1].Plain is "would" or "should" or "do" or "one" or "is" or "has" or "of")
            || (text.Count <= 4 && text[0].Plain is "whats" or "what" or "which" && text[text.Count - 1].Plain.EndsWith("est", StringComparison.Ordinal)));

    /// <summary>Whether it is put as a question.</summary>
    public static bool Asks(MessageText text) => text.Count > 0 && text[text.Count - 1].After == '?';

    /// <summary>Whether it is a yes or no and nothing else: 'yes please', 'ok, do it'.</summary>
    public static bool IsBareAnswer(MessageText text) =>
        text.Count is > 0 and <= 5 && Answers.Contains(text[0].Plain) && Enumerable.Range(0, text.Count).All(i => Answers.Contains(text[i].Plain));

    private static readonly HashSet<string> Answers =
        ["yes", "yeah", "yep", "yup", "sure", "ok", "okay", "please", "pls", "do", "it", "that", "go", "ahead", "right", "correct", "absolutely", "definitely", "fine", "no", "nope", "nah"];
}
