using System.Collections.Immutable;
using System.Text.Json;
using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Actions;

namespace Reva.Agent.Tools.Acting;

/// <summary>Which order, what is paid back, why, and where to.</summary>
public sealed record RefundArguments(string? OrderNumber, ImmutableArray<ItemArgument>? Items, bool? Whole, bool? Shipping, decimal? Amount, string? RefundTo, string? Cause, string? Reason);

/// <summary>Proposes to pay money back without goods coming back.</summary>
public sealed class RefundTool(OwnOrders orders) : ActionTool<RefundArguments>(orders)
{
    /// <inheritdoc/>
    public override ActionKind Kind => ActionKind.Refund;

    /// <inheritdoc/>
    public override string Description =>
        "Propose to pay money back for an order without a return: the whole order, items, shipping, or a sum for a fault the customer puts up with. Use return_items when goods come back. The customer confirms on a card.";

    /// <inheritdoc/>
    public override string Label => "Checking the refund";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""
        {"type":"object","properties":{"order_number":{"type":"string"},
          "items":{"type":"array","items":{"type":"object","properties":{"item":{"type":"string"},"quantity":{"type":"integer","minimum":1}},"required":["item"]}},
          "whole":{"type":"boolean","description":"All that is left of the order, shipping included"},
          "shipping":{"type":"boolean","description":"The shipping costs"},
          "amount":{"type":"number","exclusiveMinimum":0,"description":"A sum in the order's currency, besides items and shipping"},
          "refund_to":{"type":"string","description":"original, store_credit, or the id of a payment method where the shop lets customers choose"},
          "cause":{"type":"string","enum":["defective","wrong_item","not_as_described","unwanted","other"],"description":"What is wrong with the items, if anything is"},
          "reason":{"type":"string"}},
         "required":["order_number","reason"]}
        """);

    /// <inheritdoc/>
    protected override async Task<ActionDraft> DraftAsync(RefundArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        if (await Orders.FindAsync(arguments.OrderNumber, turn, cancellationToken) is not { } order)
            return ActionDraft.Wrong(OwnOrders.NotFound);
        var whole = arguments.Whole == true;
        var named = arguments.Items ?? [];
        if (!whole && named.IsEmpty && arguments.Shipping != true && arguments.Amount is null)
            return ActionDraft.Wrong("Nothing is named to be paid back: ask for which items, or whether it is the shipping.");
        if (arguments.Amount is <= 0)
            return ActionDraft.Wrong("amount must be above 0.");
        var (items, problem) = whole ? ([.. order.Lines.Where(l => l.Refundable > 0).Select(l => new ItemPieces(l.Id, l.Refundable))], null)
            : named.IsEmpty ? ([], null) : OrderItems.Lines(order, named);
        return problem is not null ? ActionDraft.Wrong(problem) : ActionDraft.Of(new Refund
        {
            OrderId = order.Id, OrderNumber = order.Number, Items = items, Shipping = whole || arguments.Shipping == true,
            Extra = arguments.Amount is { } sum ? new Money(sum, order.Total.Currency).Rounded() : null,
            Cause = ToolWords.ReasonOf(arguments.Cause), RefundTo = ToolWords.Target(arguments.RefundTo), Reason = ReasonText.Of(arguments.Reason, "Asked for by the customer"),
        }, order);
    }
}
