using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Reva.Testing.Database;
using Reva.Testing.Hub;
using Reva.Testing.Sandbox;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Faults;

/// <summary>The process that has a conversation goes, and another does not have it yet.</summary>
public sealed class LostSiloTests(PostgresFixture postgres, SandboxFixture sandbox) : IClassFixture<PostgresFixture>, IClassFixture<SandboxFixture>
{
    private readonly LostSilo _silo = new();

    private ServerSettings Settings => new() { Database = postgres.ConnectionString, SandboxUrl = sandbox.Url, SandboxToken = sandbox.AccessToken };

    public static TheoryData<string> Failures => ["rejected", "gone", "late"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_call_that_the_engine_could_not_deliver_is_unavailable_and_succeeds_when_it_is_sent_again(string how)
    {
        await using var server = await ServerInside.StartAsync(Settings, services: s => s.AddSingleton<IIncomingGrainCallFilter>(_silo));
        var program = new RestClient(server.Http, Settings.ApiKey);
        var id = await program.BeginAsync("hello");
        await using var shopper = await Shopper.ArriveAsync(server.Url);
        await shopper.AskAsync("hello");

        _silo.FailWith(() => Failure(how));
        (string Method, string Path, object? Body)[] calls =
        [
            ("GET", $"conversations/{id}", null), ("POST", $"conversations/{id}/messages", new { content = "are you there?" }), ("POST", "conversations", new { initial_message = "are you there?" }),
            ("POST", $"conversations/{id}/escalate", new { reason = "why" }), ("POST", $"conversations/{id}/resolve", new { resolution_summary = "done" }),
        ];
        foreach (var (method, path, body) in calls)
        {
            var answer = await program.CallAsync(method, path, body);
            Assert.True((answer.Status, answer.Code) == (503, "unavailable"), $"{method} {path}: {answer.Status} {answer.Text}");
            Assert.NotNull(answer.Headers.RetryAfter);
        }
        Assert.Equal("unavailable", (await Assert.ThrowsAsync<HubFailure>(() => shopper.SayAsync("are you there?", "m-lost"))).Code);
        Assert.Equal("unavailable", (await Assert.ThrowsAsync<HubFailure>(() => Shopper.ArriveAsync(server.Url, shopper.Token))).Code);

        _silo.FailWith(null);
        await shopper.UntilAnsweredAsync(await shopper.SayAsync("are you there?", "m-lost"));
        Assert.Equal(1, (await shopper.EverythingAsync()).Count(e => (string)e["type"]! == "message" && (string)e["text"]! == "are you there?"));
    }

    [Fact]
    public async Task Events_of_a_conversation_that_moves_end_so_that_the_widget_comes_back_by_number_and_has_all()
    {
        await using var first = await ServerInside.StartAsync(Settings);
        await using var second = await ServerInside.StartAsync(Settings);
        await using var here = await Shopper.ArriveAsync(first.Url);
        await here.AskAsync("hello");
        var live = await here.Line.StreamAsync("Subscribe", here.ConversationId, 0L);
        await using var there = await Shopper.ArriveAsync(second.Url, here.Token);
        await there.AskAsync("do you have a tent?");

        // What the first has in memory is old by now: it lets go of the conversation, and what it did not store is sent again.
        Assert.Equal("unavailable", (await Assert.ThrowsAsync<HubFailure>(() => here.SayAsync("and a stove?", "m-moved"))).Code);
        var ended = await Record.ExceptionAsync(async () => await live.ReadAllAsync().Select(e => (long)e["seq"]!).LastAsync());
        Assert.True(ended is null or HubFailure { Code: "unavailable" }, $"{ended}");

        await here.UntilAnsweredAsync(await here.SayAsync("and a stove?", "m-moved"));
        var all = await here.EverythingAsync();
        Assert.Equal(Enumerable.Range(1, all.Count).Select(n => (long)n), all.Select(e => (long)e["seq"]!));
        Assert.Equal(["hello", "do you have a tent?", "and a stove?"], all.Where(e => (string)e["type"]! == "message").Select(e => (string)e["text"]!));
        Assert.Equal(3, all.Count(e => (string)e["type"]! == "text.completed"));
    }

    private static Exception Failure(string how) => how switch
    {
        "rejected" => new OrleansException("The message was rejected."),
        "gone" => new SiloUnavailableException("The target silo became unavailable."),
        _ => new TimeoutException("No answer in time."),
    };
}
