namespace Reva.Core.Customers;

/// <summary>A way a customer pays, as far as a shop's back office tells.</summary>
/// <param name="Id">The back office's id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">As the customer knows it: <c>Visa ending 9212</c>.</param>
/// <param name="Balance">What a gift card or store credit still holds; null for what has no balance.</param>
public sealed record PaymentMethod(string Id, PaymentMethodKind Kind, string Label, Money? Balance);

/// <summary>Kinds of payment methods.</summary>
public enum PaymentMethodKind
{
    /// <summary>A credit or debit card.</summary>
    Card,
    /// <summary>PayPal.</summary>
    PayPal,
    /// <summary>A gift card of the shop.</summary>
    GiftCard,
    /// <summary>Credit with the shop.</summary>
    StoreCredit,
    /// <summary>Any other.</summary>
    Other,
}
