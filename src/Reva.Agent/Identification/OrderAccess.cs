using System.Collections.Immutable;
using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Conversations;
using Reva.Core.Customers;
using Reva.Core.Orders;

namespace Reva.Agent.Identification;

/// <summary>Gets to the order a shopper means, asking for whatever is missing to prove whose it is.</summary>
public sealed class OrderAccess(GetOrder getOrder, FindOrders findOrders)
{
    /// <summary>The order, or what to say instead.</summary>
    /// <param name="named">Which of several orders that the message names; null for the first.</param>
    public async Task<OrderAccessResult> GetAsync(TurnContext turn, Intent wish, CancellationToken cancellationToken, string? named = null)
    {
        var (number, email) = Given(turn);
        if (named is not null && turn.Meaning.Entities.OrderNumbers.Contains(named))
            number = named;
        if (turn.VerifiedEmail is not null && email is null)
            return number is null ? await OwnOrdersAsync(turn, wish, cancellationToken) : await ReadAsync(number, null, turn, wish, cancellationToken);
        if (turn.Memory.Identity.LockedUntil is { } until && until > turn.Input.Now)
            return new OrderAccessResult(null, Locked(turn, until));
        return number is not null && email is not null
            ? await ReadAsync(number, email, turn, wish, cancellationToken)
            : new OrderAccessResult(null, Ask(turn, wish, number, email));
    }

    private static (string? Number, string? Email) Given(TurnContext turn)
    {
        var pending = turn.Memory.Pending is { Kind: PendingKind.OrderIdentity or PendingKind.WhichOrder } p ? p : null;
        var entities = turn.Meaning.Entities;
        return (entities.OrderNumbers.FirstOrDefault() ?? pending?.OrderNumber, entities.Emails.FirstOrDefault() ?? pending?.Email);
    }

    private async Task<OrderAccessResult> OwnOrdersAsync(TurnContext turn, Intent wish, CancellationToken cancellationToken)
    {
        if (turn.Memory.FocusOrderNumber is { } focus && !AsksForAll(turn))
            return await ReadAsync(focus, null, turn, wish, cancellationToken);

        var own = (await findOrders.UseAsync(new FindOrdersArguments(), turn, cancellationToken)).Value;
        if (own.Length == 1)
            return await ReadAsync(own[0].Number, null, turn, wish, cancellationToken);
        return new OrderAccessResult(null, Choose(turn, wish, own));
    }

    private static bool AsksForAll(TurnContext turn)
    {
        var text = turn.Input.Text;
        return text.Contains("orders", StringComparison.OrdinalIgnoreCase) || text.Contains("other order", StringComparison.OrdinalIgnoreCase)
            || text.Contains("another order", StringComparison.OrdinalIgnoreCase);
    }

    private async Task<OrderAccessResult> ReadAsync(string number, string? email, TurnContext turn, Intent wish, CancellationToken cancellationToken)
    {
        var value = (await getOrder.UseAsync(new GetOrderArguments(number, email), turn, cancellationToken)).Value;
        if (value.Order is { } order)
        {
            turn.Memory = turn.Memory with { Pending = null };
            return new OrderAccessResult(order, null);
        }
        return new OrderAccessResult(null, value.Result switch
        {
            IdentityResult.LockedNow or IdentityResult.Locked => Locked(turn, turn.Memory.Identity.LockedUntil ?? turn.Input.Now + IdentityCheck.LockTime),
            IdentityResult.OtherCustomer => ProofWords.OtherCustomer(turn),
            IdentityResult.Paused => Paused(turn, value.PausedUntil ?? turn.Input.Now + IdentityCheck.LockTime),
            _ when email is null => Ask(turn, wish, number, null),
            _ => NoMatch(turn, wish, value.TriesLeft),
        });
    }

    private static Reply Ask(TurnContext turn, Intent wish, string? number, string? email)
    {
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.OrderIdentity, number, email, wish, null) };
        if (turn.Phrases is { } phrases)
            return Reply.Native(number is null && email is null ? phrases.Say("ask_both") : number is not null ? phrases.Say("ask_email", ("number", number)) : phrases.Say("ask_number"));
        var opening = Opening(turn, wish);
        return (number, email) switch
        {
            (null, null) => opening + turn.Wording.Pick(
                "What's your order number, and the e-mail address you ordered with?",
                "Could you give me the order number and the e-mail address on the order?",
                "Tell me the order number and the e-mail you used, and I'll pull it up."),
            (not null, null) => opening + turn.Wording.Pick(
                $"Which e-mail address was order {number} placed with? It tells me that it's yours.",
                $"Thanks. And the e-mail address on order {number}? I only open orders for the person who placed them."),
            _ => opening + turn.Wording.Pick(
                "Thanks. And the order number? It's in the confirmation e-mail and looks like #1001.",
                "Got the address. What's the order number? You'll find it in the subject of your confirmation e-mail."),
        };
    }

    private static string Opening(TurnContext turn, Intent wish)
    {
        if (turn.Memory.Pending is { OrderNumber: not null } or { Email: not null })
            return "";
        return turn.Meaning.Sentiment <= 2 && wish is Intent.OrderStatus or Intent.Complaint ? turn.Wording.Pick("I'm sorry for the wait. ", "I'm sorry, let's find out. ") : "";
    }

    private static Reply NoMatch(TurnContext turn, Intent wish, int triesLeft)
    {
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.OrderIdentity, null, null, wish, null) };
        if (turn.Phrases is { } phrases)
            return Reply.Native(phrases.Say("no_match"));
        var left = triesLeft == 1 ? " One more try is possible before I have to pause this for a while." : "";
        return new Reply
        {
            Text = turn.Wording.Pick(
                "That order number and e-mail address don't match anything I can open. Could you check both and send them again?",
                "I couldn't match that order number with that e-mail address. Please check both in your confirmation e-mail and send them once more.",
                "No match for that pair of order number and e-mail. A typo, perhaps? Send me both again.") + left,
            QuickReplies = ["Talk to a person"],
        };
    }

    private static Reply Locked(TurnContext turn, DateTimeOffset until)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling((until - turn.Input.Now).TotalMinutes));
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.OfferPerson, null, null, Intent.HumanRequest, null) };
        if (turn.Phrases is { } phrases)
            return Reply.Native(phrases.Say("locked", ("minutes", minutes.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        return new Reply
        {
            Text = $"That didn't match three times, so to protect the order I've paused look-ups here for {minutes} {(minutes == 1 ? "minute" : "minutes")}. Shall I bring in someone from the team instead?",
            QuickReplies = ["Yes, a person please", "No, I'll try later"],
        };
    }

    // Said alike for a right pair and a wrong one: nothing was looked up.
    private static Reply Paused(TurnContext turn, DateTimeOffset until)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling((until - turn.Input.Now).TotalMinutes));
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.OfferPerson, null, null, Intent.HumanRequest, null) };
        return new Reply
        {
            Text = $"There have been too many tries with these details that didn't match, so to protect the order I've paused look-ups with them for {minutes} {(minutes == 1 ? "minute" : "minutes")}. Shall I bring in someone from the team instead?",
            QuickReplies = ["Yes, a person please", "No, I'll try later"],
        };
    }

    private static Reply Choose(TurnContext turn, Intent wish, ImmutableArray<Order> own)
    {
        if (own.IsEmpty)
            return "I can't find any recent orders for that address. If you have an order number, send it to me and I'll look again.";
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.WhichOrder, null, null, wish, null), FocusOrderNumber = null };
        var now = turn.Input.Now;
        var lines = own.Take(6).Select(o => $"- **{o.Number}**, placed {DateText.Day(o.PlacedAt, now, turn.Input.Store.TimeZone)}: {StandingText.Short(o.Standing(now))}{(turn.Level >= VerificationLevel.OrderAndEmail ? $", {o.Total.ToText()}" : "")}");
        return new Reply
        {
            Text = $"You have {own.Length} recent orders:\n{string.Join('\n', lines)}\n\nWhich one is it about?",
            QuickReplies = [.. own.Take(4).Select(o => o.Number)],
        };
    }
}

/// <summary>Either the order or what to say.</summary>
public sealed record OrderAccessResult(Order? Order, Reply? Instead);
