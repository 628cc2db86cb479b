using System.Collections.Frozen;
using System.Text;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>What is left of a wish when courtesy, filler and all that has a place of its own are taken away: what to search for.</summary>
internal static class SearchTexts
{
    private const int MostWords = 24;

    private static readonly FrozenSet<string> Filler = WordSets.Of("""
        a an the this that these those it its them they their there here one ones thing things stuff something anything everything nothing some any sth smth somethin
        i im ive id ill me my mine we us our you your u ur youre yours guys yall he she his her is are was were be been am being isnt arent wasnt
        hi hello hey hiya morning afternoon evening good greetings dear please pls plz thanks thank cheers ta kindly sorry excuse
        do does did dont doesnt didnt have has had havent hasnt having got get gets getting gotta can could cant couldnt would will wont wouldnt shall should may might must
        want wants wanted wanna wish need needs needed like likes love prefer looking look lookin searching search find finding show showing see view browse buy buying purchase order sell sells selling carry stock offer
        recommend recommended recommendation recommendations suggest suggestion suggestions advise help choose pick decide give tell let know think thinking hoping planning shopping shop store
        in of to for from with at by on off as and or but so if then than too also just only really very quite pretty bit little lot lots maybe perhaps possibly ideally preferably actually basically well now today again still already
        what whats which who whos where wheres when how hows why much many more most less other others another else different similar same
        cheap cheaper cheapest expensive affordable inexpensive pricey price prices priced pricing cost costs budget spend under over below above around about between max maximum min least up
        sale discounted discount discounts deal deals offers reduced clearance stock available availability instock sold
        newest latest new best top rated popular nice nicer good great better cool lovely decent perfect proper ok okay fine
        ideas idea option options choice choices item items product products selection range kind kinds sort type types version model
        yes yeah yep no nope not none oh hmm hm well um uh so anyway btw
        first second third last number both two three compare comparing versus vs difference
        size sizes sized colour color colours colors coloured colored old year years usually wear wears wearing takes fit fits
        next upcoming coming soon going go goes trip month week day days come comes came make makes use using used out into
        bestseller bestsellers seller sellers bestselling favourite favourites favorite favorites
        completely totally entirely allergic allergy allergies intolerant time times beginner
        started starting start starts begun began
        all back away sure right say said tell told im exactly
        """);

    private static readonly string[] OftenMistyped = ["please", "looking", "something", "anything", "recommend", "thanks", "would", "could", "should", "searching", "available", "cheaper"];

    /// <summary>The words to search for, lower case, in the order written.</summary>
    public static string Of(MessageText text)
    {
        var kept = new List<int>();
        for (var i = 0; i < text.Count && kept.Count < MostWords; i++)
        {
            if ((text.IsFree(i) || text.RoleOf(i) == Role.Title) && IsTelling(text, i))
                kept.Add(i);
        }
        return kept.Count == 0 ? "" : Join(text, kept);
    }

    private static bool IsTelling(MessageText text, int i)
    {
        var word = text[i].Plain;
        if ((word.Length < 2 && !char.IsAsciiDigit(word[0])) || (word.All(char.IsAsciiDigit) && !IsMeasured(text, i)) || text[i].Before is '$' or '€' or '£')
            return false;
        // 'Two person tent' and '3-season': the number is part of the wish.
        if (word is "one" or "two" or "three" or "four" && text[i + 1].Plain is "person" or "man" or "people" or "season" or "persons" && !text[i].EndsClause)
            return true;
        // 'Good down to -5' wants no feathers.
        if (word is "down" && text[i + 1].Plain is "to" or "below")
            return false;
        return !Filler.Contains(word) && !Array.Exists(OftenMistyped, meant => word[0] == meant[0] && WordForms.IsSlipOf(word, meant));
    }

    private static bool IsMeasured(MessageText text, int i) => IsHeadcount(text, i) || text[i + 1].Plain is "person" or "man" or "people" or "season" or "litre" or "liter" or "litres" or "liters" or "l" or "ml" or "piece" or "pack" or "cup" or "cups";

    // 'A tent for 4'; what costs is said otherwise.
    private static bool IsHeadcount(MessageText text, int i) =>
        text[i].Plain is "2" or "3" or "4" or "5" or "6" or "8" && text[i - 1].Plain is "for" && (i == text.Count - 1 || text[i].EndsClause);

    private static string Join(MessageText text, List<int> kept)
    {
        var search = new StringBuilder();
        foreach (var i in kept)
        {
            if (search.Length > 0)
                search.Append(' ');
            search.Append(Needs.Knows(text[i].Plain) ? text[i].Plain : CategoryIndex.Meant(text[i].Plain) ?? text[i].Plain);
        }
        return search.ToString();
    }
}
