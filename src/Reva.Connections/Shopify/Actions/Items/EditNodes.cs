using Reva.Connections.Shopify.Admin;
using Reva.Connections.Shopify.Orders;

namespace Reva.Connections.Shopify.Actions.Items;

internal sealed record EditPayload : ChangePayload
{
    public CalculatedNode? CalculatedOrder { get; init; }
}

internal sealed record CalculatedNode
{
    public required string Id { get; init; }
    public required MoneyBag TotalPriceSet { get; init; }
    public required MoneyBag TotalOutstandingSet { get; init; }
    public Nodes<CalculatedLine> LineItems { get; init; } = new();

    /// <summary>The line as it stands in the edit: Shopify gives it another kind of id with the same number.</summary>
    public CalculatedLine? Line(string lineId) => LineItems.Items.FirstOrDefault(l => Number(l.Id) == Number(lineId));

    private static string Number(string id) => id[(id.LastIndexOf('/') + 1)..];
}

internal sealed record CalculatedLine(string Id, int Quantity, int EditableQuantity);
