using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Reva.Core.Actions;

/// <summary>Pays money back for an order.</summary>
public sealed record Refund : OrderAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ActionKind Kind => ActionKind.Refund;

    /// <summary>Pieces that are paid back; empty when only shipping or a sum is.</summary>
    public ImmutableArray<ItemPieces> Items { get; init; } = [];

    /// <summary>Whether shipping is paid back.</summary>
    public bool Shipping { get; init; }

    /// <summary>A sum on top, as for a fault that is put up with; null for none.</summary>
    public Money? Extra { get; init; }

    /// <summary>Where the money goes.</summary>
    public RefundTarget RefundTo { get; init; } = RefundTarget.Original;

    /// <summary>What is wrong with the items, if anything is; a fault of the shop's is judged otherwise than a wish.</summary>
    public ReturnReason Cause { get; init; }

    /// <summary>Why, for the shop; at most 200 characters.</summary>
    public required string Reason { get; init; }
}
