namespace Reva.Core;

/// <summary>Ids that sort by the time they were made: 26 lower-case letters and digits (https://github.com/ulid/spec).</summary>
public static class Ulid
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A new id, made at <paramref name="now"/>.</summary>
    public static string New(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.NewGuid().TryWriteBytes(bytes);
        var time = now.ToUnixTimeMilliseconds();
        for (var i = 5; i >= 0; i--, time >>= 8)
            bytes[i] = (byte)time;
        return string.Create(26, new UInt128(Read(bytes[..8]), Read(bytes[8..])), static (text, value) =>
        {
            for (var i = 25; i >= 0; i--, value >>= 5)
                text[i] = Alphabet[(int)(value & 31)];
        });
    }

    /// <summary>Whether <paramref name="text"/> can be such an id.</summary>
    public static bool IsValid(string? text) => text is { Length: 26 } && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal));

    private static ulong Read(ReadOnlySpan<byte> bytes) => System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes);
}
