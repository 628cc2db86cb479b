using System.Globalization;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>What the order is worth less by the items that came back, and which money moves for it.</summary>
internal static class ReturnMoney
{
    public static RefundDraft Draft(Change change, Order order, Return open, Given input, Dictionary<long, int> back)
    {
        var parts = Parts(order, open, input, back);
        var shipping = Shipping(order, input.Object("refundShipping"));
        var (repaid, credit, expires) = Money(change, order, input.Object("financialTransfer")?.Object("issueRefund"));
        var first = open.Lines.All(l => l.Processed == 0);
        var fees = Fees(order, open, parts, back) + (first ? open.ShippingFee : 0);
        return new RefundDraft(parts, shipping, repaid, credit, input.Text("note"))
        {
            CreditExpiresAt = expires, ReturnId = open.Id, Reduces = Math.Max(0, Refunding.Worth(order, parts, shipping) - fees),
        };
    }

    // Lines of one item follow on each other, so they are told as one part.
    private static List<RefundPart> Parts(Order order, Return open, Given input, Dictionary<long, int> back)
    {
        var restocked = input.Objects("returnLineItems").Where(l => l.Objects("dispositions").Any(d => d.Text("dispositionType") == "RESTOCKED"))
            .Select(l => l.Id("id", "ReturnLineItem")).ToHashSet();
        return
        [
            .. open.Lines.Where(l => back.ContainsKey(l.Id)).GroupBy(l => l.LineItemId).Select(g => new RefundPart(
                order.LineItems.First(l => l.Id == g.Key), g.Sum(l => back[l.Id]), g.Any(l => restocked.Contains(l.Id)) ? "RETURN" : "NO_RESTOCK")),
        ];
    }

    private static decimal Fees(Order order, Return open, IEnumerable<RefundPart> parts, Dictionary<long, int> back) => parts.Sum(part =>
    {
        var worth = Repayment.WorthOf(order, part.Item, part.Quantity).Subtotal;
        var percent = open.Lines.Where(l => l.LineItemId == part.Item.Id && back.ContainsKey(l.Id)).Sum(l => l.RestockingFee * back[l.Id]) / part.Quantity;
        return decimal.Round(worth * percent / 100, 2, MidpointRounding.AwayFromZero);
    });

    private static decimal Shipping(Order order, Given? shipping)
    {
        var left = Repayment.ShippingLeft(order);
        var asked = shipping is null ? 0 : shipping.Flag("fullRefund") ? left : shipping.Money("shippingRefundAmount") ?? 0;
        return asked >= 0 && asked <= left ? asked : throw Refusal.Coded("INVALID", $"At most {left:0.00} of shipping is left to refund.", "refundShipping");
    }

    private static (List<Repaid> Repaid, decimal Credit, DateTimeOffset? ExpiresAt) Money(Change change, Order order, Given? refund)
    {
        var repaid = new List<Repaid>();
        foreach (var (given, index) in (refund?.Objects("orderTransactions") ?? []).Select((t, i) => (t, i.ToString(CultureInfo.InvariantCulture))))
        {
            var parent = given.Id("parentId", "OrderTransaction");
            var payment = order.Transactions.FirstOrDefault(t => t.IsPayment && t.Id == parent)
                ?? throw Refusal.Coded("NOT_FOUND", "The parent transaction must be a payment of the order.", "financialTransfer", "issueRefund", "orderTransactions", index, "parentId");
            RefundReader.AddChecked(order, repaid, new Repaid(payment, given.Money("transactionAmount") ?? 0), "financialTransfer", "issueRefund", "orderTransactions", index, "transactionAmount");
        }
        var (credit, expires) = RefundReader.Credit(change, order, refund?.Objects("refundMethods") ?? [], "financialTransfer", "issueRefund", "refundMethods");
        if (repaid.Sum(r => r.Amount) + credit > Repayment.Left(order) && refund?.Flag("allowOverRefunding") != true)
            throw Refusal.Coded("INVALID", $"At most {Repayment.Left(order):0.00} can be refunded.", "financialTransfer", "issueRefund");
        return (repaid, credit, expires);
    }
}
