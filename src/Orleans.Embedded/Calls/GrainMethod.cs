using System.Linq.Expressions;
using System.Reflection;
using Orleans.Concurrency;
using Orleans.Embedded.Activations;
using Orleans.Embedded.Copying;
using Orleans.Runtime;

namespace Orleans.Embedded.Calls;

/// <summary>One method of a grain interface, ready to be called without reflection.</summary>
internal abstract class GrainMethod
{
    private readonly Func<object?, object?>?[] _copiers;
    private readonly int _tokenIndex;

    protected GrainMethod(MethodInfo method)
    {
        Info = method;
        Name = method.Name;
        AlwaysInterleave = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        ReadOnly = method.IsDefined(typeof(ReadOnlyAttribute));
        OneWay = method.IsDefined(typeof(OneWayAttribute));
        ResponseTimeout = (method.GetCustomAttribute<ResponseTimeoutAttribute>() ?? method.DeclaringType!.GetCustomAttribute<ResponseTimeoutAttribute>())?.Timeout;
        var parameters = method.GetParameters();
        _copiers = [.. parameters.Select(p => p.IsDefined(typeof(ImmutableAttribute)) ? null : Copier.For(p.ParameterType))];
        _tokenIndex = Array.FindIndex(parameters, p => p.ParameterType == typeof(CancellationToken));
    }

    /// <summary>For work that is no call of an interface.</summary>
    protected GrainMethod(string name, bool interleaves)
    {
        Info = null!;
        Name = name;
        AlwaysInterleave = interleaves;
        ResponseTimeout = Timeout.InfiniteTimeSpan;
        _copiers = [];
        _tokenIndex = -1;
    }

    public MethodInfo Info { get; }

    public string Name { get; }

    public bool AlwaysInterleave { get; }

    public bool ReadOnly { get; }

    public bool OneWay { get; }

    public TimeSpan? ResponseTimeout { get; }

    /// <summary>What makes the call: returns what the interface's method returns.</summary>
    public abstract object Call(GrainReference reference, object?[] arguments);

    /// <summary>Copies what could be changed behind the grain's back, in place.</summary>
    protected void CopyArguments(object?[] arguments)
    {
        for (var i = 0; i < _copiers.Length; i++)
        {
            if (_copiers[i] is { } copy)
                arguments[i] = copy(arguments[i]);
        }
    }

    public CancellationToken? TokenOf(object?[] arguments) => _tokenIndex < 0 ? null : (CancellationToken)arguments[_tokenIndex]!;

    /// <summary>Replaces the trailing token.</summary>
    protected void SetToken(object?[] arguments, CancellationToken token)
    {
        if (_tokenIndex >= 0)
            arguments[_tokenIndex] = token;
    }

    /// <summary>A delegate that calls the method on an object with these arguments.</summary>
    protected static Func<object, object?[], TResult> Compile<TResult>(MethodInfo method, Func<Expression, Expression> shape)
    {
        var target = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object[]));
        var values = method.GetParameters().Select((p, i) => Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(i)), p.ParameterType));
        var call = Expression.Call(Expression.Convert(target, method.DeclaringType!), method, values);
        return Expression.Lambda<Func<object, object?[], TResult>>(shape(call), target, arguments).Compile();
    }
}

/// <summary>A method that answers once.</summary>
internal sealed class GrainMethod<T> : GrainMethod
{
    private readonly Func<object, object?[], Task<T>> _invoke;
    private readonly Func<Task<T>, object> _wrap;
    private readonly Func<object?, object?>? _copyResult;

    public GrainMethod(MethodInfo method) : base(method)
    {
        _copyResult = Copier.For(typeof(T));
        var returns = method.ReturnType;
        _invoke = Compile<Task<T>>(method, call => Normalised(call, returns));
        _wrap = returns == typeof(ValueTask) ? task => new ValueTask(task)
            : returns == typeof(ValueTask<T>) ? task => new ValueTask<T>(task)
            : task => task;
    }

    public override object Call(GrainReference reference, object?[] arguments)
    {
        CopyArguments(arguments);
        var request = new Request<T>(reference.Silo, reference.GrainId, this, arguments);
        request.WatchCancellation();
        reference.Silo.Send(request);
        if (!OneWay)
            return _wrap(request.Answer);
        return _wrap(Task.FromResult(default(T)!));
    }

    /// <summary>Runs it on the grain, through the filters.</summary>
    public Task<T> RunAsync(Activation activation, object?[] arguments) =>
        activation.Silo.Filters.Length == 0
            ? _invoke(activation.GrainInstance!, arguments)
            : FilteredCall<T>.RunAsync(activation, this, arguments, _invoke);

    /// <summary>Runs it on an object that is no grain.</summary>
    public Task<T> RunAsync(object observer, object?[] arguments) => _invoke(observer, arguments);

    public T CopyResult(T result) => _copyResult is null ? result : (T)_copyResult(result)!;

    private static Expression Normalised(Expression call, Type returns)
    {
        if (returns == typeof(Task<T>))
            return call;
        if (returns == typeof(ValueTask<T>))
            return Expression.Call(call, nameof(ValueTask<T>.AsTask), null);
        var task = returns == typeof(ValueTask) ? Expression.Call(call, nameof(ValueTask.AsTask), null) : call;
        return Expression.Call(typeof(Answers), nameof(Answers.WithoutValueAsync), [typeof(T)], task);
    }
}

/// <summary>Gives methods without an answer one.</summary>
internal static class Answers
{
    public static Task<T> WithoutValueAsync<T>(Task task)
    {
        return task.IsCompletedSuccessfully ? Task.FromResult(default(T)!) : WaitAsync(task);

        static async Task<T> WaitAsync(Task task)
        {
            await task;
            return default!;
        }
    }
}
