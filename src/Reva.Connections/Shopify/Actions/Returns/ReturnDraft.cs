using System.Collections.Immutable;
using Reva.Core;
using Reva.Core.Actions;

namespace Reva.Connections.Shopify.Actions.Returns;

/// <summary>A return that is to be opened.</summary>
internal sealed record ReturnDraft(string OrderId, ImmutableArray<ItemPieces> Items, ReturnReason Reason, string Note)
{
    public decimal RestockingFeePercent { get; init; }

    public Money? ShippingFee { get; init; }

    public ImmutableArray<(string VariantId, int Quantity)> Exchanged { get; init; } = [];
}
