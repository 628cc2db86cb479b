using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Orleans.Embedded.Copying;

/// <summary>Copies object graphs; an object that appears twice is copied once.</summary>
internal static class Deep
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> FieldsOf = new();
    private static readonly Func<object, object> Shallow = (Func<object, object>)typeof(object)
        .GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate(typeof(Func<object, object>));

    public static object? Copy(object? value) => Copy(value, null);

    private static object? Copy(object? value, Dictionary<object, object>? done)
    {
        if (value is null || Copier.For(value.GetType()) is null)
            return value;
        done ??= new Dictionary<object, object>(ReferenceEqualityComparer.Instance);
        if (done.TryGetValue(value, out var copied))
            return copied;
        return value switch
        {
            Array array => CopyArray(array, done),
            IDictionary dictionary when HasDefaultConstructor(value) => CopyDictionary(dictionary, done),
            _ => CopyFields(value, done),
        };
    }

    private static Array CopyArray(Array array, Dictionary<object, object> done)
    {
        var copy = (Array)array.Clone();
        done[array] = copy;
        if (Copier.For(array.GetType().GetElementType()!) is null || array.Rank != 1)
            return copy;
        for (var i = 0; i < copy.Length; i++)
            copy.SetValue(Copy(copy.GetValue(i), done), i);
        return copy;
    }

    // Hash tables of copied keys must be built anew: a key's hash may be its identity.
    private static IDictionary CopyDictionary(IDictionary dictionary, Dictionary<object, object> done)
    {
        var copy = (IDictionary)Activator.CreateInstance(dictionary.GetType())!;
        done[dictionary] = copy;
        foreach (DictionaryEntry entry in dictionary)
            copy.Add(Copy(entry.Key, done)!, Copy(entry.Value, done));
        return copy;
    }

    private static object CopyFields(object value, Dictionary<object, object> done)
    {
        var copy = Shallow(value);
        done[value] = copy;
        foreach (var field in FieldsOf.GetOrAdd(value.GetType(), static t => [.. Copier.Fields(t).Where(f => Copier.For(f.FieldType) is not null)]))
            field.SetValue(copy, Copy(field.GetValue(copy), done));
        return copy;
    }

    private static bool HasDefaultConstructor(object value) => value.GetType().GetConstructor(Type.EmptyTypes) is not null;
}
