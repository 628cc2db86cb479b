using System.Text.Json.Serialization;

namespace Reva.Core.Actions;

/// <summary>Grants a discount the shop allows, as a code for one use.</summary>
public sealed record ApplyDiscount : ShopAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ActionKind Kind => ActionKind.ApplyDiscount;

    /// <summary>Name of the grant in the store's policies.</summary>
    public required string Grant { get; init; }

    /// <summary>Per cent off, > 0 and ≤ 100; null when a sum is taken off.</summary>
    public decimal? Percent { get; init; }

    /// <summary>Sum off; null when it is in per cent.</summary>
    public Money? Amount { get; init; }

    /// <summary>The code; made from the action's id, so that it exists once.</summary>
    public required string Code { get; init; }

    /// <summary>Until when it can be used.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The platform's id of the customer it is for; null when the shop does not know them.</summary>
    public string? CustomerId { get; init; }
}
