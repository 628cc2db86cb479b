using System.Collections.Immutable;

namespace Orleans.Runtime;

/// <summary>Values that travel along with calls.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<ImmutableDictionary<string, object>?> Values = new();

    /// <summary>All names.</summary>
    public static IEnumerable<string> Keys => Current.Keys;

    /// <summary>All values.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Entries => Current;

    private static ImmutableDictionary<string, object> Current => Values.Value ?? ImmutableDictionary<string, object>.Empty;

    /// <summary>The value; null when there is none.</summary>
    public static object? Get(string key) => Current.GetValueOrDefault(key);

    /// <summary>Sets a value for calls made from here on.</summary>
    public static void Set(string key, object value) => Values.Value = Current.SetItem(key, value);

    /// <summary>Removes a value; false when there was none.</summary>
    public static bool Remove(string key)
    {
        var had = Current.ContainsKey(key);
        Values.Value = Current.Remove(key);
        return had;
    }

    /// <summary>Removes all.</summary>
    public static void Clear() => Values.Value = null;
}
