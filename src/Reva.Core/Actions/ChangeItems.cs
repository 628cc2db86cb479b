using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Reva.Core.Actions;

/// <summary>Changes what is in an order that was not sent yet.</summary>
public sealed record ChangeItems : OrderAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ActionKind Kind => ActionKind.ChangeItems;

    /// <summary>What is changed, at least one.</summary>
    public required ImmutableArray<ItemChange> Changes { get; init; }

    /// <summary>What a difference is paid with or paid back to; null for the order's own payment method or an invoice.</summary>
    public string? PaymentMethodId { get; init; }
}

/// <summary>One change of an order's items.</summary>
/// <param name="LineId">The line that loses pieces; null when something is added.</param>
/// <param name="Quantity">Pieces, ≥ 1.</param>
/// <param name="NewVariantId">What comes in their place or is added; null when they are only taken out.</param>
public sealed record ItemChange(string? LineId, int Quantity, string? NewVariantId);
