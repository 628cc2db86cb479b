using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Finds order numbers: '#1001', 'order no. W2611340', '1001' where nothing else can be meant. Prices, years, post codes and sizes are none.</summary>
internal static class OrderNumbers
{
    private static readonly FrozenSet<string> Announces = WordSets.Of("order orders ordernumber no nr num number nummer ref reference id confirmation purchase bestellung bestellnummer commande pedido ordine");
    private static readonly FrozenSet<string> Between = WordSets.Of("is was the my number no nr id a for and or with also ref");
    private static readonly FrozenSet<string> Speaks = WordSets.Of("order orders cancel cancelling refund return returning exchange swap send sending track tracking status where wheres shipped arrive arrived parcel package delivery delivered its email");
    private static readonly FrozenSet<string> Units = WordSets.Of("g kg mg lb lbs oz ml cl l litre litres liter liters w watt watts mah lumen lumens lm inch inches cm mm m ft feet miles km piece pieces people days weeks years hours minutes dollars usd eur euros pounds gbp bucks quid percent lbs person");
    private static readonly FrozenSet<string> Streets = WordSets.Of("street st road rd avenue ave lane ln drive dr boulevard blvd way court ct place pl terrace square apt flat unit suite");
    private static readonly FrozenSet<string> Prices = WordSets.Of("under below over above than max maximum budget around about between spend up");

    /// <summary>The numbers in order of mention, with '#', each once. With <paramref name="awaited"/> a bare number is taken for one; so it is beside an e-mail address.</summary>
    public static ImmutableArray<string> Take(MessageText text, bool awaited, bool hasEmail = false)
    {
        var numbers = ImmutableArray.CreateBuilder<string>();
        var speaksOfOrders = awaited || Mentions(text);
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsFree(i) || !IsNumber(text, i, awaited, speaksOfOrders || hasEmail))
                continue;
            text.Claim(i, 1, Role.OrderNumber);
            var number = "#" + text[i].Plain.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
            if (!numbers.Contains(number))
                numbers.Add(number);
        }
        return numbers.ToImmutable();
    }

    private static bool IsNumber(MessageText text, int i, bool awaited, bool speaksOfOrders)
    {
        var token = text[i];
        if (token.Plain.Length > 20 || !token.Plain.Any(char.IsAsciiDigit) || token.Plain.Any(c => !char.IsAsciiLetterOrDigit(c)))
            return false;
        if (token.Before == '#')
            return token.Plain.Length >= 3;
        if (IsLettersThenDigits(token.Plain))
            return true;
        if (!token.IsInteger || token.Plain.Length > 12 || IsOtherwiseMeant(text, i))
            return false;
        if (IsAnnounced(text, i))
            return token.Plain.Length >= 3;
        return token.Plain.Length >= 4 && (speaksOfOrders || text.Count == 1) && !IsYear(token.Plain, awaited);
    }

    private static bool IsLettersThenDigits(string plain)
    {
        var letters = plain.TakeWhile(char.IsAsciiLetter).Count();
        return letters is >= 1 and <= 4 && plain.Length - letters >= 5 && plain.Skip(letters).All(char.IsAsciiDigit);
    }

    private static bool IsAnnounced(MessageText text, int i)
    {
        for (var back = 1; back <= 3; back++)
        {
            var word = text[i - back].Plain;
            if (Announces.Contains(word))
                return true;
            if (!Between.Contains(word) && text.RoleOf(i - back) != Role.OrderNumber)
                return false;
        }
        return false;
    }

    private static bool IsOtherwiseMeant(MessageText text, int i)
    {
        var token = text[i];
        return token.Before is '$' or '€' or '£' || token.After is '$' or '€' or '£' or '%'
            || Units.Contains(text[i + 1].Plain) || IsOfAStreet(text, i)
            || (Prices.Contains(text[i - 1].Plain) && !(text[i - 1].Plain == "about" && Announces.Contains(text[i - 2].Plain)))
            || text[i - 1].Plain is "zip" or "postcode" or "postal" or "zipcode" or "size" or "flat" or "apt" or "apartment" or "unit";
    }

    // '1200 Old Mill Road'.
    private static bool IsOfAStreet(MessageText text, int i)
    {
        const int FarthestWord = 4;
        for (var next = i + 1; next <= i + FarthestWord; next++)
        {
            if (Streets.Contains(text[next].Plain))
                return true;
            if (text[next].EndsClause)
                return false;
        }
        return false;
    }

    private static bool IsYear(string plain, bool awaited) => !awaited && plain is (['1', '9', _, _] or ['2', '0', '1' or '2' or '3', _]);

    private static bool Mentions(MessageText text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (Speaks.Contains(text[i].Plain))
                return true;
        }
        return false;
    }
}
