using System.Text.Json.Serialization;

namespace Reva.Core.Actions;

/// <summary>Calls a whole order off and pays it back.</summary>
public sealed record CancelOrder : OrderAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ActionKind Kind => ActionKind.CancelOrder;

    /// <summary>Why, in the customer's words; at most 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Where the money goes.</summary>
    public RefundTarget RefundTo { get; init; } = RefundTarget.Original;
}
