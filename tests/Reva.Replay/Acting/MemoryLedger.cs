using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Core.Policies;

namespace Reva.Replay.Acting;

/// <summary>What was done in one task's store, in memory.</summary>
internal sealed class MemoryLedger : IActionLedger
{
    private readonly Lock _lock = new();
    private ImmutableArray<PastAction> _entered = [];

    /// <inheritdoc/>
    public Task<ActionHistory> HistoryAsync(string storeId, PastAction asked, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult(History(asked));
    }

    /// <inheritdoc/>
    public Task<PolicyDecision> ReserveAsync(string storeId, PastAction action, Func<ActionHistory, PolicyDecision> decide, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var decision = decide(History(action));
            if (decision.Verdict != PolicyVerdict.Deny && _entered.All(a => a.ActionId != action.ActionId))
                _entered = _entered.Add(action);
            return Task.FromResult(decision);
        }
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(string storeId, string actionId, CancellationToken cancellationToken)
    {
        lock (_lock)
            _entered = _entered.RemoveAll(a => a.ActionId == actionId);
        return Task.CompletedTask;
    }

    /// <summary>Forgets everything, for the next task.</summary>
    public void Clear()
    {
        lock (_lock)
            _entered = [];
    }

    private ActionHistory History(PastAction asked)
    {
        var others = _entered.Where(a => a.ActionId != asked.ActionId).ToImmutableArray();
        return new() { Actions = others, StoreDay = others.GroupBy(a => a.Kind).ToImmutableDictionary(g => g.Key, g => g.Sum(a => a.ToCustomer)) };
    }
}
