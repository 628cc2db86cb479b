namespace Reva.Sandbox.Shopify.Store;

/// <summary>An edit of an order's items that is being put together.</summary>
/// <param name="Base">The order as it was when the edit began; a commit on another is refused.</param>
internal sealed record OrderEdit(long Id, Order Base, IReadOnlyList<EditedLine> Lines, bool Committed);

/// <summary>A line while it is edited.</summary>
/// <param name="Id">The line item's id, or a new one for a line that the edit adds.</param>
/// <param name="Added">What the edit adds; null for a line that was there before.</param>
/// <param name="Quantity">How many there are to be, sent ones included.</param>
/// <param name="Restock">Whether pieces that are taken off go back into stock.</param>
internal sealed record EditedLine(long Id, LineItem? Added, int Quantity, bool Restock)
{
    /// <summary>What is taken off the price of each added piece.</summary>
    public decimal UnitDiscount { get; init; }
}
