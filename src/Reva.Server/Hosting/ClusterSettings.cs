using System.Net;

namespace Reva.Server.Hosting;

/// <summary>How this process and others form one cluster, from <c>Cluster:…</c>.</summary>
/// <param name="Id">Processes with the same one, on the same database, are one cluster.</param>
/// <param name="ServiceId">Name of the service whose grains these are; stays as it is for as long as the installation lives.</param>
/// <param name="SiloPort">Port on which the others reach this process.</param>
/// <param name="GatewayPort">Port for Orleans clients of your own; 0 opens none.</param>
/// <param name="AdvertisedAddress">Address at which the others reach this process; null lets Orleans take the machine's first.</param>
internal sealed record ClusterSettings(string Id, string ServiceId, int SiloPort, int GatewayPort, IPAddress? AdvertisedAddress)
{
    private const string Section = "Cluster";
    private const int UsualSiloPort = 11111;

    /// <summary>The settings; null when no cluster is asked for. Throws when they cannot be what was meant.</summary>
    public static ClusterSettings? Of(IConfiguration configuration)
    {
        var cluster = configuration.GetSection(Section);
        if (!cluster.GetChildren().Any())
            return null;
        if (cluster["Id"] is not { Length: > 0 } id)
            throw new InvalidOperationException("There are Cluster settings but no Cluster:Id. Give all processes of the cluster the same one, e.g. Cluster__Id=reva, or leave out the others.");
        return new(id, cluster["ServiceId"] ?? "reva", Port(cluster, "SiloPort", UsualSiloPort, 1), Port(cluster, "GatewayPort", 0, 0), Address(cluster["AdvertisedAddress"]));
    }

    private static int Port(IConfigurationSection cluster, string name, int usual, int least)
    {
        if (cluster[name] is not { Length: > 0 } text)
            return usual;
        return int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var port) && port >= least && port <= IPEndPoint.MaxPort ? port
            : throw new InvalidOperationException($"Cluster:{name} is '{text}'; it is a port from {least} to {IPEndPoint.MaxPort}.");
    }

    private static IPAddress? Address(string? text)
    {
        if (text is not { Length: > 0 })
            return null;
        return IPAddress.TryParse(text, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any) ? address
            : throw new InvalidOperationException($"Cluster:AdvertisedAddress is '{text}'; it is the IP address at which the other processes reach this one.");
    }
}
