using System.Collections.Immutable;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Customers;
using Reva.Core.Orders;

namespace Reva.Agent.Actions;

/// <summary>What a turn can do with its conversation's actions. Carrying out goes on when the turn is stopped: only the waiting ends.</summary>
/// <param name="desk">Proposes and takes answers.</param>
/// <param name="store">Where the conversation keeps its actions.</param>
/// <param name="runs">Brings an action to its end, once for all who ask.</param>
/// <param name="options">How long a turn waits.</param>
/// <param name="clock">The clock.</param>
public sealed class ConversationActions(ActionDesk desk, IActionStore store, Func<string, Task<ActionRecord>> runs, ActionOptions options, TimeProvider clock)
{
    private const int LongestKept = 4000;

    private static readonly TimeSpan LongestWanted = TimeSpan.FromDays(1);

    /// <summary>The conversation's latest actions, oldest first.</summary>
    public ImmutableArray<ActionRecord> All => store.Actions;

    /// <summary>What waits for the customer's word, oldest first.</summary>
    public ImmutableArray<ActionRecord> Open => [.. store.Actions.Where(a => a.WaitsForCustomer(clock.GetUtcNow()))];

    /// <summary>Proposes an action on an order of the turn's proven customer; see <see cref="ActionDesk.ProposeAsync"/>.</summary>
    public Task<Proposal> ProposeAsync(ShopAction action, Order? order, TurnContext turn, CancellationToken cancellationToken) =>
        desk.ProposeAsync(action, order, CustomerOf(turn), store, cancellationToken);

    /// <summary>What ran out last, for less than a day, with nothing proposed after it; null when there is none.</summary>
    public ActionRecord? RanOut => store.Actions is [.., { Status: ActionStatus.Proposed or ActionStatus.Expired, ConfirmedAt: null } last]
        && last.ExpiresAt <= clock.GetUtcNow() && clock.GetUtcNow() - last.ExpiresAt < LongestWanted ? last : null;

    /// <summary>Proposes once more what ran out; see <see cref="ActionDesk.RenewAsync"/>.</summary>
    public Task<Proposal> RenewAsync(ActionRecord late, TurnContext turn, CancellationToken cancellationToken) =>
        desk.RenewAsync(late, CustomerOf(turn), store, cancellationToken);

    /// <summary>Takes the customer's yes in words and carries the action out; answers it as it stands when it is done or the patience ends.</summary>
    public async Task<ActionRecord?> ConfirmAsync(string actionId, string words, CancellationToken cancellationToken)
    {
        var action = await desk.ConfirmAsync(actionId, $"In words: “{words}”", store);
        return action is { Status: ActionStatus.Confirmed or ActionStatus.Running } ? await WaitAsync(action, cancellationToken) : action;
    }

    /// <summary>Takes the customer's no in words.</summary>
    public Task<ActionRecord?> DeclineAsync(string actionId, string words) => desk.DeclineAsync(actionId, $"In words: “{words}”", store);

    /// <summary>The conversation knows its customer from now on; what was proposed to another is void.</summary>
    public Task ProveAsync(Identity identity)
    {
        store.Prove(identity);
        return desk.ReplaceCustomerAsync(identity.Email!, store);
    }

    /// <summary>Waits for an action that was confirmed; answers it as it stands when it is done or the patience ends.</summary>
    public async Task<ActionRecord> WaitAsync(ActionRecord action, CancellationToken cancellationToken)
    {
        try
        {
            return await runs(action.ActionId).WaitAsync(options.TurnPatience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return ActionDesk.Find(store, action.ActionId) ?? action;
        }
    }

    /// <summary>Puts an attempt on the record that never became a proposal, with as much of its arguments as tells what was tried.</summary>
    public Task AttemptedAsync(string tool, string why, string arguments) =>
        ActionDesk.AttemptedAsync(Short(tool), Short(why), ActionKinds.TryParse(tool, out var kind) ? kind : null, Short(arguments), store);

    private static string Short(string text) => text.Length <= LongestKept ? text : text[..LongestKept] + "…";

    private static ActionCustomer CustomerOf(TurnContext turn) => new(
        turn.VerifiedEmail ?? "", turn.Level, turn.Input.TurnId, turn.Input.Store.TimeZone, turn.Input.Store.Currency)
    {
        ProvedUntil = turn.Memory.Identity.Until,
    };
}
