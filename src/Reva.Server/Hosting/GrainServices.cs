using Orleans.Hosting;
using Reva.Agent.Ports;
using Reva.Grains.Catalog;
using Reva.Grains.Knowledge;
using Reva.Grains.Stores;

namespace Reva.Server.Hosting;

/// <summary>What grains work with, and the engine that runs them.</summary>
internal static class GrainServices
{
    public static void AddGrains(this IServiceCollection services)
    {
        services.AddSingleton<IStoreProfiles, ConfiguredStoreProfiles>();
        services.AddSingleton<ICatalog, CatalogIndex>();
        services.AddSingleton<IKnowledge, KnowledgeIndex>();
    }

    /// <summary>The one place that knows which engine runs.</summary>
    public static void UseEngine(this ISiloBuilder silo)
    {
        silo.UseLocalhostClustering();
        silo.AddActivityPropagation();
    }
}
