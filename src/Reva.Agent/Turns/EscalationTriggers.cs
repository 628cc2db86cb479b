using Reva.Agent.Ports;
using Reva.Core.Conversations;
using Reva.Core.Orders;

namespace Reva.Agent.Turns;

/// <summary>Looks at an answered turn for what a person should see all the same. Thread safe.</summary>
public sealed class EscalationTriggers(IContacts contacts)
{
    // The third time counts, in conversations as within one.
    private const int Third = 3;

    /// <summary>Why a person should see it, with the facts; null when nobody need. A conversation that waits for a person already is not looked at.</summary>
    public async ValueTask<EscalationWish?> AfterAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Input.Status == ConversationStatus.Escalated)
            return null;
        if (OutsideProcedure.Asks(turn.English))
            return Wish(EscalationReason.OutsideProcedure, turn, "Asks for what no rule provides for");
        // What was proposed in this turn is in good hands: its policy has decided whether a person must approve.
        if (turn.Input.Actions?.Open.Any(a => a.TurnId == turn.Input.TurnId) == true)
            return null;
        if (HighValueOrder(turn) is { } order)
            return Wish(EscalationReason.HighValue, turn, $"Order {order.Number} is of high value: {order.Total.ToText()}");
        if (await RepeatedAsync(turn, cancellationToken) is { } repeated)
            return Wish(EscalationReason.RepeatedContact, turn, repeated);
        return IsUnsure(turn) && turn.Input.Memory.Unsure > 0
            ? Wish(EscalationReason.LowConfidence, turn, $"Understood with a confidence of {turn.Meaning.Confidence:0.00} only, for the second time in a row") : null;
    }

    /// <summary>What the turn adds to the memory that these triggers look at.</summary>
    public static ConversationMemory Remember(ConversationMemory memory, TurnContext turn) => memory with
    {
        Tried = [.. memory.Tried.Concat(turn.Tried.Distinct(StringComparer.Ordinal)).TakeLast(12)],
        Wishes = AsksAnew(turn) ? [.. memory.Wishes.Append(turn.Meaning.Intent).TakeLast(12)] : memory.Wishes,
        Unsure = IsUnsure(turn) ? memory.Unsure + 1 : 0,
    };

    private static EscalationWish Wish(EscalationReason reason, TurnContext turn, string facts) => new(reason, EscalationCheck.PriorityOf(reason, turn.Meaning), facts);

    private static Order? HighValueOrder(TurnContext turn) => turn.Input.Store.Support.HighValue is > 0 and var limit && turn.Meaning.Intent.ChangesOrder()
        ? turn.Orders.Find(o => o.Total.Amount >= limit) : null;

    private async ValueTask<string?> RepeatedAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var intent = turn.Meaning.Intent;
        if (AsksAnew(turn) && turn.Memory.Wishes.Count(w => w == intent) + 1 >= Third)
            return $"Asked for the third time in this conversation: {intent.ToWire().Replace('_', ' ')}";
        if (turn.Input.Store.Support.ThirdContactDays is not (> 0 and var days) || !IsMatter(intent))
            return null;
        var query = new ContactQuery(turn.StoreId, turn.Input.ConversationId, turn.Input.VisitorId, turn.VerifiedEmail, turn.Memory.FocusOrderNumber, intent, turn.Input.Now.AddDays(-days));
        if (query is { VisitorId: "", Email: null })
            return null;
        var earlier = await contacts.EarlierAsync(query, cancellationToken);
        return earlier + 1 >= Third ? $"Contact number {earlier + 1} about {turn.Memory.FocusOrderNumber ?? intent.ToWire().Replace('_', ' ')} within {days} days" : null;
    }

    private static bool AsksAnew(TurnContext turn) => (turn.Meaning.Intent.ChangesOrder() || turn.Meaning.Intent == Intent.Complaint) && !AnswersQuestion(turn)
        && turn.Input.Memory.OrderWishes.All(w => w.Step is WishStep.Order or WishStep.Denied);

    // Words that give what the agent asked for are no new asking; the bare wish again is.
    private static bool AnswersQuestion(TurnContext turn) => turn.Input.Memory.Pending is { } pending
        && (pending.Kind is not (PendingKind.OrderIdentity or PendingKind.OfferPerson) || turn.Meaning.Entities is not { OrderNumbers.IsEmpty: true, Emails.IsEmpty: true, Answer: null });

    private static bool IsMatter(Intent intent) => intent.ChangesOrder() || intent is Intent.OrderStatus or Intent.Complaint;

    // Small talk and what is none of the shop's business have an answer of their own, and a person is brought in where that does not help.
    private static bool IsUnsure(TurnContext turn) => turn.Meaning.Confidence < turn.Input.Store.Support.LowConfidence
        && turn.Input.Memory.Pending is null && turn.Meaning.Intent is not (Intent.Other or Intent.Greeting or Intent.Thanks or Intent.HumanRequest);
}
