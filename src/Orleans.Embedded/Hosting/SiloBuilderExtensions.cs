using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Embedded.Persistence;
using Orleans.Embedded.Reminders;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Orleans.Hosting
{
    /// <summary>The parts of clustering that one process has.</summary>
    public static class CoreHostingExtensions
    {
        /// <summary>Activities flow along with calls; here they always do.</summary>
        public static ISiloBuilder AddActivityPropagation(this ISiloBuilder builder) => builder;

        /// <summary>One process is a cluster of one.</summary>
        public static ISiloBuilder UseLocalhostClustering(this ISiloBuilder builder, int siloPort = 11111, int gatewayPort = 30000, IPEndPoint? primarySiloEndpoint = null, string serviceId = "dev", string clusterId = "dev") => builder;
    }

    /// <summary>Storage in memory.</summary>
    public static class MemoryGrainStorageSiloBuilderExtensions
    {
        /// <summary>As the default storage.</summary>
        public static ISiloBuilder AddMemoryGrainStorageAsDefault(this ISiloBuilder builder) => builder.AddMemoryGrainStorage("Default");

        /// <summary>Under a name.</summary>
        public static ISiloBuilder AddMemoryGrainStorage(this ISiloBuilder builder, string name)
        {
            builder.Services.AddGrainStorage(name, static (_, _) => new MemoryGrainStorage());
            return builder;
        }
    }

    /// <summary>Reminders in memory.</summary>
    public static class SiloBuilderReminderMemoryExtensions
    {
        /// <summary>Kept while the process lives.</summary>
        public static ISiloBuilder UseInMemoryReminderService(this ISiloBuilder builder)
        {
            builder.Services.AddSingleton<IReminderTable, MemoryReminderTable>();
            return builder.AddReminders();
        }
    }

    /// <summary>Reminders.</summary>
    public static class SiloBuilderReminderExtensions
    {
        /// <summary>Turns reminders on; an <see cref="IReminderTable"/> must be among the services.</summary>
        public static ISiloBuilder AddReminders(this ISiloBuilder builder)
        {
            builder.Services.AddOptions<ReminderOptions>();
            builder.Services.AddSingleton<ReminderService>();
            return builder;
        }
    }
}

namespace Orleans.Runtime.Hosting
{
    /// <summary>Registers storages.</summary>
    public static class GrainStorageHostingExtensions
    {
        /// <summary>A storage under a name; <c>Default</c> serves states that name none.</summary>
        public static IServiceCollection AddGrainStorage<T>(this IServiceCollection collection, string name, Func<IServiceProvider, string, T> factory) where T : IGrainStorage
        {
            collection.AddKeyedSingleton<IGrainStorage>(name, (services, _) => factory(services, name));
            return collection;
        }
    }
}
