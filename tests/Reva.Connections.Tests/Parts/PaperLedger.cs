using System.Collections.Concurrent;
using Reva.Agent.Ports;

namespace Reva.Connections.Tests.Parts;

/// <summary>A ledger that a test can read.</summary>
internal sealed class PaperLedger : IModelLedger
{
    private readonly ConcurrentQueue<(string Store, DateOnly Month, ModelUsage Usage)> _lines = new();

    public IReadOnlyCollection<(string Store, DateOnly Month, ModelUsage Usage)> Lines => _lines;

    public ValueTask<decimal> TotalAsync(string storeId, DateOnly month, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_lines.Where(l => l.Store == storeId && l.Month == month).Sum(l => l.Usage.CostUsd));

    public ValueTask AddAsync(string storeId, DateOnly month, ModelUsage usage, CancellationToken cancellationToken)
    {
        _lines.Enqueue((storeId, month, usage));
        return ValueTask.CompletedTask;
    }
}
