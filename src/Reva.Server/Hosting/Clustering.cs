using Orleans.Hosting;
#if ENGINE_ORLEANS
using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;
#endif

namespace Reva.Server.Hosting;

/// <summary>How processes find each other: the one file that differs between the engines.</summary>
internal static class Clustering
{
#if ENGINE_ORLEANS
    /// <summary>Joins the cluster of the settings through its tables in <paramref name="database"/>; without settings the process is a cluster of its own.</summary>
    public static void UseClustering(this ISiloBuilder silo, ClusterSettings? cluster, string database)
    {
        if (cluster is null)
        {
            // Ports that are free, so that several servers of one machine, each for itself, do not meet.
            silo.UseLocalhostClustering(FreePort(), gatewayPort: 0);
            return;
        }
        silo.Services.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Id, cluster.ServiceId));
        silo.UseAdoNetClustering((AdoNetClusteringSiloOptions options) => (options.Invariant, options.ConnectionString) = ("Npgsql", database));
        silo.Services.Configure<EndpointOptions>(options => Listen(options, cluster));
    }

    private static void Listen(EndpointOptions options, ClusterSettings cluster)
    {
        (options.SiloPort, options.GatewayPort) = (cluster.SiloPort, cluster.GatewayPort);
        if (cluster.AdvertisedAddress is { } address)
            options.AdvertisedIPAddress = address;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
#else
    /// <summary>The embedded engine is one process. Throws when more are asked for: each would believe every conversation its own.</summary>
    public static void UseClustering(this ISiloBuilder silo, ClusterSettings? cluster, string database)
    {
        if (cluster is not null)
            throw new InvalidOperationException($"Cluster:Id is '{cluster.Id}', but this server is built with the embedded engine, which is one process. Build it with -p:Engine=Orleans (docs/operations.md, Several pods), or leave out the Cluster settings.");
        silo.UseLocalhostClustering();
    }
#endif
}
