using Reva.Grains.Stores;
using Reva.Postgres.Access;

namespace Reva.Server.Hosting;

/// <summary>Makes what the configuration asks for before the first request: API keys of its stores.</summary>
internal sealed class FirstStart(IConfiguration configuration, ApiKeys keys)
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in configuration.GetSection("ApiKeys").GetChildren())
        {
            if (entry.Value is { Length: > 0 } key)
                await keys.AddAsync(key, new ApiKeyHolder(entry.Key, "From the configuration", []), cancellationToken);
        }
    }
}
