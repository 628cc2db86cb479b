using Npgsql;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;
using Reva.Agent.Ports;
using Reva.Grains.Catalog;
using Reva.Grains.Identification;
using Reva.Grains.Knowledge;
using Reva.Grains.Outbox;
using Reva.Grains.Policies;
using Reva.Grains.Stores;
using Reva.Grains.Stores.Sync;
using Reva.Postgres.GrainStorage;

namespace Reva.Server.Hosting;

/// <summary>What grains work with, and the engine that runs them.</summary>
internal static class GrainServices
{
    public static void AddGrains(this IServiceCollection services)
    {
        services.AddSingleton<ConfiguredStoreProfiles>().AddSingleton<IStoreProfiles>(s => s.GetRequiredService<ConfiguredStoreProfiles>());
        services.AddSingleton<ShopSync>();
        services.AddSingleton<IGuessLimits, GuessLimits>();
        services.AddSingleton(s => (s.GetRequiredService<IConfiguration>().GetSection("Security:OrderGuesses").Get<GuessLimitOptions>() ?? new GuessLimitOptions()).Checked());
        services.AddSingleton<IOutbox, StoredOutbox>();
        services.AddSingleton<IPolicies, StoredPolicies>();
        services.AddSingleton<ICatalog, CatalogIndex>();
        services.AddSingleton<IKnowledge, KnowledgeIndex>();
    }

    /// <summary>The engine, with its rows in <paramref name="database"/>.</summary>
    public static void UseEngine(this ISiloBuilder silo, string database)
    {
        silo.UseClustering(ClusterSettings.Of(silo.Configuration), database);
        silo.AddActivityPropagation();
        silo.Services.AddGrainStorage(PostgresGrainStorage.Name, static (services, _) => new PostgresGrainStorage(services.GetRequiredService<NpgsqlDataSource>()));
        silo.Services.AddSingleton<IReminderTable, PostgresReminderTable>();
        silo.AddReminders();
    }
}
