using Microsoft.Extensions.Configuration;
using Reva.Server.Hosting;

namespace Reva.Server.Tests.Hosting;

public sealed class ClusterSettingsTests
{
    [Theory]
    [InlineData("Cluster:SiloPort", "11111", "Cluster:Id")]
    [InlineData("Cluster:SiloPort", "0", "Cluster:SiloPort is '0'", "Cluster:Id", "reva")]
    [InlineData("Cluster:SiloPort", "many", "Cluster:SiloPort is 'many'", "Cluster:Id", "reva")]
    [InlineData("Cluster:GatewayPort", "70000", "Cluster:GatewayPort is '70000'", "Cluster:Id", "reva")]
    [InlineData("Cluster:AdvertisedAddress", "pod-1", "Cluster:AdvertisedAddress is 'pod-1'", "Cluster:Id", "reva")]
    [InlineData("Cluster:AdvertisedAddress", "0.0.0.0", "Cluster:AdvertisedAddress is '0.0.0.0'", "Cluster:Id", "reva")]
    public async Task A_server_does_not_start_with_cluster_settings_that_cannot_be_meant(string name, string value, string words, params string[] more) =>
        Assert.Contains(words, await RefusalAsync([name, value, .. more]), StringComparison.Ordinal);

    internal static async Task<string> RefusalAsync(params string[] settings)
    {
        // Nobody listens there: it is refused before the database is asked.
        var given = settings.Chunk(2).ToDictionary(s => s[0], string? (s) => s[1], StringComparer.Ordinal);
        given["ConnectionStrings:Reva"] = "Host=127.0.0.1;Port=1;Database=reva;Username=reva";
        return (await Assert.ThrowsAsync<InvalidOperationException>(() => ServerHost.BuildAsync([], builder => builder.Configuration.AddInMemoryCollection(given)))).Message;
    }
}
