using System.Collections.Immutable;
using Reva.Agent.Replies;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Agent.Actions;

/// <summary>Writes the card of an action: title, items, sums and what follows, from the action itself and the platform's quote.</summary>
internal static class CardWriter
{
    public static ActionCard Of(ShopAction action, ActionQuote quote, Order? order, bool needsApproval, DateTimeOffset now, string timeZone)
    {
        var card = action switch
        {
            CancelOrder a => new ActionCard
            {
                Title = $"Cancel order {a.OrderNumber}", ConfirmLabel = "Cancel the order", DeclineLabel = "Keep the order",
                Items = [.. order!.Lines.Select(l => Item(l, l.CurrentQuantity ?? l.Quantity)).Where(i => i.Quantity > 0)],
                Rows = [new("Reason", a.Reason)],
                Note = "A cancelled order can't be brought back.",
            },
            ChangeAddress a => new ActionCard
            {
                Title = $"Send order {a.OrderNumber} to another address", ConfirmLabel = "Change the address", DeclineLabel = "Keep it as it is",
                Rows = [.. From(order?.ShippingAddress?.OneLine()), new("New address", a.Address.OneLine())],
            },
            ChangeItems a => new ActionCard
            {
                Title = $"Change order {a.OrderNumber}", ConfirmLabel = "Change the order", DeclineLabel = "Keep it as it is",
                Items = [.. a.Changes.Where(IsSwap).Select(c => Changed(c, order!, quote))],
                Rows = [.. a.Changes.Where(c => !IsSwap(c)).Select(c => new CardRow(c.LineId is null ? "Added" : "Taken out", Named(Changed(c, order!, quote))))],
            },
            ChangePaymentMethod a => new ActionCard
            {
                Title = $"Pay order {a.OrderNumber} another way", ConfirmLabel = "Change the payment", DeclineLabel = "Keep it as it is",
                Rows = [.. From(order?.Payments.LastOrDefault(p => !p.Refund)?.Method), new("New payment method", quote.Method ?? "another method")],
            },
            ReturnItems a => new ActionCard
            {
                Title = $"Return from order {a.OrderNumber}", ConfirmLabel = "Start the return", DeclineLabel = "Keep the items",
                Items = [.. a.Items.Select(i => Item(Line(order!, i.LineId), i.Quantity))],
                Note = "The money follows when the items have arrived back and been checked.",
            },
            ExchangeItems a => new ActionCard
            {
                Title = $"Exchange from order {a.OrderNumber}", ConfirmLabel = "Start the exchange", DeclineLabel = "Keep the items",
                Items = [.. a.Swaps.Select(s => Changed(new ItemChange(s.LineId, s.Quantity, s.NewVariantId), order!, quote))],
                Note = "The new items are sent when the old ones are on their way back.",
            },
            Refund a => new ActionCard
            {
                Title = $"Refund for order {a.OrderNumber}", ConfirmLabel = "Take the refund", DeclineLabel = "No refund",
                Items = [.. a.Items.Select(i => Item(Line(order!, i.LineId), i.Quantity))],
                Rows = a.Shipping ? [new("Included", "Shipping")] : [],
            },
            ApplyDiscount a => new ActionCard
            {
                Title = a.Percent is { } percent ? $"{percent:0.##} % off your next order" : $"{a.Amount} off your next order",
                ConfirmLabel = "Get the code", DeclineLabel = "No, thanks",
                Rows = [new("Valid until", DateText.Day(a.Until, now, timeZone)), new("Uses", "Once, by you")],
            },
            UpdateCustomerAddress a => new ActionCard
            {
                Title = "Change the address in your account", ConfirmLabel = "Save the address", DeclineLabel = "Keep it as it is",
                Rows = [new("New address", a.Address.OneLine())],
                Note = "Orders that are placed already keep their own address.",
            },
            _ => throw new ArgumentOutOfRangeException(nameof(action), action.Kind, "No card is written for this action."),
        };
        return WithMoney(card with { OrderNumber = (action as OrderAction)?.OrderNumber, NeedsApproval = needsApproval }, action, quote);
    }

    // The sum stands by itself; how it comes about only where there is more to it than one line.
    private static ActionCard WithMoney(ActionCard card, ShopAction action, ActionQuote quote)
    {
        var sums = quote.Lines.Length > 1 ? quote.Lines.Select(l => new CardRow(l.Label, l.Amount.ToText())) : [];
        var rows = card.Rows.AddRange(sums);
        var toCustomer = quote.ToCustomer.Amount > 0;
        var moves = toCustomer || quote.FromCustomer.Amount > 0;
        if (!moves || action is ChangePaymentMethod)
            return card with { Rows = rows };
        return card with
        {
            Rows = rows, Amount = toCustomer ? quote.ToCustomer : quote.FromCustomer, ToCustomer = toCustomer, Method = quote.Method,
        };
    }

    private static bool IsSwap(ItemChange change) => change is { LineId: not null, NewVariantId: not null };

    private static string Named(CardItem item) => $"{(item.Quantity > 1 ? $"{item.Quantity} × " : "")}{item.Title}{(item.Variant is { } variant ? $" ({variant})" : "")}";

    private static CardItem Changed(ItemChange change, Order order, ActionQuote quote)
    {
        var offer = quote.Offers.FirstOrDefault(o => o.VariantId == change.NewVariantId);
        if (change.LineId is null)
            return new CardItem(offer?.Title ?? "Another item", offer?.VariantTitle, change.Quantity, null, null);
        return Item(Line(order, change.LineId), change.Quantity) with { Becomes = offer };
    }

    private static CardItem Item(OrderLine line, int quantity) => new(line.Title, line.VariantTitle, quantity, line.ImageUrl, null);

    private static OrderLine Line(Order order, string lineId) => order.Lines.First(l => l.Id == lineId);

    private static ImmutableArray<CardRow> From(string? before) => before is { Length: > 0 } ? [new("Until now", before)] : [];
}
