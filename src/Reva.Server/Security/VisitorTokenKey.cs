using System.Security.Cryptography;
using Reva.Postgres.Access;

namespace Reva.Server.Security;

/// <summary>The key that signs visitors' tokens: from the configuration, or made once and kept in the database, so that all processes sign alike.</summary>
internal sealed class VisitorTokenKey(IConfiguration configuration, InstallationSettings settings)
{
    private byte[]? _key;

    /// <summary>The key; <see cref="LoadAsync"/> must have run.</summary>
    public byte[] Value => _key ?? throw new InvalidOperationException("The signing key is read at the start, before the first request.");

    /// <summary>Reads or makes it. Throws <see cref="InvalidOperationException"/> for a key that is none.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var text = configuration["Security:SigningKey"] is { Length: > 0 } given
            ? given
            : await settings.GetOrAddAsync("visitor-token-key", New, cancellationToken);
        _key = Read(text);
    }

    private static byte[] Read(string text)
    {
        byte[] key;
        try
        {
            key = Convert.FromBase64String(text);
        }
        catch (FormatException failure)
        {
            throw new InvalidOperationException("Security:SigningKey must be base64.", failure);
        }
        return key.Length >= VisitorTokens.ShortestKey ? key
            : throw new InvalidOperationException($"Security:SigningKey must be at least {VisitorTokens.ShortestKey} bytes; it has {key.Length}.");
    }

    private static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(VisitorTokens.ShortestKey));
}
