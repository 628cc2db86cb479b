using Reva.Connections.Shopify.Admin;
using Reva.Connections.Shopify.Orders;

namespace Reva.Connections.Shopify.Actions.Returns;

internal sealed record ReturnPayload : ChangePayload
{
    public MadeReturn? Return { get; init; }
}

internal sealed record ReturnsData(ReturnedOrder? Order);

internal sealed record ReturnedOrder(Nodes<MadeReturn> Returns);

internal sealed record MadeReturn(string Id, string Name, Nodes<NotedLine>? ReturnLineItems, Nodes<WayBack>? ReverseFulfillmentOrders)
{
    /// <summary>Where the label is, if the shop's own flow has attached one.</summary>
    public string? LabelUrl => ReverseFulfillmentOrders?.Items.SelectMany(o => o.ReverseDeliveries?.Items ?? []).Select(d => d.Deliverable?.Label?.PublicFileUrl).FirstOrDefault(url => url is not null);
}

internal sealed record NotedLine(string? ReturnReasonNote);

internal sealed record WayBack(Nodes<ReverseParcel>? ReverseDeliveries);

internal sealed record ReverseParcel(DeliverableNode? Deliverable);

internal sealed record DeliverableNode(LabelNode? Label);

internal sealed record LabelNode(string? PublicFileUrl);

internal sealed record ReturnableData(Nodes<ReturnableParcel> ReturnableFulfillments);

internal sealed record ReturnableParcel(Nodes<ReturnableLine> ReturnableFulfillmentLineItems);

internal sealed record ReturnableLine(int Quantity, SentLine FulfillmentLineItem);

internal sealed record SentLine(string Id, Reference LineItem);
