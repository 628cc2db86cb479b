using System.Globalization;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Folder;

/// <summary>Reads how an order was sent out.</summary>
internal sealed class FulfillmentReader(FolderFile file, OrderFile order, IReadOnlyList<LineItem> lines)
{
    public IReadOnlyList<Fulfillment> Read(string place) =>
        [.. (order.Fulfillments ?? []).Select((f, i) => Fulfillment(f, i, $"{place}.fulfillments[{i}]"))];

    private Fulfillment Fulfillment(FulfillmentFile given, int index, string place)
    {
        var id = given.Id ?? order.Id * 10 + index;
        var created = file.Date(given.CreatedAt, $"{place}.createdAt");
        var inTransit = file.OptionalDate(given.InTransitAt, $"{place}.inTransitAt");
        var delivered = file.OptionalDate(given.DeliveredAt, $"{place}.deliveredAt");
        return new Fulfillment(
            id, string.Create(CultureInfo.InvariantCulture, $"{order.Name}.{index + 1}"), file.OneOf(given.Status, OrderWords.Fulfillments, $"{place}.status"),
            given.DisplayStatus is null ? null : file.OneOf(given.DisplayStatus, OrderWords.Displays, $"{place}.displayStatus"),
            created, file.OptionalDate(given.UpdatedAt, $"{place}.updatedAt") ?? delivered ?? inTransit ?? created,
            file.OptionalDate(given.EstimatedDeliveryAt, $"{place}.estimatedDeliveryAt"), inTransit, delivered,
            [.. (given.TrackingInfo ?? []).Select(t => new Tracking(t.Company, t.Number, t.Url))],
            [.. (given.Events ?? []).Select((e, i) => Event(e, id * 100 + i, $"{place}.events[{i}]"))],
            Lines(given, id, place));
    }

    private FulfillmentEvent Event(EventFile given, long id, string place) => new(
        given.Id ?? id, file.OneOf(given.Status, OrderWords.Displays, $"{place}.status"), file.Date(given.HappenedAt, $"{place}.happenedAt"), given.Message,
        given.City, given.Province, given.Country, given.Zip);

    private List<FulfillmentLine> Lines(FulfillmentFile given, long id, string place)
    {
        if (given.LineItems is null)
            return [.. lines.Select((l, i) => new FulfillmentLine(id * 100 + i, l.Id, l.Quantity))];
        return [.. given.LineItems.Select((l, i) => l.LineItem >= 0 && l.LineItem < lines.Count && l.Quantity >= 1 && l.Quantity <= lines[l.LineItem].Quantity
            ? new FulfillmentLine(id * 100 + i, lines[l.LineItem].Id, l.Quantity)
            : throw file.Wrong($"{place}.lineItems[{i}]", "lineItem is a position in the order's lineItems, counted from 0, and no more of it can be sent than was bought."))];
    }
}
