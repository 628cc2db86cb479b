using System.Globalization;

namespace Reva.Core;

/// <summary>An amount in one currency. Sums of different currencies throw; nothing is rounded but by <see cref="Rounded"/> and <see cref="RoundedUp"/>.</summary>
/// <param name="Amount">The amount in major units, e.g. 12.50.</param>
/// <param name="Currency">ISO 4217 code, upper case, e.g. <c>USD</c>.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    /// <summary>Nothing, in <paramref name="currency"/>.</summary>
    public static Money Zero(string currency) => new(0m, currency);

    /// <summary>The sum; throws <see cref="InvalidOperationException"/> for two currencies.</summary>
    public static Money operator +(Money left, Money right) => new(left.Amount + Same(left, right).Amount, left.Currency);

    /// <summary>The difference; throws <see cref="InvalidOperationException"/> for two currencies.</summary>
    public static Money operator -(Money left, Money right) => new(left.Amount - Same(left, right).Amount, left.Currency);

    /// <summary>The amount <paramref name="count"/> times.</summary>
    public static Money operator *(Money money, int count) => money with { Amount = money.Amount * count };

    /// <summary>The amount to the currency's smallest coin, half away from zero.</summary>
    public Money Rounded() => this with { Amount = decimal.Round(Amount, Decimals(Currency), MidpointRounding.AwayFromZero) };

    /// <summary>The amount to the currency's smallest coin, up: for what must not turn out to be too little.</summary>
    public Money RoundedUp() => this with { Amount = decimal.Round(Amount, Decimals(Currency), MidpointRounding.ToPositiveInfinity) };

    /// <summary>As a shopper reads it: <c>$1,234.50</c>, <c>1.234,50 €</c> by <paramref name="locale"/>.</summary>
    public string ToText(CultureInfo? locale = null)
    {
        var format = (NumberFormatInfo)(locale ?? CultureInfo.GetCultureInfo("en-US")).NumberFormat.Clone();
        format.CurrencySymbol = Symbol(Currency);
        format.CurrencyDecimalDigits = Decimals(Currency);
        if (format.CurrencySymbol.Length > 1 && format.CurrencyPositivePattern == 0)
            format.CurrencyPositivePattern = 2;
        return Amount.ToString("C", format);
    }

    /// <summary>As <see cref="ToText"/> in American English.</summary>
    public override string ToString() => ToText();

    private static Money Same(Money left, Money right) =>
        left.Currency == right.Currency ? right
            : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be added: convert one first.");

    private static int Decimals(string currency) => currency is "JPY" or "KRW" or "VND" or "CLP" or "ISK" ? 0 : 2;

    private static string Symbol(string currency) => currency switch
    {
        "USD" => "$", "EUR" => "€", "GBP" => "£", "JPY" => "¥", "CAD" => "CA$", "AUD" => "A$", "INR" => "₹",
        _ => currency,
    };
}
