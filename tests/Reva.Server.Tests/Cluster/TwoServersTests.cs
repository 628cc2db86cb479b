using System.Text.Json.Nodes;
using Reva.Server.Tests.Faults;
using Reva.Testing.Database;
using Reva.Testing.Sandbox;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.Cluster;

/// <summary>Two servers are one cluster. Only with the Orleans engine; see <see cref="OrleansTables"/>.</summary>
public sealed class TwoServersTests(PostgresFixture postgres, SandboxFixture sandbox) : IClassFixture<PostgresFixture>, IClassFixture<SandboxFixture>, IAsyncLifetime
{
    private const int Shoppers = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private ServerProcess _first = null!;
    private ServerProcess _second = null!;

    public async Task InitializeAsync()
    {
        await OrleansTables.MakeAsync(postgres.DataSource);
        _first = await ServerProcess.Start(Settings());
        _second = await ServerProcess.Start(Settings());
    }

    public async Task DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Fact]
    public async Task A_conversation_goes_on_at_either_server_and_when_one_is_killed_amid_replies_none_is_lost_or_doubled()
    {
        await SlowModel.PaceAsync(sandbox, 0.01);
        var (here, there) = (Program(_first), Program(_second));
        var id = await here.BeginAsync("where is my order?");
        await there.AskAsync(id, "do you have a tent?");
        Assert.Equal((await here.CallAsync("GET", $"conversations/{id}")).Text, (await there.CallAsync("GET", $"conversations/{id}")).Text);

        await SlowModel.PaceAsync(sandbox, 0.25);
        var witnesses = Enumerable.Range(0, Shoppers).Select(n => new Witness(_first.Url, n)).ToList();
        foreach (var witness in witnesses)
            await ComeByAsync(witness);
        Assert.All(await Task.WhenAll(witnesses.Select(w => w.SayAsync())), Assert.True);
        await Task.WhenAll(witnesses.Select(w => w.FirstWord)).WaitAsync(Patience);
        _first.Kill();
        Assert.All(witnesses, w => Assert.False(w.Answer.IsCompleted));
        await SlowModel.PaceAsync(sandbox, 0.01);

        await Task.WhenAll(witnesses.Select(w => Eventually.Is("the other server has the conversation", w.SayAsync)));
        await Task.WhenAll(witnesses.Select(w => w.Answer)).WaitAsync(Patience);
        foreach (var witness in witnesses)
            AssertWhole(await witness.LogAsync(), witness);
        // Each conversation is taken over by itself; until then it is unavailable.
        await Eventually.Is("the first conversation is taken over", async () => (await there.CallAsync("GET", $"conversations/{id}")).Status == 200);
        Assert.Equal(4, (await there.CallAsync("GET", $"conversations/{id}")).Taken["messages"]!.AsArray().Count);
    }

    // The conversation is woken where it is first asked for; from then on its shopper speaks through the other server.
    private async Task ComeByAsync(Witness witness)
    {
        await witness.ArriveAsync();
        await witness.LeaveAsync();
        await witness.ArriveAsync();
        await witness.LeaveAsync();
        witness.ServerUrl = _second.Url;
        await witness.ArriveAsync();
    }

    private static void AssertWhole(List<JsonNode> log, Witness witness)
    {
        Assert.Equal(Enumerable.Range(1, log.Count).Select(n => (long)n), log.Select(e => (long)e["seq"]!));
        Assert.Equal(log.Select(e => e.ToJsonString()).Take(witness.Stored.Count), witness.Stored.Select(e => e.ToJsonString()));
        Assert.Equal(witness.Question, (string)Assert.Single(log, e => (string)e["type"]! == "message")["text"]!);
        Assert.Equal(SlowModel.Words, (string?)Assert.Single(log, e => (string)e["type"]! is "text.completed" or "error")["text"]);
    }

    private RestClient Program(ServerProcess server) => new(server.Http, Settings().ApiKey);

    private ServerSettings Settings()
    {
        var settings = new ServerSettings { Database = postgres.ConnectionString, SandboxUrl = sandbox.Url, SandboxToken = sandbox.AccessToken }.With(sandbox);
        return settings with
        {
            More = new Dictionary<string, string>(settings.More, StringComparer.Ordinal)
            {
                // A shopper who asks again until the other server has taken over asks faster than people do.
                ["Chat:Burst"] = "100000",
                ["Cluster:Id"] = "test",
                ["Cluster:AdvertisedAddress"] = "127.0.0.1",
                ["Cluster:SiloPort"] = FreePort.Take().ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
        };
    }
}
