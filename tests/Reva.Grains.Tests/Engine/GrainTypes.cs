using System.Collections.Immutable;
using System.Reflection;
using Orleans;
using Orleans.Runtime;

namespace Reva.Grains.Tests.Engine;

/// <summary>What Orleans' serialiser would say of a type that crosses a grain call.</summary>
internal static class GrainTypes
{
    private static readonly Type[] Plain = [typeof(string), typeof(decimal), typeof(DateTimeOffset), typeof(DateTime), typeof(TimeSpan), typeof(Guid), typeof(Uri)];
    private static readonly Type[] Containers = [typeof(Nullable<>), typeof(List<>), typeof(Dictionary<,>), typeof(ImmutableArray<>)];

    /// <summary>Interfaces of grains and observers in an assembly.</summary>
    public static IEnumerable<Type> InterfacesOf(Assembly assembly) =>
        assembly.GetTypes().Where(t => t.IsInterface && (typeof(IGrain).IsAssignableFrom(t) || typeof(IGrainObserver).IsAssignableFrom(t)));

    /// <summary>What is wrong with a grain interface; empty when nothing is.</summary>
    public static IEnumerable<string> ProblemsOf(Type grainInterface) => grainInterface.GetMethods().SelectMany(method =>
        Returned(method).Concat(method.GetParameters().Where((p, i) => p.ParameterType != typeof(CancellationToken) || i != method.GetParameters().Length - 1)
            .SelectMany(p => ProblemsOf(p.ParameterType, $"{grainInterface.Name}.{method.Name}({p.Name})", []))));

    private static IEnumerable<string> Returned(MethodInfo method)
    {
        var (type, at) = (method.ReturnType, $"{method.DeclaringType!.Name}.{method.Name}");
        if (type == typeof(Task) || type == typeof(ValueTask))
            return [];
        return type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>))
            ? ProblemsOf(type.GenericTypeArguments[0], at, [])
            : [$"{at} returns {type.Name}: a call answers with Task, ValueTask or IAsyncEnumerable."];
    }

    /// <summary>What is wrong with a type, at this place; types already met are not followed again.</summary>
    public static IEnumerable<string> ProblemsOf(Type type, string at, HashSet<Type> met)
    {
        if (!met.Add(type) || type.IsPrimitive || type.IsEnum || Plain.Contains(type) || typeof(IAddressable).IsAssignableFrom(type))
            return [];
        if (type.IsArray)
            return ProblemsOf(type.GetElementType()!, at, met);
        if (type.IsGenericType && Containers.Contains(type.GetGenericTypeDefinition()))
            return type.GenericTypeArguments.SelectMany(t => ProblemsOf(t, at, met));
        if (!type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
            return [$"{at}: {type.FullName} has no [GenerateSerializer]."];
        return Members(type, at).Concat(Fields(type).SelectMany(f => ProblemsOf(f.Type, $"{at} → {type.Name}.{f.Name}", met)));
    }

    // Positional parameters of records get their numbers from the generator; every other member needs one.
    private static IEnumerable<string> Members(Type type, string at)
    {
        var own = Fields(type).Where(f => !f.Positional).ToList();
        return own.Where(f => f.Id is null).Select(f => $"{at}: {type.Name}.{f.Name} has no [Id(n)].")
            .Concat(own.GroupBy(f => f.Id).Where(g => g.Key is not null && g.Count() > 1).Select(g => $"{at}: {type.Name} gives [Id({g.Key})] to {string.Join(" and ", g.Select(f => f.Name))}."));
    }

    private static List<Member> Fields(Type type)
    {
        var positional = type.GetConstructors().Select(c => c.GetParameters()).Where(IsOfRecord).SelectMany(p => p).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(HoldsValue)
            .Select(p => new Member(p.Name, p.PropertyType, p.GetCustomAttribute<IdAttribute>()?.Id, positional.Contains(p.Name)))];

        bool IsOfRecord(ParameterInfo[] parameters) => parameters.Length > 0 && type.GetMethod("<Clone>$") is not null && parameters.All(p => type.GetProperty(p.Name!) is not null);
    }

    private static bool HoldsValue(PropertyInfo property) =>
        property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    private sealed record Member(string Name, Type Type, uint? Id, bool Positional);
}
