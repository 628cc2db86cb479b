using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reva.Core.Audit;

/// <summary>SHA-256 over fields, each with its length before it, so that no two lists of fields read alike.</summary>
internal sealed class FieldHash
{
    private readonly MemoryStream _bytes = new();

    /// <summary>A text; null and empty differ.</summary>
    public FieldHash Add(string? text)
    {
        var field = text is null ? null : Encoding.UTF8.GetBytes(text);
        AddLength(field?.Length ?? -1);
        _bytes.Write(field);
        return this;
    }

    /// <summary>A number.</summary>
    public FieldHash Add(long? number) => Add(number?.ToString(CultureInfo.InvariantCulture));

    /// <summary>An amount; 10 and 10.00 are the same.</summary>
    public FieldHash Add(Money? money) => Add(money?.Amount.ToString("0.############################", CultureInfo.InvariantCulture)).Add(money?.Currency);

    /// <summary>A moment, to the microsecond: what PostgreSQL keeps.</summary>
    public FieldHash Add(DateTimeOffset? at) => Add(at?.UtcTicks / TimeSpan.TicksPerMicrosecond);

    /// <summary>Parts in whatever order they come.</summary>
    public FieldHash AddSet<T>(IEnumerable<T> parts, Action<FieldHash, T> add)
    {
        var hashes = parts.Select(part => Of(part, add)).Order(StringComparer.Ordinal).ToArray();
        AddLength(hashes.Length);
        foreach (var hash in hashes)
            Add(hash);
        return this;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string ToHex() => Convert.ToHexStringLower(SHA256.HashData(_bytes.GetBuffer().AsSpan(0, (int)_bytes.Length)));

    private static string Of<T>(T part, Action<FieldHash, T> add)
    {
        var hash = new FieldHash();
        add(hash, part);
        return hash.ToHex();
    }

    private void AddLength(int length)
    {
        Span<byte> field = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(field, length);
        _bytes.Write(field);
    }
}
