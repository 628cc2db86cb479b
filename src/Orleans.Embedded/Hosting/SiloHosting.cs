using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Embedded;
using Orleans.Embedded.Activations;
using Orleans.Embedded.Hosting;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Hosting
{
    /// <summary>Puts a silo together.</summary>
    public interface ISiloBuilder
    {
        /// <summary>The host's services.</summary>
        IServiceCollection Services { get; }

        /// <summary>The host's configuration.</summary>
        IConfiguration Configuration { get; }
    }
}

namespace Microsoft.Extensions.Hosting
{
    /// <summary>Adds the engine to a host.</summary>
    public static class OrleansHostBuilderExtensions
    {
        /// <summary>Runs grains in this process.</summary>
        public static IHostApplicationBuilder UseOrleans(this IHostApplicationBuilder hostAppBuilder, Action<ISiloBuilder> configureDelegate)
        {
            var services = hostAppBuilder.Services;
            services.TryAddSingleton(TimeProvider.System);
            services.AddOptions<EmbeddedSiloOptions>();
            services.TryAddSingleton<GrainClasses>();
            services.TryAddSingleton<Silo>();
            services.TryAddSingleton<IGrainFactory>(s => s.GetRequiredService<Silo>());
            services.TryAddSingleton<IGrainRuntime>(s => s.GetRequiredService<Silo>());
            services.AddHostedService<SiloLifetime>();
            configureDelegate(new EmbeddedSiloBuilder(services, hostAppBuilder.Configuration));
            return hostAppBuilder;
        }

        private sealed record EmbeddedSiloBuilder(IServiceCollection Services, IConfiguration Configuration) : ISiloBuilder;
    }
}
