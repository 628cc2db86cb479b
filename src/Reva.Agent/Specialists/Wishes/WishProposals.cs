using System.Collections.Immutable;
using Reva.Agent.Specialists.Wishes.Reading;
using Reva.Agent.Tools.Acting;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Agent.Specialists.Wishes;

/// <summary>Proposes a wish that is whole, by the same tools that a model uses.</summary>
public sealed class WishProposals(
    CancelOrderTool cancel, ChangeAddressTool address, ChangeItemsTool items, ChangePaymentMethodTool payment, ReturnItemsTool returns, ExchangeItemsTool exchange,
    RefundTool refund, ApplyDiscountTool discount, UpdateCustomerAddressTool account)
{
    /// <summary>What came of proposing it.</summary>
    /// <param name="order">The order; null for a wish that is on none.</param>
    /// <param name="beside">Changes of the same order that are proposed already: all become one proposal.</param>
    internal async Task<ActionToolValue> ProposeAsync(OrderWish wish, Order? order, ImmutableArray<OrderWish> beside, TurnContext turn, CancellationToken cancellationToken)
    {
        var number = order?.Number;
        var value = wish.Kind switch
        {
            ActionKind.CancelOrder => (await cancel.UseAsync(new CancelOrderArguments(number, Reason(wish.Reason)), turn, cancellationToken)).Value,
            ActionKind.ChangeAddress => (await address.UseAsync(Address(number, wish.Address!), turn, cancellationToken)).Value,
            ActionKind.UpdateCustomerAddress => (await account.UseAsync(Account(wish.Address!), turn, cancellationToken)).Value,
            ActionKind.ChangePaymentMethod => (await payment.UseAsync(new ChangePaymentMethodArguments(number, wish.Named), turn, cancellationToken)).Value,
            ActionKind.ApplyDiscount => (await discount.UseAsync(new ApplyDiscountArguments(wish.Named), turn, cancellationToken)).Value,
            ActionKind.ReturnItems => (await returns.UseAsync(new ReturnItemsArguments(number, Pieces(wish), wish.Reason ?? "other", null, wish.RefundTo), turn, cancellationToken)).Value,
            ActionKind.ExchangeItems => (await exchange.UseAsync(new ExchangeItemsArguments(number, [.. wish.Items.Select(i => new SwapArgument(i.LineId, i.NewVariantId, i.Quantity))], wish.Reason ?? "other", null), turn, cancellationToken)).Value,
            ActionKind.Refund => (await refund.UseAsync(Refund(number, wish), turn, cancellationToken)).Value,
            _ => (await items.UseAsync(new ChangeItemsArguments(number, [.. beside.Append(wish).SelectMany(w => Changes(w, order!))], null), turn, cancellationToken)).Value,
        };
        return value;
    }

    private static ImmutableArray<ItemArgument> Pieces(OrderWish wish) => [.. wish.Items.Select(i => new ItemArgument(i.LineId, i.Quantity))];

    private static RefundArguments Refund(string? number, OrderWish wish) => new(
        number, wish.Items.IsEmpty || wish.Whole ? null : Pieces(wish), wish.Whole ? true : null, wish.Shipping ? true : null, wish.Amount, wish.RefundTo, wish.Reason, Reason(wish.Reason));

    private static ImmutableArray<SwapArgument> Changes(OrderWish wish, Order order) => wish.Operation switch
    {
        ItemOperation.Remove => [.. wish.Items.Select(i => new SwapArgument(i.LineId, null, i.Quantity))],
        ItemOperation.Add => [.. wish.Items.Select(i => new SwapArgument(null, i.NewVariantId, i.Quantity))],
        ItemOperation.SetNumber => [.. wish.Items.Select(i => Number(i, order))],
        _ => [.. wish.Items.Select(i => new SwapArgument(i.LineId, i.NewVariantId, i.Quantity))],
    };

    private static SwapArgument Number(WishedItem item, Order order)
    {
        var present = ItemReader.Pieces(order.Lines.First(l => l.Id == item.LineId));
        return item.Quantity > present ? new SwapArgument(null, item.NewVariantId, item.Quantity - present) : new SwapArgument(item.LineId, null, present - item.Quantity);
    }

    private static ChangeAddressArguments Address(string? number, WishedAddress a) => new(number, null, a.Address1, a.Address2, a.City, a.Province, a.Zip, a.Country);

    private static UpdateCustomerAddressArguments Account(WishedAddress a) => new(null, a.Address1, a.Address2, a.City, a.Province, a.Zip, a.Country);

    private static string? Reason(string? reason) => reason?.Replace('_', ' ') switch
    {
        null => null,
        "unwanted" => "No longer needed",
        var words => char.ToUpperInvariant(words[0]) + words[1..],
    };
}
