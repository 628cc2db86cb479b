using System.Collections.Immutable;
using System.Text.Json;
using Reva.Agent.Ports;
using Reva.Connections.Shopify.Admin;
using Reva.Core.Actions;

namespace Reva.Connections.Shopify.Actions.Returns;

/// <summary>Opens returns by <c>returnCreate</c>, with or without things in exchange. The mark stands in the note of each line's reason.</summary>
internal sealed class ReturnDesk(ShopifyAdmin admin)
{
    private static readonly ShopifyQuery Returnable = ShopifyQuery.Load("returnable-pieces");
    private static readonly ShopifyQuery Create = ShopifyQuery.Load("create-return", "made-return");
    private static readonly ShopifyQuery Calculate = ShopifyQuery.Load("calculate-return");
    private static readonly ShopifyQuery Made = ShopifyQuery.Load("returns-of-order", "made-return");

    /// <summary>Opens a return of the draft's items; refused when not so many pieces of them can come back.</summary>
    public async Task<ActionOutcome> OpenAsync(ShopifyStore store, ReturnDraft draft, ActionCall call, CancellationToken cancellationToken)
    {
        if (await PiecesAsync(store, draft, cancellationToken) is not { } pieces)
            return ActionOutcome.Refused("NOT_RETURNABLE", "Not so many pieces can be returned: they were not delivered, or are in another return already.");
        var data = await admin.AskAsync<ChangeData<ReturnPayload>>(store, Create, new { input = Input(draft, pieces, call) }, Urgency.Change, cancellationToken);
        return data.Result?.Refusal ?? Done(data.Result?.Return);
    }

    /// <summary>What the return would come to; null when not so many pieces can come back.</summary>
    public async Task<CalculationData?> CalculateAsync(ShopifyStore store, ReturnDraft draft, CancellationToken cancellationToken)
    {
        if (await PiecesAsync(store, draft, cancellationToken) is not { } pieces)
            return null;
        var input = new
        {
            orderId = draft.OrderId,
            returnLineItems = pieces.Select(p => new { fulfillmentLineItemId = p.Id, quantity = p.Quantity }),
            exchangeLineItems = draft.Exchanged.Select(e => new { variantId = e.VariantId, quantity = e.Quantity }),
        };
        return await admin.AskAsync<CalculationData>(store, Calculate, new { orderId = draft.OrderId, input }, Urgency.Shopper, cancellationToken);
    }

    /// <summary>The return that bears the action's mark; null when there is none.</summary>
    public async Task<ActionOutcome?> FindAsync(ShopifyStore store, string orderId, string actionId, CancellationToken cancellationToken)
    {
        var data = await admin.AskAsync<ReturnsData>(store, Made, new { id = orderId }, Urgency.Shopper, cancellationToken);
        return data.Order?.Returns.Items.FirstOrDefault(r => r.ReturnLineItems?.Items.Any(l => ActionMark.IsIn(l.ReturnReasonNote, actionId)) == true) is { } made ? Done(made) : null;
    }

    private async Task<List<(string Id, int Quantity)>?> PiecesAsync(ShopifyStore store, ReturnDraft draft, CancellationToken cancellationToken)
    {
        var sent = await admin.AskAsync<ReturnableData>(store, Returnable, new { orderId = draft.OrderId }, Urgency.Shopper, cancellationToken);
        return Pieces(draft.Items, [.. sent.ReturnableFulfillments.Items.SelectMany(p => p.ReturnableFulfillmentLineItems.Items)]);
    }

    // Pieces of one line may have come in several parcels; each parcel's share is named by itself.
    private static List<(string Id, int Quantity)>? Pieces(ImmutableArray<ItemPieces> items, ImmutableArray<ReturnableLine> sent)
    {
        var pieces = new List<(string, int)>();
        foreach (var item in items.GroupBy(i => i.LineId, StringComparer.Ordinal))
        {
            var left = item.Sum(i => i.Quantity);
            foreach (var line in sent.Where(l => l.FulfillmentLineItem.LineItem.Id == item.Key && l.Quantity > 0))
            {
                var taken = Math.Min(left, line.Quantity);
                if (taken > 0)
                    pieces.Add((line.FulfillmentLineItem.Id, taken));
                left -= taken;
            }
            if (left > 0)
                return null;
        }
        return pieces;
    }

    private static Dictionary<string, object?> Input(ReturnDraft draft, List<(string Id, int Quantity)> pieces, ActionCall call)
    {
        var note = ActionMark.Note(draft.Note, call.ActionId);
        var input = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["orderId"] = draft.OrderId,
            ["requestedAt"] = call.StartedAt.ToUniversalTime(),
            ["returnLineItems"] = pieces.Select(p => Line(p.Id, p.Quantity, draft, note)).ToList(),
        };
        if (draft.ShippingFee is { Amount: > 0 } fee)
            input["returnShippingFee"] = new { amount = Orders.MoneyNode.Input(fee) };
        if (!draft.Exchanged.IsEmpty)
            input["exchangeLineItems"] = draft.Exchanged.Select(e => new { variantId = e.VariantId, quantity = e.Quantity }).ToList();
        return input;
    }

    private static Dictionary<string, object> Line(string id, int quantity, ReturnDraft draft, string note)
    {
        var line = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["fulfillmentLineItemId"] = id,
            ["quantity"] = quantity,
            ["returnReason"] = JsonNamingPolicy.SnakeCaseUpper.ConvertName(draft.Reason.ToString()),
            ["returnReasonNote"] = note,
        };
        if (draft.RestockingFeePercent > 0)
            line["restockingFee"] = new { percentage = draft.RestockingFeePercent };
        return line;
    }

    private static ActionOutcome Done(MadeReturn? made) => ActionOutcome.Done(made?.Name) with { PlatformId = made?.Id, LabelUrl = made?.LabelUrl };
}
