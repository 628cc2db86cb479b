using Reva.Postgres.Access;

namespace Reva.Server.Security;

/// <summary>Keys and tokens.</summary>
internal static class SecurityServices
{
    public static void AddSecurity(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(s => new VisitorTokens(SigningKey(configuration, s.GetRequiredService<InstallationSettings>())));

    // All processes of an installation must sign alike, so a key that nobody gave is made once and kept in the database.
    private static byte[] SigningKey(IConfiguration configuration, InstallationSettings settings)
    {
        var text = configuration["Security:SigningKey"] is { Length: > 0 } given
            ? given
            : settings.GetOrAddAsync("visitor-token-key", NewKey, CancellationToken.None).GetAwaiter().GetResult();
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

    private static string NewKey() => Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(VisitorTokens.ShortestKey));
}
