using System.Collections.Frozen;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>What an amount is to the wish.</summary>
internal enum PriceLimit
{
    Highest,
    Lowest,
    About,
}

/// <summary>The words around an amount that make it a limit.</summary>
internal static class PriceLimits
{
    private static readonly FrozenSet<string> Highest = WordSets.Of("under below max maximum within beneath underneath upto budget limit cap sub til till less cheaper most unter sous menos onder");
    private static readonly FrozenSet<string> Lowest = WordSets.Of("over above min minimum least more exceeding beyond upwards");
    private static readonly FrozenSet<string> About = WordSets.Of("around about roughly approximately approx circa ca near");
    private static readonly FrozenSet<string> Denials = WordSets.Of("no not never dont nothing none without cant cannot wont neither nor");
    private static readonly FrozenSet<string> Small = WordSets.Of("than of is to at the my a price prices priced costing cost costs spend no not up budget from between and or for with have has got only just by tops range i can paying pay");

    /// <summary>Whether a word belongs to the price that follows it.</summary>
    public static bool Belongs(string word) => Highest.Contains(word) || Lowest.Contains(word) || About.Contains(word) || Small.Contains(word);

    /// <summary>What the words before an amount make of it; null when they say nothing.</summary>
    public static PriceLimit? Before(MessageText text, int i, bool hasCurrency)
    {
        var from = i - 1;
        if (text[i].Before == '<')
            return PriceLimit.Highest;
        if (text[i].Before == '>')
            return PriceLimit.Lowest;
        if (text[i].Before == '~')
            return PriceLimit.About;
        for (var back = 0; back < 4 && from - back >= 0; back++)
        {
            var word = text[from - back].Plain;
            var denied = IsDenied(text, from - back - 1);
            if (word is "up" && back > 0 && text[from].Plain is "to")
                return PriceLimit.Highest;
            if (Highest.Contains(word))
                return denied && word is "less" or "cheaper" or "under" or "below" ? PriceLimit.Lowest : PriceLimit.Highest;
            if (Lowest.Contains(word))
                return denied ? PriceLimit.Highest : PriceLimit.Lowest;
            if (About.Contains(word))
                return hasCurrency || IsWish(text, from - back) ? PriceLimit.About : null;
            if (word is "spend" or "afford" || (word is "pay" && hasCurrency))
                return PriceLimit.Highest;
            if (!Small.Contains(word) || text[from - back].EndsClause)
                return hasCurrency && word is "from" ? PriceLimit.Lowest : null;
        }
        return null;
    }

    // 'nothing over 100', 'none above 80', 'not going over 100', 'no much more than 50'.
    private static bool IsDenied(MessageText text, int before)
    {
        for (var i = before; i >= before - 4 && !text[i].EndsClause; i--)
        {
            if (Denials.Contains(text[i].Plain))
                return true;
            if (text[i].Plain is not ("go" or "going" or "much" or "want" or "be" or "anything" or "spend" or "pay" or "to" or "costing" or "priced" or "expensive"))
                return false;
        }
        return false;
    }

    /// <summary>What the words after an amount make of it: '50 or less', '100 tops', '200+'.</summary>
    public static PriceLimit? After(MessageText text, int next)
    {
        if (text[next - 1].After == '+')
            return PriceLimit.Lowest;
        return text[next].Plain switch
        {
            "tops" or "max" or "maximum" when !text[next - 1].EndsClause => PriceLimit.Highest,
            "or" when text[next + 1].Plain is "less" or "under" or "below" or "cheaper" => PriceLimit.Highest,
            "or" when text[next + 1].Plain is "more" or "above" or "over" => PriceLimit.Lowest,
            "and" when text[next + 1].Plain is "up" or "above" or "over" => PriceLimit.Lowest,
            "and" when text[next + 1].Plain is "under" or "below" => PriceLimit.Highest,
            "ish" => PriceLimit.About,
            _ => null,
        };
    }

    // 'around 50' is money unless the words speak of something else: 'about 3 weeks' is caught by its unit before.
    private static bool IsWish(MessageText text, int at) => text[at - 1].Plain is not ("how" or "what" or "question" or "know" or "more" or "order") && !text[at].EndsClause;
}
