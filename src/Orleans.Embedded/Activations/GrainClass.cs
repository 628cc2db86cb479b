using System.Reflection;
using Orleans.Concurrency;
using Orleans.Embedded.Calls;
using Orleans.Embedded.Persistence;
using Orleans.Runtime;

namespace Orleans.Embedded.Activations;

/// <summary>What is known of a grain class: how to make one, and how its requests may mix.</summary>
internal sealed class GrainClass
{
    private readonly Func<Request, bool>? _mayInterleave;

    public GrainClass(Type type, TimeSpan defaultAgeLimit)
    {
        Type = type;
        GrainType = new GrainType(NameOf(type));
        Reentrant = type.IsDefined(typeof(ReentrantAttribute));
        Workers = type.GetCustomAttribute<StatelessWorkerAttribute>()?.MaxLocalWorkers ?? 1;
        var limit = type.GetCustomAttribute<CollectionAgeLimitAttribute>();
        AgeLimit = type.IsDefined(typeof(KeepAliveAttribute)) || limit is { AlwaysActive: true } ? null : limit?.AgeLimit ?? defaultAgeLimit;
        _mayInterleave = Interleaving(type);
        Create = GrainConstruction.Compile(type);
    }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public bool Reentrant { get; }

    /// <summary>Most activations of one key.</summary>
    public int Workers { get; }

    /// <summary>Null: never collected.</summary>
    public TimeSpan? AgeLimit { get; }

    public Func<Activation, object> Create { get; }

    public bool MayInterleave(Request request) => _mayInterleave?.Invoke(request) == true;

    // Orleans' rule: the class name in lower case without 'Grain'.
    private static string NameOf(Type type)
    {
        var name = type.Name.ToLowerInvariant();
        return name.Length > 5 && name.EndsWith("grain", StringComparison.Ordinal) ? name[..^5] : name;
    }

    private static Func<Request, bool>? Interleaving(Type type)
    {
        if (type.GetCustomAttribute<MayInterleaveAttribute>() is not { } attribute)
            return null;
        var method = type.GetMethod(attribute.CallbackMethodName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(Orleans.Serialization.Invocation.IInvokable)])
            ?? throw new InvalidOperationException($"{type} names {attribute.CallbackMethodName} in MayInterleave: it needs a static method of that name that takes an IInvokable.");
        var decide = method.CreateDelegate<Func<Orleans.Serialization.Invocation.IInvokable, bool>>();
        return request => decide(new Invocation(request.Method, request.Arguments));
    }
}
