using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Options;
using Orleans.Embedded.Hosting;
using Orleans.Runtime;

namespace Orleans.Embedded.Activations;

/// <summary>The grain classes of all assemblies that use the engine.</summary>
internal sealed class GrainClasses
{
    private readonly Dictionary<string, GrainClass> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(Type, string?), GrainClass> _byInterface = new();

    public GrainClasses(IOptions<EmbeddedSiloOptions> options)
    {
        foreach (var type in Assemblies().SelectMany(Types).Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && typeof(IGrainBase).IsAssignableFrom(t) && typeof(IGrain).IsAssignableFrom(t)))
        {
            var grainClass = new GrainClass(type, options.Value.CollectionAge);
            if (!_byName.TryAdd(grainClass.GrainType.Value, grainClass))
                throw new InvalidOperationException($"{type} and {_byName[grainClass.GrainType.Value].Type} are both called '{grainClass.GrainType}': rename one.");
        }
    }

    public GrainClass Of(GrainType type) => _byName.TryGetValue(type.Value, out var grainClass) ? grainClass
        : throw new ArgumentException($"There is no grain class called '{type}'.");

    public GrainClass Implementing(Type interfaceType, string? prefix) => _byInterface.GetOrAdd((interfaceType, prefix), key =>
    {
        var classes = _byName.Values.Where(c => key.Item1.IsAssignableFrom(c.Type) && (key.Item2 is null || c.Type.FullName!.StartsWith(key.Item2, StringComparison.Ordinal))).ToList();
        return classes.Count == 1 ? classes[0]
            : throw new ArgumentException($"{(classes.Count == 0 ? "No" : "More than one")} grain class implements {key.Item1}.");
    });

    private static IEnumerable<Assembly> Assemblies()
    {
        var engine = typeof(GrainClasses).Assembly.GetName().Name!;
        var known = AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic).DistinctBy(a => a.FullName).ToDictionary(a => a.FullName!, StringComparer.Ordinal);
        var open = new Queue<Assembly>(known.Values);
        while (open.TryDequeue(out var assembly))
        {
            foreach (var name in assembly.GetReferencedAssemblies().Where(n => !IsFramework(n) && !known.ContainsKey(n.FullName)))
            {
                if (TryLoad(name) is { } loaded && known.TryAdd(name.FullName, loaded))
                    open.Enqueue(loaded);
            }
        }
        return known.Values.Distinct().Where(a => a.GetReferencedAssemblies().Any(r => r.Name == engine));
    }

    private static bool IsFramework(AssemblyName name) =>
        name.Name!.StartsWith("System", StringComparison.Ordinal) || name.Name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.Name is "netstandard" or "mscorlib";

    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (IOException)
        {
            return null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private static Type[] Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException failure)
        {
            return [.. failure.Types.OfType<Type>()];
        }
    }
}
