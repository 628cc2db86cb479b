using System.Collections.Concurrent;
using Orleans.Embedded.Calls;
using Orleans.Runtime;

namespace Orleans.Embedded.Observers;

/// <summary>Objects outside grains that grains hold references to. They are held weakly: whoever observes keeps its own object alive.</summary>
internal sealed class ObserverReferences
{
    private static readonly GrainType Type = new("observer");
    private readonly ConcurrentDictionary<string, WeakReference<IGrainObserver>> _objects = new(StringComparer.Ordinal);

    public TObserver Add<TObserver>(Silo silo, IGrainObserver observer) where TObserver : IGrainObserver
    {
        var id = GrainId.Create(Type, Guid.NewGuid().ToString("n"));
        _objects[id.Key] = new WeakReference<IGrainObserver>(observer);
        return (TObserver)silo.Reference(typeof(TObserver), id);
    }

    public void Remove(IGrainObserver observer)
    {
        var keys = observer is GrainReference reference ? [reference.GrainId.Key]
            : _objects.Where(p => p.Value.TryGetTarget(out var known) && ReferenceEquals(known, observer)).Select(p => p.Key).ToArray();
        foreach (var key in keys)
            _objects.TryRemove(key, out _);
    }

    /// <summary>Delivers a request to an observer; false when it is for a grain.</summary>
    public bool TryDeliver(Request request)
    {
        if (request.Target.Type != Type)
            return false;
        if (_objects.TryGetValue(request.Target.Key, out var weak) && weak.TryGetTarget(out var observer))
            ThreadPool.UnsafeQueueUserWorkItem(static state => state.request.Deliver(state.observer), (request, observer), preferLocal: false);
        else
            request.Fail(new OrleansMessageRejectionException("The observer is gone."));
        return true;
    }
}
