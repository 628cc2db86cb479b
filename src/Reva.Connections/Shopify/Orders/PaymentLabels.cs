namespace Reva.Connections.Shopify.Orders;

/// <summary>Ways to pay as their owner knows them; never more of a card than its last four digits.</summary>
internal static class PaymentLabels
{
    public const string StoreCredit = "store credit";

    /// <summary><c>Visa ending 4242</c>, <c>gift card</c>, <c>PayPal</c>; <c>original payment method</c> when the shop tells nothing.</summary>
    public static string Of(string? gateway, string? formattedGateway, CardNode? card)
    {
        if (LastDigits(card?.Number) is { } digits)
            return $"{Brand(card!.Company)} ending {digits}";
        return gateway switch
        {
            "gift_card" => "gift card",
            "shopify_store_credit" or "store_credit" => StoreCredit,
            "paypal" => "PayPal",
            _ => string.IsNullOrWhiteSpace(formattedGateway) ? "original payment method" : formattedGateway.Trim(),
        };
    }

    private static string? LastDigits(string? number)
    {
        var digits = string.Concat((number ?? "").Where(char.IsAsciiDigit));
        return digits.Length >= 4 ? digits[^4..] : null;
    }

    private static string Brand(string? company) => string.IsNullOrWhiteSpace(company) ? "card" : char.ToUpperInvariant(company.Trim()[0]) + company.Trim()[1..];
}
