using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>Why something is sent back, as the shop lists it.</summary>
internal sealed record ReasonDefinition(long Id, string Code, string Name);

/// <summary>The reasons of the Admin API: once an enumeration, now rows with ids; both are understood.</summary>
internal static class ReturnReasons
{
    public static readonly IReadOnlyList<ReasonDefinition> All =
    [
        new(1, "SIZE_TOO_SMALL", "Size was too small"), new(2, "SIZE_TOO_LARGE", "Size was too large"), new(3, "UNWANTED", "Changed my mind"),
        new(4, "NOT_AS_DESCRIBED", "Item not as described"), new(5, "WRONG_ITEM", "Received the wrong item"), new(6, "DEFECTIVE", "Damaged or defective"),
        new(7, "STYLE", "Style"), new(8, "COLOR", "Color"), new(9, "OTHER", "Other"), new(10, "UNKNOWN", "Unknown"),
    ];

    /// <summary>The reasons as an enumeration.</summary>
    public static readonly EnumType Enum = new("ReturnReason", [.. All.Select(r => r.Code)]);

    public static readonly ObjectType<ReasonDefinition> Definition = new ObjectType<ReasonDefinition>("ReturnReasonDefinition")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, r => Gid.Of("ReturnReasonDefinition", r.Id))
        .Add("handle", Scalars.String.Required, r => r.Code.ToLowerInvariant().Replace('_', '-'))
        .Add("name", Scalars.String.Required, r => r.Name)
        .Add("deleted", Scalars.Boolean.Required, _ => false);

    public static readonly ObjectType<Page<ReasonDefinition>> Connections = Connection.TypeOf<ReasonDefinition>(Definition);
}
