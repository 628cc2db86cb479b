using Reva.Agent.Privacy;
using Reva.Agent.Turns;
using Reva.Agent.Understanding;
using Reva.Core.Catalog;
using Reva.Grains.Stores;
using Reva.Postgres.Access;
using Reva.Server.Security;

namespace Reva.Server.Hosting;

/// <summary>All that must be there before the first request: the signing key, the stores' settings, the configuration's API keys, a trained understanding.</summary>
internal sealed class FirstStart(IConfiguration configuration, ApiKeys keys, VisitorTokenKey signingKey, ConfiguredStoreProfiles stores, IUnderstanding understanding)
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        // Training takes most of a second, which no shopper should wait for; the database works meanwhile.
        var trained = Task.Run(() => understanding.Understand("hello", new ConversationMemory(), CatalogVocabulary.Empty), cancellationToken);
        var masked = Task.Run(() => new PersonalDataMask().Mask("my name is Ada Lovelace, 12 Baker Street, London"), cancellationToken);
        // Settings that cannot be meant stop the start, not the first shopper.
        foreach (var storeId in stores.StoreIds)
            await stores.FindAsync(storeId, cancellationToken);
        await signingKey.LoadAsync(cancellationToken);
        foreach (var entry in configuration.GetSection("ApiKeys").GetChildren())
        {
            if (entry.Value is { Length: > 0 } key)
                await keys.AddAsync(key, new ApiKeyHolder(entry.Key, "From the configuration", []), cancellationToken);
        }
        await trained;
        await masked;
    }
}
