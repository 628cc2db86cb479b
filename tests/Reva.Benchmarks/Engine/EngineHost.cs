using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace Reva.Benchmarks.Engine;

/// <summary>A host with nothing but grains.</summary>
internal static class EngineHost
{
    public static async Task<(IHost Host, IGrainFactory Grains)> StartAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.UseOrleans(_ => { });
        var host = builder.Build();
        await host.StartAsync();
        return (host, host.Services.GetRequiredService<IGrainFactory>());
    }
}
