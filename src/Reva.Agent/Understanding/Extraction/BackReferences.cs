using System.Collections.Frozen;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>'it', 'this one', 'that' with nothing else named.</summary>
internal static class BackReferences
{
    private static readonly FrozenSet<string> Pointing = WordSets.Of("it its this that these those them they");

    public static bool In(MessageText text, Entities entities)
    {
        if (!entities.ProductIds.IsEmpty || !entities.OrderNumbers.IsEmpty)
            return false;
        for (var i = 0; i < text.Count; i++)
        {
            if (Pointing.Contains(text[i].Plain) && !IsImpersonal(text, i))
                return true;
        }
        return false;
    }

    // 'is it possible', 'it rains', 'this week' point at nothing.
    private static bool IsImpersonal(MessageText text, int i) =>
        text[i + 1].Plain is "possible" or "rains" or "week" or "weekend" or "month" or "morning" or "evening" or "year" or "winter" or "summer" or "spring" or "autumn"
        || (text[i].Plain is "that" && text[i - 1].Plain is "something" or "anything" or "one" or "jacket" or "gift" or "bag" or "shoes")
        || (text[i].Plain is "that" && text[i + 1].Plain is "is" or "are" or "fits" or "keeps" or "works" or "can" or "has" or "i" && i > 1);
}
