using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Core.Policies.Rules;

/// <summary>Money is in one currency, rounded, and never more than is left; a method with a balance holds what it shall pay.</summary>
internal static class Amounts
{
    public static IEnumerable<Finding> Of(PolicyRequest request)
    {
        var quote = request.Quote;
        var currency = request.Order?.Total.Currency ?? quote.ToCustomer.Currency;
        if (All(request).Any(m => m.Currency != currency))
        {
            yield return Finding.Deny("currency", "The amounts are in different currencies, so someone from the shop has to work this out.");
            yield break;
        }
        if (All(request).Any(m => m.Amount < 0 || m.Rounded() != m))
            yield return Finding.Deny("amount", "That isn't an amount of money I can work with.");
        if (request.Order is { } order && quote.ToCustomer.Amount > Left(order).Amount)
            yield return Finding.Deny("refundable", Left(order).Amount == 0 ? $"There is nothing left to pay back on order {order.Number}." : $"That's more than is left to pay back on order {order.Number}.");
        if (quote.Balance is { } balance && balance.Amount < quote.FromCustomer.Amount)
            yield return Finding.Deny("balance", $"{Capital(quote.Method ?? "That payment method")} doesn't hold enough to pay {quote.FromCustomer}.");
    }

    /// <summary>What can be paid back without what open returns will pay back when they arrive.</summary>
    public static Money Left(Order order)
    {
        var promised = order.Returns.Where(r => r.IsOpen).SelectMany(r => r.Items).Sum(i => PaidFor(order, i));
        return new(Math.Max(0, order.Refundable.Amount - promised), order.Total.Currency);
    }

    // Prices are before discounts: what was paid for pieces is their part of what was paid, up to the coin that a return may be rounded by.
    private static decimal PaidFor(Order order, ReturnedPieces pieces)
    {
        var price = order.Lines.FirstOrDefault(l => l.Id == pieces.LineId)?.Price.Amount ?? 0;
        var (listed, paid) = (order.Lines.Sum(l => l.Price.Amount * l.Quantity), (order.Received ?? order.Total).Amount);
        var part = listed > paid ? price * pieces.Quantity * paid / listed : price * pieces.Quantity;
        return new Money(part, order.Total.Currency).RoundedUp().Amount;
    }

    private static IEnumerable<Money> All(PolicyRequest request)
    {
        Money?[] all = [request.Quote.ToCustomer, request.Quote.FromCustomer, request.Quote.Balance, (request.Action as Refund)?.Extra, (request.Action as ReturnItems)?.ReturnShippingFee, (request.Action as ApplyDiscount)?.Amount];
        return all.OfType<Money>();
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
