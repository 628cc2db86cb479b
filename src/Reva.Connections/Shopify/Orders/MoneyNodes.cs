using System.Globalization;
using Reva.Core;

namespace Reva.Connections.Shopify.Orders;

/// <summary>An amount in the currency that the customer saw.</summary>
internal sealed record MoneyBag(MoneyNode PresentmentMoney)
{
    public Money ToMoney() => PresentmentMoney.ToMoney();
}

internal sealed record MoneyNode(decimal Amount, string CurrencyCode)
{
    public Money ToMoney() => new(Amount, CurrencyCode);

    /// <summary>As Shopify's inputs take it: <c>12.50</c>.</summary>
    public static string Text(Money money) => money.Rounded().Amount.ToString(CultureInfo.InvariantCulture);

    /// <summary>A <c>MoneyInput</c>.</summary>
    public static object Input(Money money) => new { amount = Text(money), currencyCode = money.Currency };
}
