namespace Reva.Server.Tests.Hosting;

/// <summary>Of the embedded engine alone; the Orleans engine forms the cluster.</summary>
public sealed class EmbeddedEngineTests
{
    [Fact]
    public async Task The_embedded_engine_refuses_to_be_one_of_several_and_says_what_to_do()
    {
        var refusal = await ClusterSettingsTests.RefusalAsync("Cluster:Id", "reva", "Cluster:AdvertisedAddress", "10.0.0.7");

        Assert.Contains("-p:Engine=Orleans", refusal, StringComparison.Ordinal);
        Assert.Contains("leave out the Cluster settings", refusal, StringComparison.Ordinal);
    }
}
