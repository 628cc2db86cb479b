using System.Net;
using System.Net.Sockets;

namespace Reva.Testing.Server;

/// <summary>Ports of this machine that nobody listens on.</summary>
public static class FreePort
{
    /// <summary>One that was free a moment ago.</summary>
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
