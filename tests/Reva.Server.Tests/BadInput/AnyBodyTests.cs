using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Reva.Testing.Hub;
using Reva.Testing.Server;

namespace Reva.Server.Tests.BadInput;

/// <summary>Whatever comes, the answer is a clear one and never a failure of the server's own.</summary>
[Collection(RevaCollection.Name)]
public sealed class AnyBodyTests(ServerFixture reva)
{
    private static readonly string[] Fields = ["initial_message", "content", "reason", "resolution_summary", "csat_score", "channel", "customer_email", "extra"];
    private static readonly string[] Values =
        ["null", "true", "0", "-1", "3", "1e400", "99999999999999999999", "\"\"", "\"hi\"", "\"\\u0000\"", "\"\\ud800\"", "\"🎉\"", "[]", "[[]]", "{}", "{\"a\":null}", "\"chat\"", "\"a@b.example\"", "\"'\\\"\\\\\"", "nul", ""];

    private static Gen<string> Objects => Gen.Elements(Fields).SelectMany(_ => Gen.Elements(Values), (name, value) => $"\"{name}\":{value}").ListOf().Select(pairs => "{" + string.Join(',', pairs) + "}");

    private static Gen<byte[]> Bodies => Gen.OneOf(
        Objects.Select(Encoding.UTF8.GetBytes),
        Objects.SelectMany(_ => Gen.Choose(0, 40), (text, cut) => Encoding.UTF8.GetBytes(text[..Math.Min(cut, text.Length)])),
        ArbMap.Default.GeneratorFor<byte[]>());

    private static readonly string[] Paths = ["conversations", "conversations/@own/messages", "conversations/@own/escalate", "conversations/01arz3ndektsv4rrffq69g5fav/messages"];

    [Fact]
    public async Task Any_body_over_rest_is_answered_or_refused_with_a_code_and_what_was_said_stays()
    {
        var program = new RestClient(reva.Server.Http, reva.Settings.ApiKey);
        var id = await program.BeginAsync("hello");
        var cases = Gen.Elements(Paths).SelectMany(_ => Bodies, (path, body) => (path, body)).ToArbitrary();
        Prop.ForAll(cases, @case =>
        {
            var body = new ByteArrayContent(@case.body);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            var answer = Task.Run(() => program.CallAsync("POST", @case.path.Replace("@own", id, StringComparison.Ordinal), body)).GetAwaiter().GetResult();
            Assert.True(answer.Status is 200 or 201 || (answer.Status is >= 400 and < 500 && answer.Code is { Length: > 0 }), $"{answer.Status} {answer.Text} for {Encoding.UTF8.GetString(@case.body)}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

        var read = await program.CallAsync("GET", $"conversations/{id}");
        Assert.Equal("hello", (string)read.Json["messages"]![0]!["content"]!);
    }

    [Fact]
    public async Task Any_call_over_the_hub_is_answered_or_refused_with_a_code_and_what_was_said_stays()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        await shopper.AskAsync("hello");
        string[] targets = ["Start", "Send", "Typing", "Rate", "Nothing"];
        var fields = new[] { "storeId", "visitorToken", "page", "locale", "fresh", "conversationId", "clientMessageId", "text", "score", "comment" };
        // Values that are no JSON end the line, which other tests hold; here each call must be told what is wrong with it.
        var values = Values.Where(v => v is not ("nul" or "" or "1e400"));
        var arguments = Gen.Elements(fields).SelectMany(_ => Gen.Elements(values.Append($"\"{shopper.ConversationId}\"").Append("\"demo\"")), (name, value) => $"\"{name}\":{value}")
            .ListOf().Select(pairs => "{" + string.Join(',', pairs) + "}");
        var anything = Gen.OneOf(arguments, Gen.Elements(values)).ListOf().Select(all => "[" + string.Join(',', all.Take(3)) + "]");
        var cases = Gen.Elements(targets).SelectMany(_ => anything, (target, args) => (target, args)).ToArbitrary();

        await using var line = await HubLine.OpenAsync(reva.Server.Url);
        Prop.ForAll(cases, @case =>
        {
            var failure = Record.Exception(() => Task.Run(() => line.CallRawAsync(id => $$"""{"type":1,"invocationId":"{{id}}","target":"{{@case.target}}","arguments":{{@case.args}}}""")).GetAwaiter().GetResult());
            Assert.True(failure is null or HubFailure { Code: not ("none" or "closed" or "unavailable") }, $"{failure} for {@case}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

        Assert.Equal("hello", (string)(await shopper.EverythingAsync())[0]["text"]!);
        Assert.NotEmpty(await shopper.AskAsync("thanks"));
    }
}
