using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Embedded.Activations;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.Embedded.Calls;

/// <summary>A call that passes the incoming filters before it reaches the method.</summary>
internal sealed class FilteredCall<T>(Activation activation, GrainMethod<T> method, object?[] arguments, Func<object, object?[], Task<T>> invoke) : IIncomingGrainCallContext
{
    private static readonly ConcurrentDictionary<(Type, MethodInfo), MethodInfo> Implementations = new();
    private int _next;

    public object Grain => activation.GrainInstance!;

    public MethodInfo InterfaceMethod => method.Info;

    public MethodInfo ImplementationMethod => Implementations.GetOrAdd((Grain.GetType(), method.Info), static key =>
    {
        var map = key.Item1.GetInterfaceMap(key.Item2.DeclaringType!);
        return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, key.Item2)];
    });

    public IGrainContext TargetContext => activation;

    public IInvokable Request { get; } = new Invocation(method, arguments);

    public object? Result { get; set; }

    public static async Task<T> RunAsync(Activation activation, GrainMethod<T> method, object?[] arguments, Func<object, object?[], Task<T>> invoke)
    {
        var call = new FilteredCall<T>(activation, method, arguments, invoke);
        await call.Invoke();
        return (T)call.Result!;
    }

    public async Task Invoke()
    {
        var filters = activation.Silo.Filters;
        if (_next < filters.Length)
            await filters[_next++].Invoke(this);
        else
            Result = await invoke(Grain, arguments);
    }
}
