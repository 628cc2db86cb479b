using Reva.Agent.Ports;
using Reva.Connections.Shopify.Admin;
using Reva.Connections.Shopify.Orders;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Actions.Discounts;

/// <summary>Grants a discount by <c>discountCodeBasicCreate</c>. Its code is made from the action's id and can exist once: a code that is there is the mark.</summary>
internal sealed class DiscountGranting(ShopifyAdmin admin) : ShopifyAction<ApplyDiscount>(ActionKind.ApplyDiscount)
{
    private static readonly ShopifyQuery Grant = ShopifyQuery.Load("grant-discount");
    private static readonly ShopifyQuery ByCode = ShopifyQuery.Load("discount-by-code");

    protected override Task<ActionQuote> QuoteAsync(ShopifyStore store, ApplyDiscount action, Order? order, ActionQuote nothing, CancellationToken cancellationToken) =>
        Task.FromResult(nothing);

    protected override async Task<ActionOutcome> DoAsync(ShopifyStore store, ApplyDiscount action, ActionCall call, CancellationToken cancellationToken)
    {
        // A code that exists already is refused, so a second try does nothing that the first has not done.
        var data = await admin.AskAsync<ChangeData<GrantPayload>>(store, Grant, new { discount = Input(action, call) }, Urgency.RepeatableChange, cancellationToken);
        return data.Result?.Refusal ?? Done(action, data.Result?.CodeDiscountNode?.Id);
    }

    protected override async Task<ActionOutcome?> LookUpAsync(ShopifyStore store, ApplyDiscount action, ActionCall call, CancellationToken cancellationToken)
    {
        var data = await admin.AskAsync<ByCodeData>(store, ByCode, new { code = action.Code }, Urgency.Shopper, cancellationToken);
        return data.CodeDiscountNodeByCode is { } node ? Done(action, node.Id) : null;
    }

    private static object Input(ApplyDiscount action, ActionCall call) => new
    {
        title = action.Code,
        code = action.Code,
        startsAt = call.StartedAt.ToUniversalTime(),
        endsAt = action.Until.ToUniversalTime(),
        usageLimit = 1,
        appliesOncePerCustomer = true,
        context = Context(action.CustomerId),
        customerGets = new { value = Value(action), items = new { all = true } },
    };

    private static Dictionary<string, object> Context(string? customerId) => customerId is null
        ? new(StringComparer.Ordinal) { ["all"] = "ALL" }
        : new(StringComparer.Ordinal) { ["customers"] = new { add = new[] { customerId } } };

    private static Dictionary<string, object> Value(ApplyDiscount action) => action.Amount is { } sum
        ? new(StringComparer.Ordinal) { ["discountAmount"] = new { amount = MoneyNode.Text(sum), appliesOnEachItem = false } }
        : new(StringComparer.Ordinal) { ["percentage"] = (action.Percent ?? 0m) / 100m };

    private static ActionOutcome Done(ApplyDiscount action, string? id) => ActionOutcome.Done(action.Code) with { PlatformId = id };

    private sealed record GrantPayload : ChangePayload
    {
        public Reference? CodeDiscountNode { get; init; }
    }

    private sealed record ByCodeData(Reference? CodeDiscountNodeByCode);
}
