using Orleans.Embedded.Activations;
using Orleans.Runtime;

namespace Orleans.Embedded.Calls;

/// <summary>One call on its way to a grain and back.</summary>
internal abstract class Request(Silo silo, GrainId target, GrainMethod method, object?[] arguments) : IWork
{
    private static readonly ContextCallback Start = static state => ((Request)state!).StartInContext();
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly long _sentAt = silo.Now;
    private CancellationTokenRegistration _cancellation;
    private Activation? _activation;
    private Task? _work;
    private int _begun;

    public GrainId Target => target;

    public GrainMethod Method => method;

    public object?[] Arguments => arguments;

    /// <summary>Lets the caller's token end the wait; the method sees the token itself.</summary>
    public void WatchCancellation()
    {
        if (method.TokenOf(arguments) is { CanBeCanceled: true } token)
            _cancellation = token.UnsafeRegister(static (state, t) => ((Request)state!).Cancel(t), this);
    }

    /// <summary>False when the caller has gone already.</summary>
    public bool Begin() => Interlocked.Exchange(ref _begun, 1) == 0 && !IsOver;

    /// <summary>Runs the method on the activation's scheduler, in the caller's execution context.</summary>
    public Task RunAsync(Activation activation)
    {
        _activation = activation;
        if (_context is null)
            StartInContext();
        else
            ExecutionContext.Run(_context, Start, this);
        return _work!;
    }

    /// <summary>Whether it dies with its activation instead of going to the next one.</summary>
    public virtual bool BelongsToActivation => false;

    public void FailIfOverdue(long now)
    {
        var patience = method.ResponseTimeout ?? silo.ResponseTimeout;
        if (patience > TimeSpan.Zero && !IsOver && now - _sentAt > silo.Ticks(patience))
            Fail(new TimeoutException($"{method.Name} of {target.Type} did not answer within {patience}."));
    }

    /// <summary>Runs the method on an observer, outside any grain.</summary>
    public virtual void Deliver(object observer) => throw new NotSupportedException("Only calls can be delivered to an observer.");

    protected abstract bool IsOver { get; }

    public abstract void Fail(Exception failure);

    protected abstract void Cancel(CancellationToken token);

    protected abstract Task InvokeAsync(Activation activation);

    protected void Done() => _cancellation.Dispose();

    private void StartInContext()
    {
        // ExecutionContext.Run may leave the caller's synchronisation context behind; awaits must come back to the grain.
        SynchronizationContext.SetSynchronizationContext(_activation);
        _work = InvokeAsync(_activation!);
    }
}

/// <summary>A call that answers with a <typeparamref name="T"/>.</summary>
internal sealed class Request<T>(Silo silo, GrainId target, GrainMethod<T> method, object?[] arguments) : Request(silo, target, method, arguments)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answer => _answer.Task;

    protected override bool IsOver => _answer.Task.IsCompleted;

    public override void Fail(Exception failure)
    {
        if (failure is OperationCanceledException cancelled)
            _answer.TrySetCanceled(cancelled.CancellationToken);
        else
            _answer.TrySetException(failure);
        Done();
    }

    protected override void Cancel(CancellationToken token) => _answer.TrySetCanceled(token);

    public override async void Deliver(object observer)
    {
        try
        {
            _answer.TrySetResult(method.CopyResult(await method.RunAsync(observer, Arguments)));
            Done();
        }
        catch (Exception failure)
        {
            Fail(failure);
        }
    }

    protected override async Task InvokeAsync(Activation activation)
    {
        try
        {
            var result = await method.RunAsync(activation, Arguments);
            _answer.TrySetResult(method.CopyResult(result));
            Done();
        }
        catch (Exception failure)
        {
            Fail(failure);
            throw;
        }
    }
}
