using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Reva.Core.Stores;

namespace Reva.Grains.Stores;

/// <summary>Profiles as the configuration gives them: <c>Stores:{id}</c>.</summary>
public sealed class ConfiguredStoreProfiles(IConfiguration configuration) : IStoreProfiles
{
    private readonly ConcurrentDictionary<string, StoreProfile?> _profiles = new(StringComparer.Ordinal);

    /// <summary>Ids of all stores configured.</summary>
    public IEnumerable<string> StoreIds => configuration.GetSection("Stores").GetChildren().Select(s => s.Key);

    /// <summary>Where a store's products and pages come from and are linked to; when it changes, all of them are read anew.</summary>
    public string SourceOf(string storeId) => $"{configuration[$"Stores:{storeId}:Shopify:ShopUrl"]} {configuration[$"Stores:{storeId}:Shopify:StorefrontUrl"]}";

    /// <inheritdoc/>
    public ValueTask<StoreProfile?> FindAsync(string storeId, CancellationToken cancellationToken)
    {
        // Ids come from outside: what is not configured is not kept.
        if (_profiles.TryGetValue(storeId, out var known))
            return new ValueTask<StoreProfile?>(known);
        var section = configuration.GetSection("Stores").GetChildren().FirstOrDefault(s => s.Key.Equals(storeId, StringComparison.Ordinal));
        return new ValueTask<StoreProfile?>(section is null ? null : _profiles.GetOrAdd(storeId, _ => Read(section)));
    }

    private static StoreProfile Read(IConfigurationSection section)
    {
        var defaults = new StoreProfile { Id = section.Key, Name = section.Key };
        return defaults with
        {
            Name = section["Name"] ?? defaults.Name,
            Currency = section["Currency"] ?? defaults.Currency,
            Locale = section["Locale"] ?? defaults.Locale,
            TimeZone = section["TimeZone"] ?? defaults.TimeZone,
            ContactEmail = section["ContactEmail"],
            ReplyPromise = section["ReplyPromise"] ?? defaults.ReplyPromise,
            Support = ConfiguredSupport.Read(section, section["TimeZone"] ?? defaults.TimeZone),
            Voice = section["Voice"] ?? defaults.Voice,
            Accent = section["Accent"] ?? defaults.Accent,
            Suggestions = section.GetSection("Suggestions").Get<string[]>() is { Length: > 0 } given ? [.. given]
                : ["Where is my order?", "Help me find something", "How do returns work?"],
            Ranking = section.GetSection("Ranking").Get<Core.Catalog.RankingWeights>() ?? defaults.Ranking,
        };
    }
}
