using System.Collections.Immutable;
using Orleans.Embedded.Calls;
using Orleans.Runtime;

namespace Orleans.Embedded.Activations;

/// <summary>The activations of one stateless worker.</summary>
internal sealed class WorkerPool(Silo silo, GrainId id, GrainClass grainClass)
{
    private ImmutableArray<Activation> _workers = [];
    private readonly Lock _choice = new();

    public int Count => _workers.Length;

    public IEnumerable<Activation> All => _workers;

    /// <summary>Hands a request to a free worker, to a new one while there may be more, or to the least busy.</summary>
    public void Send(Request request)
    {
        // Choosing and handing over are one step: two senders must not find the same worker free.
        lock (_choice)
            Choose().Accept(request);
    }

    private Activation Choose()
    {
        var least = _workers.IsEmpty ? null : _workers.MinBy(w => w.Load);
        if (least is { Load: 0 } || (least is not null && _workers.Length >= grainClass.Workers))
            return least;
        var added = new Activation(silo, id, grainClass);
        ImmutableInterlocked.Update(ref _workers, static (all, worker) => all.Add(worker), added);
        return added;
    }

    public void Remove(Activation activation) => ImmutableInterlocked.Update(ref _workers, static (all, gone) => all.Remove(gone), activation);

    public void Sweep(long now)
    {
        foreach (var worker in _workers)
        {
            if (worker.NeedsSweep(now))
                worker.Sweep();
        }
    }
}
