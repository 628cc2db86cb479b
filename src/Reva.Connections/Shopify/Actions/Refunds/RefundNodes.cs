using Reva.Connections.Shopify.Orders;

namespace Reva.Connections.Shopify.Actions.Refunds;

internal sealed record RefundPayload : ChangePayload
{
    public MadeRefund? Refund { get; init; }
}

internal sealed record MadeRefund(string Id, string? Note, MoneyBag TotalRefundedSet);

internal sealed record RefundsData(RefundedOrder? Order);

internal sealed record RefundedOrder(IReadOnlyList<MadeRefund> Refunds);

internal sealed record SuggestionData(SuggestionOrder? Order);

internal sealed record SuggestionOrder(SuggestedRefundNode? SuggestedRefund, IReadOnlyList<TransactionNode> Transactions);

internal sealed record SuggestedRefundNode
{
    public required MoneyBag AmountSet { get; init; }
    public required MoneyBag SubtotalSet { get; init; }
    public required MoneyBag MaximumRefundableSet { get; init; }
    public ShippingRefundNode? Shipping { get; init; }
    public IReadOnlyList<SuggestedTransactionNode> SuggestedTransactions { get; init; } = [];
}

internal sealed record ShippingRefundNode(MoneyBag AmountSet);

internal sealed record SuggestedTransactionNode(string? Gateway, MoneyBag AmountSet, Reference? ParentTransaction);
