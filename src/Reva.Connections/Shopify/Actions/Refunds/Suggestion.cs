using Reva.Connections.Shopify.Orders;
using Reva.Core;

namespace Reva.Connections.Shopify.Actions.Refunds;

/// <summary>What Shopify works out for pieces and shipping: after all discounts, with the tax they bore.</summary>
internal sealed class Suggestion(SuggestionOrder order, SuggestedRefundNode suggested)
{
    /// <summary>For the pieces and shipping that were asked about.</summary>
    public Money Amount => suggested.AmountSet.ToMoney();

    /// <summary>Shipping's part of <see cref="Amount"/>.</summary>
    public Money Shipping => suggested.Shipping?.AmountSet.ToMoney() ?? Money.Zero(Amount.Currency);

    /// <summary>What the pieces cost after all discounts, without tax that came on top: what a fee in per cent is taken from.</summary>
    public Money Price => suggested.SubtotalSet.ToMoney();

    /// <summary>The most that can be paid back for the order now.</summary>
    public Money Maximum => suggested.MaximumRefundableSet.ToMoney();

    /// <summary><c>transactions</c> of a refund of <paramref name="amount"/>, by Shopify's own sharing out as far as it goes; null when the payments do not hold so much.</summary>
    public IReadOnlyList<object>? Transactions(string orderId, Money amount)
    {
        var wishes = suggested.SuggestedTransactions.Where(t => t.ParentTransaction is not null).Select(t => (t.ParentTransaction!.Id, t.AmountSet.ToMoney()));
        return Repayment.Share(orderId, order.Transactions, amount, amount == Amount ? [.. wishes] : []);
    }
}
