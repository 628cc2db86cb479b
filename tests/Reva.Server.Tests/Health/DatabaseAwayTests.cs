using System.Text.Json.Nodes;
using Reva.Testing.Database;
using Reva.Testing.Hub;
using Reva.Testing.Sandbox;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.Health;

/// <summary>PostgreSQL goes away under a running server and comes back.</summary>
public sealed class DatabaseAwayTests(PostgresFixture postgres, SandboxFixture sandbox) : IClassFixture<PostgresFixture>, IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task While_the_database_is_away_the_server_lives_says_so_with_a_code_and_loses_nothing()
    {
        await using var gate = DatabaseGate.Before(postgres.ConnectionString);
        var settings = new ServerSettings { Database = gate.ConnectionString, SandboxUrl = sandbox.Url, SandboxToken = sandbox.AccessToken };
        await using var server = await ServerInside.StartAsync(settings);
        var program = new RestClient(server.Http, settings.ApiKey);
        var id = await program.BeginAsync("hello");
        await using var shopper = await Shopper.ArriveAsync(server.Url);
        await shopper.AskAsync("hello");

        gate.Close();

        Assert.Equal(200, (await program.CallAsync("GET", "/health/live")).Status);
        var ready = await program.CallAsync("GET", "/health/ready");
        Assert.Equal((503, "not_ready"), (ready.Status, ready.Code));
        Assert.Contains("PostgreSQL", (string)ready.Json["detail"]!, StringComparison.Ordinal);
        Assert.NotNull(ready.Headers.RetryAfter);

        (string Method, string Path, object? Body)[] calls =
        [
            ("GET", "conversations", null), ("GET", $"conversations/{id}", null), ("GET", "conversations/01arz3ndektsv4rrffq69g5fav", null), ("GET", $"conversations/{id}/turns", null),
            ("POST", $"conversations/{id}/messages", new { content = "are you there?" }), ("POST", "conversations", new { initial_message = "are you there?" }),
            ("POST", $"conversations/{id}/escalate", new { reason = "why" }), ("POST", $"conversations/{id}/resolve", new { resolution_summary = "done" }),
        ];
        // All at once: each is tried for some seconds before it is given up.
        await Task.WhenAll(calls.Select(async call =>
        {
            var answer = await program.CallAsync(call.Method, call.Path, call.Body);
            Assert.True((answer.Status, answer.Code) == (503, "unavailable"), $"{call.Method} {call.Path}: {answer.Status} {answer.Text}");
            Assert.NotNull(answer.Headers.RetryAfter);
        }));
        var refused = await Assert.ThrowsAsync<HubFailure>(() => shopper.SayAsync("where is my order?", "m-away"));
        Assert.Equal("unavailable", refused.Code);
        // A newcomer has nothing stored yet and may open the widget; what they write cannot be kept and is refused.
        await using var newcomer = await Shopper.ArriveAsync(server.Url);
        Assert.Equal("unavailable", (await Assert.ThrowsAsync<HubFailure>(() => newcomer.SayAsync("are you there?", "m-newcomer"))).Code);
        var stream = await shopper.Line.StreamAsync("Subscribe", shopper.ConversationId, 0L);
        Assert.Equal("unavailable", (await Assert.ThrowsAsync<HubFailure>(() => stream.Completion)).Code);

        gate.Open();

        await Eventually.Is("the server is ready again", async () => (await program.CallAsync("GET", "/health/ready")).Status == 200);
        var seq = await shopper.SayAsync("where is my order?", "m-away");
        await shopper.UntilAnsweredAsync(seq);
        await newcomer.UntilAnsweredAsync(await newcomer.SayAsync("are you there?", "m-newcomer"));
        var messages = (await shopper.EverythingAsync()).Where(e => (string)e["type"]! == "message").Select(e => (string)e["text"]!);
        Assert.Equal(["hello", "where is my order?"], messages);
        var read = await program.CallAsync("GET", $"conversations/{id}");
        Assert.Equal((200, "hello"), (read.Status, (string)read.Json["messages"]![0]!["content"]!));
        Assert.NotEmpty(await program.AskAsync(id, "thanks"));
    }
}
