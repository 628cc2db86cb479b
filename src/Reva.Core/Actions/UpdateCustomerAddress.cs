using System.Text.Json.Serialization;
using Reva.Core.Customers;

namespace Reva.Core.Actions;

/// <summary>Changes a customer's own address.</summary>
public sealed record UpdateCustomerAddress : ShopAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ActionKind Kind => ActionKind.UpdateCustomerAddress;

    /// <summary>The platform's id of the customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The new address.</summary>
    public required PostalAddress Address { get; init; }
}
