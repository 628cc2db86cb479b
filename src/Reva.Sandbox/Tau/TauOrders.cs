using System.Globalization;
using Reva.Sandbox.Shopify.Folder;

namespace Reva.Sandbox.Tau;

/// <summary>
/// Orders. The benchmark knows four states and no dates: pending is unfulfilled, processed has its label, delivered and cancelled are what they
/// are called; dates are spread evenly before the base date so that each fits its state.
/// </summary>
internal sealed class TauOrders(IReadOnlyDictionary<string, CustomerFile> customers)
{
    public OrderFile Convert(TauOrder order, long id, int index)
    {
        var customer = customers[order.UserId];
        var age = Age(order.Status, index);
        var cancelled = order.Status == "cancelled";
        return new OrderFile(
            id, order.OrderId, customer.Email, Days(age), [.. order.Items.Select(Line)], CustomerId: customer.Id,
            CancelledAt: cancelled ? Days(age - 1) : null, CancelReason: cancelled ? "CUSTOMER" : null, FinancialStatus: cancelled ? "REFUNDED" : "PAID",
            FulfillmentStatus: order.Status is "processed" or "delivered" ? "FULFILLED" : "UNFULFILLED",
            ShippingAddress: TauPeople.Address(order.Address, customer.FirstName, customer.LastName),
            Transactions: [.. order.PaymentHistory.Select(p => Transaction(p, age))],
            Fulfillments: [.. order.Fulfillments.Select(f => Fulfillment(order, f, age))],
            Refunds: [.. order.PaymentHistory.Where(p => p.TransactionType == "refund").Select(p => Refund(order, p, age))],
            Tags: [$"status:{order.Status}"]);
    }

    private static int Age(string status, int index) => status switch
    {
        "pending" => 1 + index % 2,
        "processed" => 3 + index % 2,
        _ => 8 + index % 20,
    };

    private static LineItemFile Line(TauItem item) => new(
        1, VariantId: TauProducts.Number(item.ItemId), Title: item.Name, VariantTitle: string.Join(" / ", item.Options.Values), Sku: item.ItemId, Price: item.Price);

    private static TransactionFile Transaction(TauPayment payment, int age) => new(
        payment.Amount, Kind: payment.TransactionType == "refund" ? "REFUND" : "SALE", Gateway: Gateway(payment.PaymentMethodId),
        PaymentMethod: payment.PaymentMethodId, ProcessedAt: Days(payment.TransactionType == "refund" ? age - 1 : age));

    private static RefundFile Refund(TauOrder order, TauPayment payment, int age) => new(
        Days(age - 1), payment.Amount, LineItems: [.. order.Items.Select((_, i) => new RefundLineFile(i, 1, RestockType: "CANCEL"))]);

    private static FulfillmentFile Fulfillment(TauOrder order, TauFulfillment fulfillment, int age)
    {
        var delivered = order.Status == "delivered";
        // An order that was cancelled after its label was printed never left.
        var status = order.Status == "cancelled" ? "CANCELLED" : "SUCCESS";
        return new FulfillmentFile(
            Days(age - 1), Status: status, DisplayStatus: delivered ? "DELIVERED" : order.Status == "cancelled" ? "CANCELED" : "LABEL_PRINTED",
            EstimatedDeliveryAt: delivered ? Days(age - 5) : "+3d", InTransitAt: delivered ? Days(age - 2) : null, DeliveredAt: delivered ? Days(age - 5) : null,
            TrackingInfo: [.. fulfillment.TrackingId.Select(t => new TrackingFile("UPS", t, $"https://www.ups.com/track?tracknum={t}"))],
            LineItems: Lines(order, fulfillment));
    }

    // An order may hold the same variant twice: each mention takes the next line that holds it.
    private static List<LineFile> Lines(TauOrder order, TauFulfillment fulfillment)
    {
        var open = Enumerable.Range(0, order.Items.Count).ToList();
        var lines = new List<LineFile>();
        foreach (var itemId in fulfillment.ItemIds)
        {
            var at = open.FindIndex(i => order.Items[i].ItemId == itemId);
            if (at < 0)
                throw new ArgumentException($"Order {order.OrderId} sent out {itemId}, which it does not hold.", nameof(fulfillment));
            lines.Add(new LineFile(open[at], 1));
            open.RemoveAt(at);
        }
        return lines;
    }

    private static string Gateway(string methodId) => methodId[..methodId.LastIndexOf('_')];

    private static string Days(int ago) => string.Create(CultureInfo.InvariantCulture, $"-{ago}d");
}
