using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Reva.Agent.Actions;
using Reva.Agent.Actions.Reading;
using Reva.Agent.Ports;
using Reva.Core.Actions;

namespace Reva.Agent.Turns;

/// <summary>
/// What a turn says of actions before anything else: the outcome of those that ended since the last turn, and the answer to a yes or no
/// in words. Read from the customer's own message, never from a model.
/// </summary>
public sealed partial class ActionAnswers
{
    // More than a conversation keeps of actions: what is forgotten here would be news again.
    private const int MostTold = 200;

    /// <summary>The reply, and what of the message is still to be answered; null when the message is about something else.</summary>
    public async Task<ActionAnswer?> ToAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Input.Actions is not { } actions)
            return null;
        var told = await NewsAsync(actions, turn, cancellationToken);
        var answer = turn.Input.Text.Length == 0 ? null : await AnsweredAsync(actions, turn, cancellationToken) ?? Asked(actions, turn);
        if (told.Count == 0 && answer is null)
            return null;
        var text = string.Join("\n\n", told.Append(answer?.Text).OfType<string>());
        return new ActionAnswer(text, answer is null ? turn.Input.Text : answer.Rest);
    }

    /// <summary>Whether an action has news that the customer has not been told.</summary>
    public static bool HasNews(IEnumerable<ActionRecord> actions, ConversationMemory memory) => actions.Any(a => IsNews(a, memory));

    private static bool IsNews(ActionRecord action, ConversationMemory memory) =>
        action.ConfirmedAt is not null && !memory.ToldActions.Contains(Mark(action)) && action.Status
            is ActionStatus.Done or ActionStatus.Failed or ActionStatus.Unsupported or ActionStatus.Rejected or ActionStatus.WaitingApproval or ActionStatus.Invalidated;

    private static async Task<List<string>> NewsAsync(ConversationActions actions, TurnContext turn, CancellationToken cancellationToken)
    {
        var told = new List<string>();
        foreach (var action in actions.All)
        {
            var now = action.Status is ActionStatus.Confirmed or ActionStatus.Running && turn.Input.Text.Length == 0
                ? await actions.WaitAsync(action, cancellationToken) : action;
            if (IsNews(now, turn.Memory))
                told.Add(await ToldAsync(now, actions, turn, cancellationToken));
        }
        return told;
    }

    private static async Task<Answered?> AnsweredAsync(ConversationActions actions, TurnContext turn, CancellationToken cancellationToken)
    {
        // 'Yes' typed while the card was still being made answers something else.
        var open = actions.Open.RemoveAll(a => a.ProposedAt > turn.Input.WrittenAt);
        if (open.IsEmpty)
            return await RenewedAsync(actions, turn, cancellationToken);
        var read = Confirmations.Read(turn.English, [.. open.Select(Described)], turn.Memory.Pending?.Kind == PendingKind.WhichAction);
        if (read.Reply == ProposalReply.Which)
        {
            turn.AskedActions.AddRange(open.Select(a => a.ActionId));
            turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.WhichAction, null, null, turn.Meaning.Intent, null) };
            return new Answered($"Which one do you mean: {Replies.ListText.Join([.. open.Select(a => a.Card.Title)], "or")}? You can also use the buttons on the cards.", null);
        }
        if (read.Confirmed.IsEmpty && read.Declined.IsEmpty && !(open.Length == 1 && AgreesToSeveral().IsMatch(turn.English)))
            return null;
        // A bare yes that follows other talk may answer that: what is carried out cannot be taken back, so it is asked once more.
        if (read.Confirmed.IsEmpty && read.Declined.IsEmpty)
        {
            turn.AskedActions.Add(open[0].ActionId);
            return new Answered($"One thing is open, to be sure that we mean the same: {ActionWords.Proposed(open[0])}", null);
        }
        if (open.Where(a => IsBare(turn.English, a) && read.Confirmed.Contains(a.ActionId) && !turn.Input.Memory.AskedActions.Contains(a.ActionId)).ToList() is { Count: > 0 } unasked)
        {
            turn.AskedActions.AddRange(unasked.Select(a => a.ActionId));
            return new Answered($"Just to be sure, as we've talked of other things: {string.Join(" ", unasked.Select(ActionWords.Proposed))}", null);
        }
        var texts = new List<string>();
        foreach (var id in read.Confirmed)
            texts.Add(await ToldAsync(await actions.ConfirmAsync(id, turn.Input.Text, cancellationToken), actions, turn, cancellationToken));
        foreach (var id in read.Declined)
            texts.Add(Tell(await actions.DeclineAsync(id, turn.Input.Text), turn));
        return new Answered(string.Join("\n\n", texts.Distinct()), read.Rest);
    }

    private static Answered? Asked(ConversationActions actions, TurnContext turn) =>
        actions.Open.IsEmpty && AfterDeeds.Of(actions, turn) is { } text ? new Answered(text, null) : null;

    // A yes to what ran out carries nothing out, but says that it is wanted still: it is drawn up afresh.
    private static async Task<Answered?> RenewedAsync(ConversationActions actions, TurnContext turn, CancellationToken cancellationToken)
    {
        var asksElse = turn.Memory.Pending is not null || turn.Memory.OrderWishes.Any(w => w.Step == WishStep.Offered);
        if (asksElse || actions.RanOut is not { } late || Confirmations.Read(turn.English, [Described(late)]).Confirmed.IsEmpty)
            return null;
        if (!string.Equals(turn.VerifiedEmail, late.CustomerEmail, StringComparison.OrdinalIgnoreCase))
            return new Answered("That offer had run out, so nothing was changed. Give me the order number and its e-mail address again, and I'll look at it afresh.", null);
        try
        {
            return new Answered($"That offer had run out, so nothing has happened yet. I've looked at it afresh. {await AfreshAsync(late, actions, turn, cancellationToken)}", null);
        }
        catch (ShopUnavailableException)
        {
            return new Answered($"That offer had run out, so nothing was changed. {EscalationWords.ShopUnavailable(turn).Text}", null);
        }
    }

    // Two proposals for one order: what the first changed made the second void, though both are wanted.
    private static async Task<string> ToldAsync(ActionRecord? action, ConversationActions actions, TurnContext turn, CancellationToken cancellationToken)
    {
        var text = Tell(action, turn);
        var isOvertaken = action is { Status: ActionStatus.Invalidated, ConfirmedAt: not null, Action: OrderAction { OrderId: var id } }
            && actions.All.Any(a => a.Status == ActionStatus.Done && a.EndedAt >= action.ProposedAt && (a.Action as OrderAction)?.OrderId == id);
        if (!isOvertaken || !string.Equals(turn.VerifiedEmail, action!.CustomerEmail, StringComparison.OrdinalIgnoreCase))
            return text;
        try
        {
            return $"As that has changed the order, I've looked at the rest afresh. {await AfreshAsync(action, actions, turn, cancellationToken)}";
        }
        catch (ShopUnavailableException)
        {
            return text;
        }
    }

    private static async Task<string> AfreshAsync(ActionRecord former, ConversationActions actions, TurnContext turn, CancellationToken cancellationToken)
    {
        var proposal = await actions.RenewAsync(former, turn, cancellationToken);
        if (proposal.Record is not { } record)
            return ActionWords.Denied(former.Action.Kind, proposal.Decision);
        turn.AskedActions.Add(record.ActionId);
        turn.Memory = turn.Memory with { OrderWishes = [.. turn.Memory.OrderWishes.Select(w => w.ActionId == former.ActionId ? w with { ActionId = record.ActionId } : w)] };
        return ActionWords.Proposed(record);
    }

    private static string Tell(ActionRecord? action, TurnContext turn)
    {
        if (action is null)
            return "That offer is no longer open. Ask me again and I'll look at it afresh.";
        turn.Memory = turn.Memory with
        {
            ToldActions = [.. turn.Memory.ToldActions.Append(Mark(action)).TakeLast(MostTold)],
            FocusOrderNumber = (action.Action as OrderAction)?.OrderNumber ?? turn.Memory.FocusOrderNumber,
            OrderWishes = [.. turn.Memory.OrderWishes.Select(w => w.ActionId == action.ActionId ? After(w, action) : w).OfType<OrderWish>()],
        };
        turn.Findings.Add($"{action.Card.Title}: {action.Status}");
        if (action.Status is ActionStatus.Failed or ActionStatus.Unsupported or ActionStatus.WaitingApproval || action is { Status: ActionStatus.Done, Outcome.Problem: not null })
            turn.WishedEscalation ??= ActionHandOver.Of(action, turn);
        return ActionWords.Ended(action);
    }

    // What was declined may be wished otherwise: 'no, the boots'.
    private static OrderWish? After(OrderWish wish, ActionRecord action) => action.Status != ActionStatus.Declined ? null
        : wish with { ActionId = null, Step = wish.Kind is ActionKind.ChangeAddress or ActionKind.UpdateCustomerAddress ? WishStep.Address : WishStep.Items };

    // A refusal after a wait for approval is news again.
    private static string Mark(ActionRecord action) => $"{action.ActionId}:{action.Status}";

    // Words that would also confirm something of another kind, for another order, name nothing.
    private static bool IsBare(string english, ActionRecord action) =>
        !Confirmations.Read(english, [new OpenProposal("other", action.Action.Kind == ActionKind.ApplyDiscount ? ActionKind.ChangeAddress : ActionKind.ApplyDiscount, "#0", [])]).Confirmed.IsEmpty;

    private static OpenProposal Described(ActionRecord action) =>
        new(action.ActionId, action.Action.Kind, action.Card.OrderNumber, [.. action.Card.Items.Select(i => i.Title)]);

    // 'Yes, both' where one proposal holds both changes; a thumb may thank as well as agree.
    [GeneratedRegex(@"^\W*(yes|yep|yeah|sure|ok(ay)?|please)\W+(please )?(to |do )?(both|all)\b.{0,20}$|^\s*(👍|👌|✅|🆗|🙏)+\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AgreesToSeveral();

    private sealed record Answered(string Text, string? Rest);
}

/// <summary>What is said of actions.</summary>
/// <param name="Text">The words.</param>
/// <param name="Rest">Words of the message that wish for something else; null when there are none.</param>
public sealed record ActionAnswer(string Text, string? Rest);
