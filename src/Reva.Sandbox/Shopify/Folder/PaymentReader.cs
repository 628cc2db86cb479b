using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Folder;

/// <summary>Reads what was paid and given back; an order that says nothing of it gets what its status means.</summary>
internal sealed class PaymentReader(FolderFile file, OrderFile given)
{
    private static readonly string[] Paid = ["PAID", "PARTIALLY_REFUNDED", "REFUNDED"];

    public Order AddTo(Order order, string place)
    {
        var refunds = (given.Refunds ?? []).Select((r, i) => Refund(order, r, i, $"{place}.refunds[{i}]")).ToList();
        var transactions = given.Transactions is null ? Implied(order, refunds) : [.. given.Transactions.Select((t, i) => Transaction(order, t, i, $"{place}.transactions[{i}]"))];
        var returned = transactions.Where(t => t.Kind == "REFUND").ToList();
        if (returned.Count > 0 && refunds.Count == 0)
            throw file.Wrong($"{place}.refunds", "There is a refund transaction but no refund; add it to refunds.");
        for (var i = 0; i < refunds.Count && i < returned.Count; i++)
            refunds[i] = refunds[i] with { TransactionIds = [returned[i].Id] };
        return order with { Refunds = refunds, Transactions = transactions };
    }

    private Transaction Transaction(Order order, TransactionFile transaction, int index, string place) => new(
        transaction.Id ?? order.Id * 100 + index, file.OneOf(transaction.Kind, OrderWords.TransactionKinds, $"{place}.kind"), transaction.Gateway,
        transaction.PaymentMethod, transaction.Amount, file.OneOf(transaction.Status, OrderWords.TransactionStatuses, $"{place}.status"),
        file.OptionalDate(transaction.ProcessedAt, $"{place}.processedAt") ?? order.CreatedAt,
        transaction.Kind is "REFUND" or "CAPTURE" or "VOID" && index > 0 ? given.Transactions![0].Id ?? order.Id * 100 : null);

    private static List<Transaction> Implied(Order order, List<Refund> refunds)
    {
        if (!Paid.Contains(order.FinancialStatus))
            return [];
        var sale = new Transaction(order.Id * 100, "SALE", "shopify_payments", null, order.Total, "SUCCESS", order.CreatedAt, null);
        return [sale, .. refunds.Select((r, i) =>
            new Transaction(order.Id * 100 + 1 + i, "REFUND", "shopify_payments", null, r.Amount, "SUCCESS", r.CreatedAt, sale.Id))];
    }

    private Refund Refund(Order order, RefundFile refund, int index, string place)
    {
        var id = refund.Id ?? order.Id * 10 + index;
        return new Refund(
            id, file.Date(refund.CreatedAt, $"{place}.createdAt"), refund.Note, refund.Amount,
            [.. (refund.LineItems ?? []).Select((l, i) => RefundLine(order, l, id * 100 + i, $"{place}.lineItems[{i}]"))], []);
    }

    private RefundLine RefundLine(Order order, RefundLineFile line, long id, string place)
    {
        if (line.LineItem < 0 || line.LineItem >= order.LineItems.Count)
            throw file.Wrong($"{place}.lineItem", "lineItem is a position in the order's lineItems, counted from 0.");
        var item = order.LineItems[line.LineItem];
        return new RefundLine(
            id, item.Id, line.Quantity, line.Subtotal ?? item.Price * line.Quantity, file.OneOf(line.RestockType, OrderWords.RestockTypes, $"{place}.restockType"));
    }
}
