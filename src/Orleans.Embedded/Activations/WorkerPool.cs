using System.Collections.Immutable;
using Orleans.Runtime;

namespace Orleans.Embedded.Activations;

/// <summary>The activations of one stateless worker.</summary>
internal sealed class WorkerPool(Silo silo, GrainId id, GrainClass grainClass)
{
    private ImmutableArray<Activation> _workers = [];
    private int _next;

    public int Count => _workers.Length;

    public IEnumerable<Activation> All => _workers;

    /// <summary>A free worker, a new one while there may be more, or the next in turn.</summary>
    public Activation Next()
    {
        var workers = _workers;
        foreach (var worker in workers)
        {
            if (worker.IsFree)
                return worker;
        }
        if (workers.Length < grainClass.Workers)
            ImmutableInterlocked.Update(ref _workers, static (all, state) => all.Length < state.Class.Workers ? all.Add(new Activation(state.Silo, state.Id, state.Class)) : all, (Silo: silo, Id: id, Class: grainClass));
        workers = _workers;
        return workers[(int)((uint)Interlocked.Increment(ref _next) % (uint)workers.Length)];
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
