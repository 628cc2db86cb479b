using System.Text.Json.Serialization;

namespace Reva.Core.Actions;

/// <summary>Pays an order another way.</summary>
public sealed record ChangePaymentMethod : OrderAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ActionKind Kind => ActionKind.ChangePaymentMethod;

    /// <summary>The new payment method.</summary>
    public required string PaymentMethodId { get; init; }
}
