using System.Collections.Frozen;
using System.Globalization;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Finds the price range a shopper wishes for: 'under 150', 'max $40', 'between 20 and 50', '100-150', 'around 50', '150 bucks'.</summary>
internal static class Prices
{
    private const decimal Around = 0.2m;

    private static readonly FrozenSet<string> Currencies = WordSets.Of("$ dollar dollars usd buck bucks eur euro euros € gbp pound pounds £ quid cad aud chf");
    private static readonly FrozenSet<string> NotMoney = WordSets.Of("""
        g kg mg lb lbs oz ml cl l litre litres liter liters w watt watts mah lumen lumens lm inch inches cm mm m ft foot feet mile miles km piece pieces people person persons
        day days week weeks month months year years yrs hour hours hrs minutes min mins am pm percent degrees celsius c f times items pairs th nd st rd
        """);

    /// <summary>The lowest and the highest price wished, in whatever currency the shop has.</summary>
    public static (decimal? Min, decimal? Max) Take(MessageText text)
    {
        decimal? min = null, max = null;
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsFree(i) || !TryAmount(text, i, out var amount))
                continue;
            if (TryRange(text, i, amount, out var low, out var high, out var last))
            {
                (min, max) = (low, high);
                Claim(text, i, last);
                i = last;
                continue;
            }
            var limit = PriceLimits.Before(text, i, HasCurrency(text, i)) ?? PriceLimits.After(text, AfterCurrency(text, i)) ?? (HasCurrency(text, i) ? PriceLimit.Highest : null);
            if (limit is null)
                continue;
            if (limit is PriceLimit.Highest)
                max = amount;
            else if (limit is PriceLimit.Lowest)
                min = amount;
            else
                (min, max) = (amount * (1 - Around), amount * (1 + Around));
            Claim(text, i, i);
        }
        return min > max ? (max, min) : (min, max);
    }

    private static bool TryRange(MessageText text, int i, decimal amount, out decimal low, out decimal high, out int last)
    {
        (low, high, last) = (amount, 0, i);
        if (text[i].Plain.Split('-') is [var a, var b])
            return TryNumber(a, out low) && TryNumber(b, out high) && high > low && (HasCurrency(text, i) || (low >= 10 && !SizeWords.Announce(text[i - 1].Plain) && !NotMoney.Contains(text[i + 1].Plain)));
        var next = AfterCurrency(text, i);
        var dash = text[i].EndsClause is false && text[next - 1].After is '-' or '–';
        if (!dash && text[next].Plain is not ("and" or "to" or "or"))
            return false;
        last = dash ? next : next + 1;
        var announced = text[i - 1].Plain is "between" or "from" || (text[i - 1].Before == '\0' && text[i - 2].Plain is "between" or "from" && Currencies.Contains(text[i - 1].Plain));
        return (announced || HasCurrency(text, i) || HasCurrency(text, last)) && TryAmount(text, last, out high) && high > low && !NotMoney.Contains(text[last + 1].Plain);
    }

    private static bool TryAmount(MessageText text, int i, out decimal amount)
    {
        amount = 0;
        var token = text[i];
        if (!token.IsNumeric || token.Before == '#' || token.After == '%')
            return false;
        if (NotMoney.Contains(text[i + 1].Plain) && !token.EndsClause && !HasCurrency(text, i))
            return false;
        return TryNumber(token.Plain.Split('-')[0], out amount) && amount is > 0 and < 1_000_000;
    }

    // 1,200 and 1.200 are twelve hundred; 12,50 and 12.50 are twelve and a half.
    private static bool TryNumber(string plain, out decimal amount)
    {
        var thousands = plain.EndsWith('k') ? 1000 : 1;
        var digits = thousands == 1000 ? plain[..^1] : plain;
        foreach (var unit in (ReadOnlySpan<string>)["eur", "usd", "gbp", "dollars", "euros"])
        {
            if (digits.EndsWith(unit, StringComparison.Ordinal))
                digits = digits[..^unit.Length];
        }
        var comma = digits.LastIndexOfAny([',', '.']);
        if (comma > 0 && digits.Length - comma - 1 == 3)
            digits = digits.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        else if (comma > 0)
            digits = string.Concat(digits.AsSpan(0, comma).ToString().Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal), ".", digits.AsSpan(comma + 1));
        var read = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
        amount *= read && amount < 1000 ? thousands : 1;
        return read;
    }

    private static bool HasCurrency(MessageText text, int i) =>
        text[i].Before is '$' or '€' or '£' || text[i].After is '$' or '€' or '£' || (!text[i].EndsClause && Currencies.Contains(text[i + 1].Plain)) || Currencies.Contains(text[i - 1].Plain)
        || text[i].Plain.EndsWith("eur", StringComparison.Ordinal) || text[i].Plain.EndsWith("usd", StringComparison.Ordinal);

    private static int AfterCurrency(MessageText text, int i) => !text[i].EndsClause && Currencies.Contains(text[i + 1].Plain) ? i + 2 : i + 1;

    // The words that made it a price belong to it: 'no more than', 'dollars', 'or less'.
    private static void Claim(MessageText text, int from, int last)
    {
        var start = from;
        while (start > 0 && from - start < 4 && text.IsFree(start - 1) && !text[start - 1].EndsClause && (PriceLimits.Belongs(text[start - 1].Plain) || Currencies.Contains(text[start - 1].Plain)))
            start--;
        var end = AfterCurrency(text, last);
        while (end < text.Count && !text[end - 1].EndsClause && text.IsFree(end) && text[end].Plain is "or" or "less" or "under" or "tops" or "max" or "maximum" or "more" or "ish" or "and" or "up" or "plus" or "price" or "range")
            end++;
        text.Claim(start, end - start, Role.Price);
    }
}
