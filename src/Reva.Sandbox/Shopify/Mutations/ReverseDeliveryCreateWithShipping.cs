using System.Globalization;
using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Schema;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>reverseDeliveryCreateWithShipping</c>: the label that the merchant gives the customer for the way back.</summary>
internal static class ReverseDeliveryCreateWithShipping
{
    private static readonly InputType Line = new("ReverseDeliveryLineItemInput", InputTypes.Id("reverseFulfillmentOrderLineItemId"), InputTypes.Number("quantity"));

    private static readonly ObjectType<Outcome> Type = Payload.Type("ReverseDeliveryCreateWithShippingPayload", Payload.ReturnError)
        .With<Made>("reverseDelivery", ReverseTypes.Delivery, (made, call) => ReturnView.Find(ShopTypes.Services(call).Store, made.ReturnId) is { } view
            ? new ReverseDeliveryView(view.Order, view.Return, view.Return.Deliveries.First(d => d.Id == made.DeliveryId)) : null);

    public static readonly Field Field = Payload.Field(
        "reverseDeliveryCreateWithShipping", Type, Run, InputTypes.Id("reverseFulfillmentOrderId"), new("reverseDeliveryLineItems", Line.RequiredList),
        new("labelInput", new InputType("ReverseDeliveryLabelInput", new Argument("fileUrl", Scalars.Url.Required)).Nullable),
        new("trackingInput", new InputType("ReverseDeliveryTrackingInput", InputTypes.Text("number"), new Argument("url", Scalars.Url.Nullable)).Nullable),
        new("notifyCustomer", Scalars.Boolean.Nullable, true));

    private static object Run(Change change)
    {
        var asked = change.Arguments;
        var (order, open) = ReturnMade.Find(change, asked.Id("reverseFulfillmentOrderId", "ReverseFulfillmentOrder"), "reverseFulfillmentOrderId", "OPEN");
        var label = asked.Object("labelInput")?.Text("fileUrl");
        if (label is not null && !Uri.TryCreate(label, UriKind.Absolute, out _))
            throw Refusal.Coded("INVALID", "The label's address is invalid.", "labelInput", "fileUrl");
        var delivery = new ReverseDelivery(
            change.Activity.NextId(), Lines(change, open, asked.Objects("reverseDeliveryLineItems")), label, asked.Object("trackingInput")?.Text("number"),
            asked.Object("trackingInput")?.Text("url"), change.Now);
        change.Mail("return_label", order, asked.Flag("notifyCustomer"), label);
        ReturnMade.Save(change, order, open with { Deliveries = [.. open.Deliveries, delivery] });
        return new Made(open.Id, delivery.Id);
    }

    // No lines stands for all that is expected.
    private static List<ReverseDeliveryLine> Lines(Change change, Return open, IReadOnlyList<Given> given)
    {
        var asked = given.Count == 0
            ? open.Lines.Select(l => (l.Id, l.Quantity, Index: ""))
            : given.Select((g, i) => (Id: g.Id("reverseFulfillmentOrderLineItemId", "ReverseFulfillmentOrderLineItem"), Quantity: g.Number("quantity"), Index: i.ToString(CultureInfo.InvariantCulture)));
        var lines = new List<ReverseDeliveryLine>();
        foreach (var (id, quantity, index) in asked)
        {
            var line = open.Lines.FirstOrDefault(l => l.Id == id) ?? throw Refusal.Coded("NOT_FOUND", "The return has no such item.", "reverseDeliveryLineItems", index, "reverseFulfillmentOrderLineItemId");
            if (quantity < 1 || quantity > line.Quantity)
                throw Refusal.Coded("INVALID", $"Quantity must be between 1 and {line.Quantity}.", "reverseDeliveryLineItems", index, "quantity");
            lines.Add(new ReverseDeliveryLine(change.Activity.NextId(), id, quantity));
        }
        return lines;
    }

    private sealed record Made(long ReturnId, long DeliveryId);
}
