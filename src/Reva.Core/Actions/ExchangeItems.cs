using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Reva.Core.Actions;

/// <summary>Takes delivered items back and sends others.</summary>
public sealed record ExchangeItems : OrderAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ActionKind Kind => ActionKind.ExchangeItems;

    /// <summary>What goes for what, at least one.</summary>
    public required ImmutableArray<ItemSwap> Swaps { get; init; }

    /// <summary>Why.</summary>
    public required ReturnReason Reason { get; init; }

    /// <summary>What a difference is paid with or paid back to; null for the order's own payment method or an invoice.</summary>
    public string? PaymentMethodId { get; init; }
}

/// <summary>One exchange.</summary>
/// <param name="LineId">What comes back.</param>
/// <param name="Quantity">Pieces, ≥ 1.</param>
/// <param name="NewVariantId">What is sent for them.</param>
public sealed record ItemSwap(string LineId, int Quantity, string NewVariantId);
