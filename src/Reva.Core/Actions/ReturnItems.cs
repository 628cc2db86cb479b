using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Reva.Core.Actions;

/// <summary>Takes delivered items back; the money follows when they have arrived.</summary>
public sealed record ReturnItems : OrderAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ActionKind Kind => ActionKind.ReturnItems;

    /// <summary>What comes back, at least one line.</summary>
    public required ImmutableArray<ItemPieces> Items { get; init; }

    /// <summary>Why.</summary>
    public required ReturnReason Reason { get; init; }

    /// <summary>The customer's own words for it; at most 200 characters.</summary>
    public string? Note { get; init; }

    /// <summary>Where the money goes.</summary>
    public RefundTarget RefundTo { get; init; } = RefundTarget.Original;

    /// <summary>Part of the price that the shop keeps, 0–100 per cent; set from the policies when it is proposed.</summary>
    public decimal RestockingFeePercent { get; init; }

    /// <summary>What the customer pays for the way back; null when the shop pays the label.</summary>
    public Money? ReturnShippingFee { get; init; }
}
