using Microsoft.Extensions.Logging;
using Orleans.Embedded.Calls;
using Orleans.Embedded.Timers;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Embedded.Activations;

/// <summary>One grain in memory: its object, its requests, its end. All fields below <see cref="WorkQueue"/> are touched on its own scheduler only, unless said otherwise.</summary>
internal sealed class Activation(Silo silo, GrainId grainId, GrainClass grainClass) : WorkQueue, IGrainContext
{
    private Queue<Request>? _waiting;
    private List<Request>? _running;
    private List<GrainTimer>? _timers;
    private List<Streams.IAbortable>? _streams;
    private List<TaskCompletionSource>? _whenGone;
    private DeactivationReason? _ending;
    private volatile Stage _stage = Stage.New;
    private long _lastUsed = silo.Now;
    private long _keepUntil;
    private int _load;

    public Silo Silo => silo;

    public GrainId GrainId => grainId;

    public GrainClass Class => grainClass;

    public object? GrainInstance { get; private set; }

    public IServiceProvider ActivationServices => silo.Services;

    /// <summary>Facets to load before the grain is activated; set while it is created.</summary>
    public List<Persistence.ILoadable>? Facets { get; set; }

    /// <summary>Requests taken and not yet ended; counted for stateless workers only, readable from any thread.</summary>
    public int Load => Volatile.Read(ref _load);

    /// <summary>Takes a request from any thread.</summary>
    public void Accept(Request request)
    {
        if (grainClass.Workers > 1)
            Interlocked.Increment(ref _load);
        Enqueue(request);
    }

    /// <summary>Runs <paramref name="work"/> on this scheduler, interleaving with requests; from any thread.</summary>
    public void Interleave(Action work) => Enqueue(new Interleaved(work));

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) => Enqueue(new Ending(deactivationReason));

    public void Delay(TimeSpan time) => _keepUntil = silo.Now + silo.Ticks(time);

    public void Add(GrainTimer timer) => (_timers ??= []).Add(timer);

    public void Remove(GrainTimer timer) => Interleave(() => _timers?.Remove(timer));

    /// <summary>Ends what has waited too long for an answer, and an activation that was idle too long; called by the silo's sweep from any thread.</summary>
    public void Sweep() => Enqueue(SweepWork.Instance);

    /// <summary>Whether a sweep has anything to do here; a hint from any thread.</summary>
    public bool NeedsSweep(long now) => _running is { Count: > 0 } || _waiting is { Count: > 0 } || (grainClass.AgeLimit is { } limit && now - Volatile.Read(ref _lastUsed) > silo.Ticks(limit));

    protected override void Run(IWork work)
    {
        switch (work)
        {
            case Request request:
                Take(request);
                break;
            case Interleaved interleaved:
                interleaved.Work();
                break;
            case Ending ending:
                _ending ??= ending.Reason;
                EndWhenQuiet();
                break;
            default:
                SweepNow();
                break;
        }
    }

    private void Take(Request request)
    {
        Volatile.Write(ref _lastUsed, silo.Now);
        switch (_stage)
        {
            case Stage.Gone:
                silo.Redirect(request);
                break;
            case Stage.New:
                _stage = Stage.Activating;
                Wait(request);
                ActivateAsync();
                break;
            case Stage.Active when _ending is null && MayStart(request):
                StartAsync(request);
                break;
            default:
                Wait(request);
                break;
        }
    }

    private void Wait(Request request) => (_waiting ??= new Queue<Request>(2)).Enqueue(request);

    private bool MayStart(Request request) =>
        _running is null or { Count: 0 }
        || request.Method.AlwaysInterleave || grainClass.Reentrant
        || (request.Method.ReadOnly && _running.TrueForAll(r => r.Method.ReadOnly))
        || grainClass.MayInterleave(request);

    private async void ActivateAsync()
    {
        try
        {
            GrainInstance = ActivationBeingCreated.Create(this, grainClass.Create);
            foreach (var facet in Facets ?? [])
                await facet.LoadAsync();
            Facets = null;
            if (GrainInstance is IGrainBase grain)
                await grain.OnActivateAsync(CancellationToken.None);
            _stage = Stage.Active;
        }
        catch (Exception failure)
        {
            silo.Log.LogWarning(failure, "Grain {GrainType} could not be activated", grainId.Type);
            Vanish();
            foreach (var request in _waiting ?? [])
                request.Fail(failure);
            _waiting = null;
            return;
        }
        StartWaiting();
    }

    private async void StartAsync(Request request)
    {
        if (!request.Begin())
        {
            Unload();
            return;
        }
        (_running ??= new List<Request>(1)).Add(request);
        try
        {
            await request.RunAsync(this);
        }
        catch (InconsistentStateException)
        {
            // What this activation believes is stale: the next request reads anew.
            _ending ??= new DeactivationReason(DeactivationReasonCode.ApplicationError, "Its state was changed elsewhere.");
        }
        catch (Exception)
        {
            // The caller has the failure already; the grain lives on.
        }
        _running.Remove(request);
        Unload();
        StartWaiting();
    }

    private void Unload()
    {
        if (grainClass.Workers > 1)
            Interlocked.Decrement(ref _load);
    }

    private void StartWaiting()
    {
        if (_ending is not null)
        {
            EndWhenQuiet();
            return;
        }
        while (_waiting is { Count: > 0 } && MayStart(_waiting.Peek()))
            StartAsync(_waiting.Dequeue());
        if (_waiting is { Count: 0 })
            _waiting = null;
    }

    private void EndWhenQuiet()
    {
        if (_stage == Stage.New)
            Vanish();
        else if (_stage == Stage.Active && _running is null or { Count: 0 })
            EndAsync();
    }

    private async void EndAsync()
    {
        _stage = Stage.Ending;
        foreach (var timer in _timers?.ToArray() ?? [])
            timer.Dispose();
        try
        {
            if (GrainInstance is IGrainBase grain)
                await grain.OnDeactivateAsync(_ending!.Value, CancellationToken.None);
        }
        catch (Exception failure)
        {
            silo.Log.LogWarning(failure, "Grain {GrainType} failed while it was deactivated", grainId.Type);
        }
        Vanish();
        while (_waiting is { Count: > 0 })
            silo.Redirect(_waiting.Dequeue());
    }

    private void Vanish()
    {
        _stage = Stage.Gone;
        silo.Forget(this);
        foreach (var waiting in _whenGone ?? [])
            waiting.TrySetResult();
        foreach (var stream in _streams?.ToArray() ?? [])
            stream.Abort();
        (GrainInstance as IDisposable)?.Dispose();
    }

    private void SweepNow()
    {
        var now = silo.Now;
        foreach (var request in (_running ?? []).Concat(_waiting ?? []))
            request.FailIfOverdue(now);
        var limit = grainClass.AgeLimit;
        if (limit is { } age && _stage == Stage.Active && _running is null or { Count: 0 } && _streams is null or { Count: 0 }
            && now - _lastUsed > silo.Ticks(age) && now > _keepUntil)
        {
            _ending ??= new DeactivationReason(DeactivationReasonCode.ActivationIdle, "It was idle.");
            EndWhenQuiet();
        }
    }

    /// <summary>A stream that ends with this activation.</summary>
    public void Attach(Streams.IAbortable stream) => (_streams ??= []).Add(stream);

    /// <summary>A stream that has ended.</summary>
    public void Detach(Streams.IAbortable stream)
    {
        _streams?.Remove(stream);
        Volatile.Write(ref _lastUsed, silo.Now);
    }

    /// <summary>Ends the activation and completes when it is gone; from any thread.</summary>
    public Task EndAsync(DeactivationReason reason)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interleave(() =>
        {
            if (_stage == Stage.Gone)
                gone.TrySetResult();
            else
                (_whenGone ??= []).Add(gone);
        });
        Deactivate(reason);
        return gone.Task;
    }

    private enum Stage { New, Activating, Active, Ending, Gone }

    private sealed record Interleaved(Action Work) : IWork;

    private sealed record Ending(DeactivationReason Reason) : IWork;

    private sealed class SweepWork : IWork
    {
        public static SweepWork Instance { get; } = new();
    }
}
