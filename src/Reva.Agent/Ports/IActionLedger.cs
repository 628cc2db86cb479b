using Reva.Core.Policies;

namespace Reva.Agent.Ports;

/// <summary>What was done for whom, so that caps hold over all conversations of a store. Durable; thread safe.</summary>
public interface IActionLedger
{
    /// <summary>What was done for this order, customer and store, as <see cref="ActionHistory"/> describes it; without <paramref name="asked"/> itself.</summary>
    /// <param name="asked">The action that is thought of: its order, customer, kind and time.</param>
    Task<ActionHistory> HistoryAsync(string storeId, PastAction asked, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the history and enters the action, both as one: of two actions that fit a cap only alone, one is entered.
    /// It is entered when <paramref name="decide"/> does not deny; an action that is entered already is judged again and stays.
    /// </summary>
    Task<PolicyDecision> ReserveAsync(string storeId, PastAction action, Func<ActionHistory, PolicyDecision> decide, CancellationToken cancellationToken);

    /// <summary>Takes an action out that came to nothing.</summary>
    Task ReleaseAsync(string storeId, string actionId, CancellationToken cancellationToken);
}
