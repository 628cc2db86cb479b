using System.Text.Json.Serialization;
using Reva.Core.Customers;

namespace Reva.Core.Actions;

/// <summary>Sends an order to another address.</summary>
public sealed record ChangeAddress : OrderAction
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ActionKind Kind => ActionKind.ChangeAddress;

    /// <summary>Where it goes from now on.</summary>
    public required PostalAddress Address { get; init; }
}
