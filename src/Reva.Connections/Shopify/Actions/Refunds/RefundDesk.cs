using Reva.Connections.Shopify.Admin;
using Reva.Core;
using Reva.Core.Actions;

namespace Reva.Connections.Shopify.Actions.Refunds;

/// <summary>What is paid back, and the reading that goes before: shared by refunds, returns and item changes.</summary>
internal sealed class RefundDesk(ShopifyAdmin admin)
{
    private static readonly ShopifyQuery Suggested = ShopifyQuery.Load("suggested-refund");
    private static readonly ShopifyQuery Create = ShopifyQuery.Load("create-refund");
    private static readonly ShopifyQuery Made = ShopifyQuery.Load("refunds-of-order");

    /// <summary>What Shopify would pay back for these pieces and shipping; null when there is no such order.</summary>
    /// <param name="items"><c>RefundLineItemInput</c>s.</param>
    public async Task<Suggestion?> SuggestAsync(ShopifyStore store, string orderId, IReadOnlyList<object> items, bool shipping, CancellationToken cancellationToken)
    {
        var data = await admin.AskAsync<SuggestionData>(store, Suggested, new { id = orderId, items, shipping }, Urgency.Shopper, cancellationToken);
        return data.Order is { SuggestedRefund: { } suggested } order ? new(order, suggested) : null;
    }

    /// <summary>Pays back under a key made of the action and the step, so that it happens once however often it is asked for.</summary>
    /// <param name="input">A <c>RefundInput</c>; the same for every try of the step.</param>
    public async Task<ActionOutcome> PayAsync(ShopifyStore store, Dictionary<string, object?> input, string actionId, string step, Money amount, CancellationToken cancellationToken)
    {
        var variables = new { input, key = ActionMark.Key(actionId, step) };
        var data = await admin.AskAsync<ChangeData<RefundPayload>>(store, Create, variables, Urgency.RepeatableChange, cancellationToken);
        return data.Result?.Refusal ?? Done(data.Result?.Refund, amount);
    }

    /// <summary>The refund that bears the action's mark; null when there is none.</summary>
    public async Task<ActionOutcome?> FindAsync(ShopifyStore store, string orderId, string actionId, CancellationToken cancellationToken)
    {
        var data = await admin.AskAsync<RefundsData>(store, Made, new { id = orderId }, Urgency.Shopper, cancellationToken);
        return data.Order?.Refunds.FirstOrDefault(r => ActionMark.IsIn(r.Note, actionId)) is { } made ? Done(made, null) : null;
    }

    private static ActionOutcome Done(MadeRefund? made, Money? amount)
    {
        var refunded = made?.TotalRefundedSet.ToMoney() is { Amount: > 0 } told ? told : amount;
        return ActionOutcome.Done() with { PlatformId = made?.Id, Refunded = refunded };
    }
}
