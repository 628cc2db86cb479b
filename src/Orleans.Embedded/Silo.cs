using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Embedded.Activations;
using Orleans.Embedded.Calls;
using Orleans.Embedded.Hosting;
using Orleans.Embedded.Observers;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>All grains of this process: finds the activation of a call, or makes it.</summary>
internal sealed class Silo : IGrainFactory, IGrainRuntime
{
    private readonly ConcurrentDictionary<GrainId, Activation> _activations = new();
    private readonly ConcurrentDictionary<GrainId, WorkerPool> _pools = new();
    private readonly GrainClasses _classes;
    private readonly ObserverReferences _observers = new();
    private volatile bool _stopped;

    public Silo(IServiceProvider services, TimeProvider timeProvider, GrainClasses classes, IEnumerable<IIncomingGrainCallFilter> filters, IOptions<EmbeddedSiloOptions> options, ILogger<Silo> log)
    {
        Services = services;
        TimeProvider = timeProvider;
        _classes = classes;
        Filters = [.. filters];
        ResponseTimeout = options.Value.ResponseTimeout;
        Log = log;
    }

    public IServiceProvider Services { get; }

    public TimeProvider TimeProvider { get; }

    public IGrainFactory GrainFactory => this;

    public IIncomingGrainCallFilter[] Filters { get; }

    public TimeSpan ResponseTimeout { get; }

    public ILogger Log { get; }

    /// <summary>Ticks of the clock; compare with <see cref="Ticks"/>.</summary>
    public long Now => TimeProvider.GetTimestamp();

    /// <summary>Activations in memory.</summary>
    public int Count => _activations.Count + _pools.Values.Sum(p => p.Count);

    public long Ticks(TimeSpan time) => (long)(time.TotalSeconds * TimeProvider.TimestampFrequency);

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithStringKey =>
        (TGrainInterface)GetGrain(typeof(TGrainInterface), primaryKey, grainClassNamePrefix);

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => (IGrain)GetGrain(grainInterfaceType, grainPrimaryKey, null);

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId) where TGrainInterface : IAddressable => (TGrainInterface)Reference(typeof(TGrainInterface), grainId);

    public IAddressable GetGrain(GrainId grainId) => (IAddressable)Reference(typeof(IAddressable), grainId);

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver =>
        _observers.Add<TGrainObserverInterface>(this, obj);

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver => _observers.Remove(obj);

    public object Reference(Type interfaceType, GrainId grainId) => GrainReference.Create(this, GrainInterface.Of(interfaceType), grainId);

    /// <summary>Sends a request to its grain.</summary>
    public void Send(Request request)
    {
        if (_observers.TryDeliver(request))
            return;
        if (_stopped)
            request.Fail(new SiloUnavailableException("This process is stopping."));
        else if (_activations.TryGetValue(request.Target, out var activation))
            activation.Accept(request);
        else
            Deliver(request);
    }

    /// <summary>Sends on a request whose activation has ended.</summary>
    public void Redirect(Request request)
    {
        if (!request.BelongsToActivation)
            Send(request);
    }

    public void Forget(Activation activation)
    {
        if (activation.Class.Workers > 1)
            _pools.GetValueOrDefault(activation.GrainId)?.Remove(activation);
        else
            _activations.TryRemove(new KeyValuePair<GrainId, Activation>(activation.GrainId, activation));
    }

    /// <summary>The activation of a key; made if there is none. Stateless workers have no single one.</summary>
    public Activation ActivationOf(GrainId id) => ActivationOf(id, _classes.Of(id.Type));

    private Activation ActivationOf(GrainId id, GrainClass grainClass) =>
        _activations.GetOrAdd(id, static (key, state) => new Activation(state.Silo, key, state.Class), (Silo: this, Class: grainClass));

    private void Deliver(Request request)
    {
        var grainClass = _classes.Of(request.Target.Type);
        if (grainClass.Workers > 1)
            _pools.GetOrAdd(request.Target, static (key, state) => new WorkerPool(state.Silo, key, state.Class), (Silo: this, Class: grainClass)).Send(request);
        else
            ActivationOf(request.Target, grainClass).Accept(request);
    }

    /// <summary>Lets another activation of a key begin beside this one, as a split network could; for tests of what storage does then.</summary>
    public void Detach(GrainId id) => _activations.TryRemove(id, out _);

    /// <summary>Lets a key lead to an activation that was detached; for the same tests.</summary>
    public void Adopt(Activation activation) => _activations[activation.GrainId] = activation;

    /// <summary>Fails what waits too long and collects what was idle too long.</summary>
    public void Sweep()
    {
        var now = Now;
        foreach (var (_, activation) in _activations)
        {
            if (activation.NeedsSweep(now))
                activation.Sweep();
        }
        foreach (var (_, pool) in _pools)
            pool.Sweep(now);
    }

    /// <summary>Ends every activation; waits for running requests until <paramref name="cancellationToken"/>.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _stopped = true;
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The process stops.");
        var endings = _activations.Values.Concat(_pools.Values.SelectMany(p => p.All)).Select(a => a.EndAsync(reason));
        try
        {
            await Task.WhenAll(endings).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Log.LogWarning("{Count} grains were still busy when the process stopped", Count);
        }
    }

    private object GetGrain(Type interfaceType, string key, string? prefix)
    {
        if (string.IsNullOrEmpty(key))
            throw new ArgumentException("A grain's key must not be empty.", nameof(key));
        return Reference(interfaceType, GrainId.Create(_classes.Implementing(interfaceType, prefix).GrainType, key));
    }
}
