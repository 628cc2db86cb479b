namespace Orleans.Embedded.Activations;

/// <summary>
/// Runs one activation's work, one piece at a time, on the thread pool. It is the activation's synchronisation context,
/// so every await of the grain comes back here.
/// </summary>
internal abstract class WorkQueue : SynchronizationContext, IThreadPoolWorkItem
{
    private const int MostAtOnce = 64;
    private readonly Lock _gate = new();
    private Queue<object>? _items;
    private object? _first;
    private bool _scheduled;

    /// <summary>Adds a piece of work: an <see cref="IWork"/> or a continuation.</summary>
    protected void Enqueue(object work)
    {
        lock (_gate)
        {
            if (_first is null && _items is not { Count: > 0 })
                _first = work;
            else
                (_items ??= new Queue<object>(4)).Enqueue(work);
            if (_scheduled)
                return;
            _scheduled = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public override void Post(SendOrPostCallback d, object? state) => Enqueue(new Continuation(d, state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("A grain's scheduler does not block: use Post.");

    public override SynchronizationContext CreateCopy() => this;

    void IThreadPoolWorkItem.Execute()
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            for (var done = 0; done < MostAtOnce; done++)
            {
                if (Dequeue() is not { } work)
                    return;
                Run(work);
            }
        }
        finally
        {
            SetSynchronizationContext(before);
        }
        // Others wait for the pool too: go to the back of its queue.
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private object? Dequeue()
    {
        lock (_gate)
        {
            if (_first is { } work)
            {
                _first = null;
                return work;
            }
            if (_items is not null && _items.TryDequeue(out var next))
                return next;
            _scheduled = false;
            // A burst's queue is given back: idle activations must stay small.
            if (_items is { Count: 0 })
                _items = null;
            return null;
        }
    }

    /// <summary>Runs a piece of work other than a continuation; must not throw.</summary>
    protected abstract void Run(IWork work);

    private void Run(object work)
    {
        if (work is Continuation continuation)
            continuation.Callback(continuation.State);
        else
            Run((IWork)work);
    }

    private sealed record Continuation(SendOrPostCallback Callback, object? State);
}

/// <summary>A piece of an activation's work.</summary>
internal interface IWork;
