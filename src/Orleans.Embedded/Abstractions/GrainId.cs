using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>The type part of a grain's identity.</summary>
public readonly record struct GrainType(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

/// <summary>A grain's identity: type and key.</summary>
public readonly struct GrainId : IEquatable<GrainId>, IComparable<GrainId>
{
    private readonly int _hash;

    private GrainId(GrainType type, string key)
    {
        Type = type;
        Key = key;
        _hash = HashCode.Combine(type.Value, key);
    }

    /// <summary>The type.</summary>
    public GrainType Type { get; }

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>True for the default value.</summary>
    public bool IsDefault => Key is null;

    /// <summary>An identity.</summary>
    public static GrainId Create(string type, string key) => Create(new GrainType(type), key);

    /// <summary>An identity; the key must not be empty.</summary>
    public static GrainId Create(GrainType type, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new GrainId(type, key);
    }

    /// <summary>Reads <c>type/key</c>; throws <see cref="FormatException"/> for anything else.</summary>
    public static GrainId Parse(string value, IFormatProvider? provider = null) =>
        TryParse(value, provider, out var result) ? result : throw new FormatException($"'{value}' is not a grain id: write type/key.");

    /// <summary>Reads <c>type/key</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? value, out GrainId result) => TryParse(value, null, out result);

    /// <summary>Reads <c>type/key</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? value, IFormatProvider? provider, out GrainId result)
    {
        var slash = value?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        var valid = slash > 0 && slash < value!.Length - 1;
        result = valid ? Create(value![..slash], value[(slash + 1)..]) : default;
        return valid;
    }

    /// <summary>A hash that is the same in every process.</summary>
    public uint GetUniformHashCode()
    {
        var hash = 2166136261u;
        foreach (var c in ToString())
            hash = (hash ^ c) * 16777619;
        return hash;
    }

    /// <inheritdoc/>
    public bool Equals(GrainId other) => _hash == other._hash && Type == other.Type && string.Equals(Key, other.Key, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public int CompareTo(GrainId other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <inheritdoc/>
    public override string ToString() => $"{Type}/{Key}";

    /// <summary>Same identity.</summary>
    public static bool operator ==(GrainId left, GrainId right) => left.Equals(right);

    /// <summary>Another identity.</summary>
    public static bool operator !=(GrainId left, GrainId right) => !left.Equals(right);
}
