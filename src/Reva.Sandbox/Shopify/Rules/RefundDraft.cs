using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Rules;

/// <summary>Pieces of a line that a refund is for.</summary>
internal sealed record RefundPart(LineItem Item, int Quantity, string RestockType)
{
    /// <summary>Whether the pieces go back into stock.</summary>
    public bool Restocks => RestockType is "RETURN" or "CANCEL" or "LEGACY_RESTOCK";
}

/// <summary>A refund that was checked and is to be booked.</summary>
/// <param name="StoreCredit">What goes to the customer's store credit.</param>
internal sealed record RefundDraft(IReadOnlyList<RefundPart> Parts, decimal Shipping, IReadOnlyList<Repaid> Repaid, decimal StoreCredit, string? Note)
{
    public DateTimeOffset? CreditExpiresAt { get; init; }

    public long? ReturnId { get; init; }

    /// <summary>By how much the order is worth less, where that is not the money that goes back.</summary>
    public decimal? Reduces { get; init; }

    public decimal Amount => Repaid.Sum(r => r.Amount) + StoreCredit;
}
