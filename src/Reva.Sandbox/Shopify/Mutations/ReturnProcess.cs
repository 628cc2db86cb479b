using System.Globalization;
using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>returnProcess</c>: items came back, replacements go out, money moves.</summary>
internal static class ReturnProcess
{
    private static readonly InputType Disposition = new(
        "ReverseFulfillmentOrderDisposeInput", new("reverseFulfillmentOrderLineItemId", Scalars.Id.Nullable), InputTypes.Number("quantity"), new("locationId", Scalars.Id.Nullable),
        new("dispositionType", new EnumType("ReverseFulfillmentOrderDispositionType", "RESTOCKED", "PROCESSING_REQUIRED", "NOT_RESTOCKED", "MISSING").Required));

    private static readonly InputType Line = new(
        "ReturnProcessReturnLineItemInput", InputTypes.Id("id"), InputTypes.Number("quantity"), new("dispositions", Disposition.List));

    private static readonly InputType Exchange = new("ReturnProcessExchangeLineItemInput", InputTypes.Id("id"), InputTypes.Number("quantity"));

    private static readonly InputType Transaction = new(
        "ReturnRefundOrderTransactionInput", InputTypes.Id("parentId"), new("transactionAmount", InputTypes.Money.Required));

    private static readonly InputType Refund = new(
        "ReturnProcessRefundInput", new("allowOverRefunding", Scalars.Boolean.Nullable, false), new("orderTransactions", Transaction.List),
        new("refundMethods", InputTypes.RefundMethod.List));

    private static readonly InputType Input = new(
        "ReturnProcessInput", InputTypes.Id("returnId"), InputTypes.Text("note"), new("returnLineItems", Line.List), new("exchangeLineItems", Exchange.List),
        new("refundShipping", new InputType("RefundShippingInput", new("shippingRefundAmount", InputTypes.Money.Nullable), InputTypes.Flag("fullRefund")).Nullable),
        new("financialTransfer", new InputType("ReturnProcessFinancialTransferInput", new Argument("issueRefund", Refund.Nullable)).Nullable),
        InputTypes.Flag("notifyCustomer"));

    public static readonly Field Field = Payload.Field("returnProcess", ReturnMade.Payload("ReturnProcessPayload"), Run, new Argument("input", Input.Required));

    private static object Run(Change change)
    {
        var input = change.Arguments.Object("input")!;
        var (order, open) = ReturnMade.Find(change, input.Id("returnId", "Return"), "returnId", "OPEN");
        var back = Quantities(input, "returnLineItems", "ReturnLineItem", id => open.Lines.FirstOrDefault(l => l.Id == id) is { } l ? l.Quantity - l.Processed : null);
        var away = Quantities(input, "exchangeLineItems", "ExchangeLineItem", id => open.Exchanges.FirstOrDefault(e => e.Id == id) is { } e ? e.Quantity - e.Processed : null);
        if (back.Count + away.Count == 0)
            throw Refusal.Coded("BLANK", "There is nothing to process.", "returnLineItems");
        var draft = ReturnMoney.Draft(change, order, open, input, back);
        if (back.Count > 0 || draft.Amount > 0)
            order = Refunding.Book(change.Store, order, draft, change.Now);
        var processed = open with { Lines = [.. open.Lines.Select(l => l with { Processed = l.Processed + back.GetValueOrDefault(l.Id) })] };
        (order, processed) = SendOut(change, order, processed, away);
        if (processed.IsDone)
            processed = processed with { Status = "CLOSED", ClosedAt = change.Now };
        change.Mail("return_processed", order, input.Flag("notifyCustomer"), input.Text("note"));
        return ReturnMade.Save(change, Statuses.Settle(order), processed);
    }

    private static (Order Order, Return Return) SendOut(Change change, Order order, Return open, Dictionary<long, int> quantities)
    {
        var exchanges = new List<ExchangeLine>();
        foreach (var exchange in open.Exchanges)
        {
            if (!quantities.TryGetValue(exchange.Id, out var pieces))
            {
                exchanges.Add(exchange);
                continue;
            }
            var line = Editing.Taxed(order, Returning.LineOf(change.Store, exchange, pieces));
            order = order with { TotalWhenPlaced = order.TotalWhenPlaced ?? order.Total, Tax = order.Tax + line.Tax, LineItems = [.. order.LineItems, line] };
            Stock.Move(change.Store, exchange.VariantId, -pieces, change.Now);
            exchanges.Add(exchange with { Processed = exchange.Processed + pieces, LineItemIds = [.. exchange.LineItemIds, line.Id] });
        }
        return (order, open with { Exchanges = exchanges });
    }

    private static Dictionary<long, int> Quantities(Given input, string field, string type, Func<long, int?> open)
    {
        var quantities = new Dictionary<long, int>();
        foreach (var (line, index) in input.Objects(field).Select((l, i) => (l, i.ToString(CultureInfo.InvariantCulture))))
        {
            var (id, quantity) = (line.Id("id", type), line.Number("quantity"));
            var left = open(id) ?? throw Refusal.Coded("NOT_FOUND", "The return has no such item.", field, index, "id");
            if (quantity < 1 || quantities.GetValueOrDefault(id) + quantity > left)
                throw Refusal.Coded("INVALID", $"Quantity must be between 1 and {left}.", field, index, "quantity");
            quantities[id] = quantities.GetValueOrDefault(id) + quantity;
        }
        return quantities;
    }
}
