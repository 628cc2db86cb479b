using System.Collections.Immutable;
using Reva.Agent.Identification;
using Reva.Agent.Replies;
using Reva.Agent.Specialists.Wishes.Reading;
using Reva.Agent.Tools;
using Reva.Agent.Tools.Acting;
using Reva.Agent.Turns;
using Reva.Core.Orders;

namespace Reva.Agent.Specialists.Wishes;

/// <summary>Gets to the order that a wish is about: by its number, by what was bought, or the one spoken of before; asks for proof or for the order where it must.</summary>
public sealed class WishOrders(OrderAccess access, GetOrder getOrder, FindOrders findOrders, OwnOrders own)
{
    /// <summary>The order as it is now, or what to say instead.</summary>
    internal async Task<OrderAccessResult> ForAsync(OrderWish wish, TurnContext turn, CancellationToken cancellationToken)
    {
        var first = turn.Meaning.Entities.OrderNumbers.FirstOrDefault() ?? turn.Memory.Pending?.OrderNumber;
        var proved = turn.VerifiedEmail is not null && turn.Meaning.Entities.Emails.IsEmpty;
        if (proved && wish.OrderNumber is { } number && (first is null || !Same(number, first) || Same(number, turn.Memory.FocusOrderNumber)))
            return await KnownAsync(number, turn, cancellationToken);
        if (proved && wish.OrderNumber is null && await BoughtAsync(wish, turn, cancellationToken) is { } bought)
            return bought;
        var found = await access.GetAsync(turn, WishIntents.Of(wish.Kind), cancellationToken, wish.OrderNumber);
        if (found.Order is null)
            return found;
        return wish.OrderNumber is { } named && !Same(named, found.Order.Number) ? await KnownAsync(named, turn, cancellationToken)
            : new OrderAccessResult(await own.FindAsync(found.Order.Number, turn, cancellationToken) ?? found.Order, null);
    }

    private async Task<OrderAccessResult> KnownAsync(string number, TurnContext turn, CancellationToken cancellationToken)
    {
        if (Same(number, turn.Memory.FocusOrderNumber) && await own.FindAsync(number, turn, cancellationToken) is { } spokenOf)
            return new OrderAccessResult(spokenOf, null);
        var read = (await getOrder.UseAsync(new GetOrderArguments(number, null), turn, cancellationToken)).Value.Order;
        if (read is null)
            return new OrderAccessResult(null, $"I can't open {number} with what you gave me. If it's yours, tell me the e-mail address it was placed with.");
        turn.Memory = turn.Memory with { Pending = null };
        return new OrderAccessResult(await own.FindAsync(read.Number, turn, cancellationToken) ?? read, null);
    }

    // 'The blue kettle I got last month' is in one of the customer's orders.
    private async Task<OrderAccessResult?> BoughtAsync(OrderWish wish, TurnContext turn, CancellationToken cancellationToken)
    {
        var words = ItemWords.Of(wish.Words);
        if (words.Length == 0)
            return null;
        var spokenOf = turn.Memory.FocusOrderNumber is null ? null : await own.FindAsync(turn.Memory.FocusOrderNumber, turn, cancellationToken);
        if (spokenOf is not null && spokenOf.Lines.Any(l => ItemWords.Fit(words, l) > 0))
            return new OrderAccessResult(spokenOf, null);
        var orders = (await findOrders.UseAsync(new FindOrdersArguments(), turn, cancellationToken)).Value;
        var fitting = orders.Select(o => (Order: o, Fit: o.Lines.Max(l => ItemWords.NameFit(words, l)))).Where(f => f.Fit > 0).ToList();
        var most = fitting.Count == 0 ? 0 : fitting.Max(f => f.Fit);
        ImmutableArray<Order> best = [.. fitting.Where(f => f.Fit == most).Select(f => f.Order)];
        return best switch
        {
            [] => null,
            [var one] => await KnownAsync(one.Number, turn, cancellationToken),
            _ => new OrderAccessResult(null, Which(best, words, wish, turn)),
        };
    }

    private static Reply Which(ImmutableArray<Order> orders, string[] words, OrderWish wish, TurnContext turn)
    {
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.WhichOrder, null, null, WishIntents.Of(wish.Kind), null) };
        var now = turn.Input.Now;
        var lines = orders.Take(5).Select(o => $"- **{o.Number}**, placed {DateText.Day(o.PlacedAt, now, turn.Input.Store.TimeZone)}: {ListText.Join([.. o.Lines.Where(l => ItemWords.NameFit(words, l) > 0).Select(OrderView.LineText)], most: 3)}");
        return new Reply
        {
            Text = $"{turn.Wording.Pick("You bought that more than once:", "I see that in more than one of your orders:")}\n{string.Join('\n', lines)}\n\nWhich order is it about?",
            QuickReplies = [.. orders.Take(4).Select(o => o.Number)],
        };
    }

    private static bool Same(string? one, string? other) => string.Equals(one?.TrimStart('#'), other?.TrimStart('#'), StringComparison.OrdinalIgnoreCase);
}
