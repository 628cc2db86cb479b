using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reva.Testing.Hub;
using Reva.Testing.Server;

namespace Reva.Server.Tests.BadInput;

[Collection(RevaCollection.Name)]
public sealed class OddTextTests(ServerFixture reva)
{
    private RestClient Program => new(reva.Server.Http, reva.Settings.ApiKey);

    public static TheoryData<string> RefusedNames => [.. OddTexts.Refused.Select(t => t.Name)];

    public static TheoryData<string> AnsweredNames => [.. OddTexts.Answered.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public async Task A_message_that_is_none_is_refused_over_hub_and_rest_alike_and_what_was_said_stays(string name)
    {
        var (_, json, code) = OddTexts.Refused.Single(t => t.Name == name);
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        await shopper.AskAsync("hello");
        var before = await shopper.EverythingAsync();

        var refused = await Assert.ThrowsAsync<HubFailure>(() => SendAsync(shopper, json));
        Assert.Equal(code, refused.Code);
        var answer = await PostAsync($"conversations/{shopper.ConversationId}/messages", "content", json);
        Assert.Equal((400, code), (answer.Status, answer.Code));
        var begun = await PostAsync("conversations", "initial_message", json);
        Assert.Equal((400, code), (begun.Status, begun.Code));
        SaysWhatToDo(refused.Message);
        SaysWhatToDo((string)answer.Json["detail"]!);

        Assert.Equal(before.Select(e => e.ToJsonString()), (await shopper.EverythingAsync()).Select(e => e.ToJsonString()));
        Assert.NotEmpty(await shopper.AskAsync("thanks"));
    }

    [Theory]
    [MemberData(nameof(AnsweredNames))]
    public async Task Odd_words_are_answered_and_stored_as_they_were_typed(string name)
    {
        var (_, json, stored) = OddTexts.Answered.Single(t => t.Name == name);
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        var seq = (long)(await SendAsync(shopper, json))!["seq"]!;
        var answered = (await shopper.UntilAnsweredAsync(seq))[^1];
        Assert.Equal("text.completed", (string)answered["type"]!);
        Assert.Equal(stored ?? json, (string)(await shopper.EverythingAsync())[0]["text"]!);

        var begun = await PostAsync("conversations", "initial_message", json);
        Assert.Equal(201, begun.Status);
        Assert.NotEmpty((string)begun.Json["response"]!);
        var read = await Program.CallAsync("GET", $"conversations/{begun.Json["conversation_id"]}");
        Assert.Equal(stored ?? json, (string)read.Json["messages"]![0]!["content"]!);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused_with_a_code_or_left_out_and_nothing_is_lost()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        await shopper.AskAsync("hello");
        Assert.Equal("invalid_argument", (await Assert.ThrowsAsync<HubFailure>(() => SendAsync(shopper, @"a\ud800b hello"))).Code);
        var answer = await PostAsync("conversations", "initial_message", @"a\ud800b hello");
        Assert.Equal((400, "invalid_request"), (answer.Status, answer.Code));
        Assert.NotEmpty(await shopper.AskAsync("thanks"));
    }

    private static void SaysWhatToDo(string words) => Assert.True(words.Length > 20 && words.Contains(' ', StringComparison.Ordinal), words);

    // Written by hand, so that escapes arrive as a careless program would send them.
    private static Task<JsonNode?> SendAsync(Shopper shopper, string textJson) => shopper.Line.CallRawAsync(
        id => $$"""{"type":1,"invocationId":"{{id}}","target":"Send","arguments":[{"conversationId":"{{shopper.ConversationId}}","clientMessageId":"{{Guid.NewGuid():n}}","text":"{{Escaped(textJson)}}"}]}""");

    private Task<RestAnswer> PostAsync(string path, string field, string textJson) =>
        Program.CallAsync("POST", path, new StringContent($$"""{"{{field}}":"{{Escaped(textJson)}}"}""", Encoding.UTF8, "application/json"));

    private static string Escaped(string textJson) => textJson.Contains(@"\u", StringComparison.Ordinal) ? textJson : JsonEncodedText.Encode(textJson).ToString();
}
