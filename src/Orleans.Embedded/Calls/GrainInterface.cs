using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Embedded.Streams;

namespace Orleans.Embedded.Calls;

/// <summary>A grain interface: its methods and its proxy, found out once.</summary>
internal sealed class GrainInterface
{
    private static readonly ConcurrentDictionary<Type, GrainInterface> Known = new();
    private readonly ConcurrentDictionary<MethodInfo, GrainMethod> _methods = new();

    private GrainInterface(Type type)
    {
        Type = type;
        NewProxy = () => DispatchProxy.Create(type, typeof(GrainReference));
    }

    public Type Type { get; }

    public Func<object> NewProxy { get; }

    public static GrainInterface Of(Type type) => Known.GetOrAdd(type, static t => new GrainInterface(t));

    public GrainMethod Method(MethodInfo info) => _methods.GetOrAdd(info, static i => Create(i));

    private static GrainMethod Create(MethodInfo method)
    {
        var returns = method.ReturnType;
        if (returns == typeof(Task) || returns == typeof(ValueTask))
            return new GrainMethod<bool>(method);
        var shape = returns.IsGenericType ? returns.GetGenericTypeDefinition() : null;
        if (shape == typeof(Task<>) || shape == typeof(ValueTask<>))
            return (GrainMethod)Activator.CreateInstance(typeof(GrainMethod<>).MakeGenericType(returns.GenericTypeArguments), method)!;
        if (shape == typeof(IAsyncEnumerable<>))
            return (GrainMethod)Activator.CreateInstance(typeof(StreamMethod<>).MakeGenericType(returns.GenericTypeArguments), method)!;
        throw new NotSupportedException($"{method.DeclaringType}.{method.Name} returns {returns}: grain methods return Task, ValueTask or IAsyncEnumerable.");
    }
}
