using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Orleans.Embedded.Copying;

/// <summary>Copies what crosses a grain call, so that caller and grain never share what can change.</summary>
internal static class Copier
{
    private static readonly ConcurrentDictionary<Type, Func<object?, object?>?> Known = new();

    /// <summary>A copier for a type; null when its values cannot change and are shared.</summary>
    public static Func<object?, object?>? For(Type type) => Known.GetOrAdd(type, static t => IsShared(t, []) ? null : Deep.Copy);

    /// <summary>Whether values of the type never change.</summary>
    internal static bool IsShared(Type type, HashSet<Type> seen)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Guid) || type == typeof(Uri) || type == typeof(DateTime)
            || type == typeof(DateTimeOffset) || type == typeof(TimeSpan) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(CancellationToken) || type == typeof(Version)
            || type.IsDefined(typeof(ImmutableAttribute)) || typeof(Runtime.IAddressable).IsAssignableFrom(type) || typeof(Delegate).IsAssignableFrom(type) || typeof(Exception).IsAssignableFrom(type))
            return true;
        if (!seen.Add(type))
            return true;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return IsShared(underlying, seen);
        if (type.IsGenericType && type.Namespace == typeof(ImmutableArray<>).Namespace && type.Name.StartsWith("Immutable", StringComparison.Ordinal))
            return type.GenericTypeArguments.All(a => IsShared(a, seen));
        if (type.IsArray || type.IsInterface || type.IsAbstract || type == typeof(object) || typeof(IEnumerable).IsAssignableFrom(type))
            return false;
        return (type.IsSealed || type.IsValueType) && Fields(type).All(f => f.IsInitOnly || type.IsValueType || IsInit(type, f)) && Fields(type).All(f => IsShared(f.FieldType, seen));
    }

    internal static IEnumerable<FieldInfo> Fields(Type? type)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                yield return field;
        }
    }

    // The field behind 'public string Name { get; init; }' can only be set while the object is made.
    private static bool IsInit(Type type, FieldInfo field)
    {
        var end = field.Name.IndexOf('>', StringComparison.Ordinal);
        if (!field.Name.StartsWith('<') || end < 0)
            return false;
        var property = type.GetProperty(field.Name[1..end], BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        return property?.SetMethod is null || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
    }
}
