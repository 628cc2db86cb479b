using System.Text.Json.Nodes;

namespace Reva.Replay.State;

/// <summary>An order of the store in the benchmark's words.</summary>
internal static class OrderEnd
{
    public static JsonObject Of(OrderRow order)
    {
        var exchanged = order.Returns.Any(r => r.Exchanges.Length > 0);
        var back = Numbers(order.Returns.SelectMany(r => r.Lines));
        var end = new JsonObject
        {
            ["status"] = Status(order, exchanged),
            ["address"] = AddressEnd.Of(order.ShippingAddress),
            ["items"] = Strings(order.LineItems.SelectMany(l => Enumerable.Repeat(l.Sku, l.Ordered)).Order(StringComparer.Ordinal)),
            ["returned"] = Strings(exchanged ? [] : back),
            ["exchanged"] = Pairs(exchanged ? back : [], Numbers(order.Returns.SelectMany(r => r.Exchanges))),
            ["transactions"] = new JsonArray([.. order.Transactions.Where(t => t.Status == "SUCCESS").Select(Transaction)]),
        };
        Planned(end, order.Settlements.LastOrDefault(s => s.Kind is "planned_refund" or "planned_charge"), exchanged);
        if (order.CancelledAt is not null && order.StaffNote is { } note)
            end["cancel_reason"] = Reason(note);
        return end;
    }

    private static string Status(OrderRow order, bool exchanged) =>
        order.CancelledAt is not null ? "cancelled"
        : exchanged ? "exchange requested"
        : order.Returns.Length > 0 ? "return requested"
        : order.Fulfillments.Any(f => f is { Status: "SUCCESS", DisplayStatus: "DELIVERED" }) ? "delivered"
        : order.Fulfillments.Any(f => f.Status == "SUCCESS") ? "processed"
        : order.Edited ? "pending (item modified)" : "pending";

    private static void Planned(JsonObject end, SettlementRow? planned, bool exchanged)
    {
        if (planned is null)
            return;
        end[exchanged ? "exchange_payment_method_id" : "return_payment_method_id"] = planned.PaymentMethodId;
        if (exchanged)
            end["exchange_price_difference"] = decimal.Round(planned.Kind == "planned_charge" ? planned.Amount : -planned.Amount, 2);
    }

    // The reason stands in the staff's note, before the mark by which the cancellation is found again.
    private static string Reason(string note) => note.LastIndexOf(" reva:", StringComparison.Ordinal) is var mark and >= 0 ? note[..mark] : note;

    private static JsonObject Transaction(TransactionRow row) => new()
    {
        ["type"] = row.Kind == "REFUND" ? "refund" : "payment", ["amount"] = decimal.Round(row.Amount, 2), ["payment_method_id"] = row.PaymentMethodId,
    };

    private static List<string> Numbers(IEnumerable<ReturnLineRow> lines) => [.. lines.SelectMany(l => Enumerable.Repeat(l.Sku, l.Quantity)).Order(StringComparer.Ordinal)];

    private static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    // The benchmark keeps both sides sorted by themselves, and pairs them so.
    private static JsonArray Pairs(List<string> from, List<string> to) => new([.. from.Zip(to, (a, b) => (JsonNode)new JsonArray(a, b))]);
}
