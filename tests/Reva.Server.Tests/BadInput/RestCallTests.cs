using System.Net.Http.Headers;
using System.Text;
using Reva.Testing.Server;

namespace Reva.Server.Tests.BadInput;

/// <summary>Requests that no program of ours makes: each gets an RFC 9457 problem with a code, and nothing said before is lost.</summary>
[Collection(RevaCollection.Name)]
public sealed class RestCallTests(ServerFixture reva)
{
    private const string Own = "@own";
    private const string Unknown = "01arz3ndektsv4rrffq69g5fav";

    // Method, path (@own stands for a conversation of the store), body, status, code.
    public static TheoryData<string, string, string?, int, string> Calls => new()
    {
        { "POST", "conversations", "", 400, "invalid_request" },
        { "POST", "conversations", "{", 400, "invalid_request" },
        { "POST", "conversations", "null", 400, "invalid_request" },
        { "POST", "conversations", "[]", 400, "invalid_request" },
        { "POST", "conversations", "\"hi\"", 400, "invalid_request" },
        { "POST", "conversations", "{}", 400, "message_empty" },
        { "POST", "conversations", """{"initial_message":null}""", 400, "message_empty" },
        { "POST", "conversations", """{"initial_message":["hi"]}""", 400, "invalid_request" },
        { "POST", "conversations", """{"initial_message":"hi"} trailing""", 400, "invalid_request" },
        { "POST", "conversations", """{"initial_message":"hi","channel":""}""", 400, "invalid_channel" },
        { "POST", "conversations", """{"initial_message":"hi","channel":"1"}""", 400, "invalid_channel" },
        { "POST", "conversations", """{"initial_message":"hi","channel":"chat, api"}""", 400, "invalid_channel" },
        { "POST", "conversations", """{"initial_message":"hi","channel":7}""", 400, "invalid_request" },
        { "POST", "conversations", """{"initial_message":"hi","customer_email":"@"}""", 400, "invalid_email" },
        { "POST", "conversations", """{"initial_message":"hi","customer_email":"a@"}""", 400, "invalid_email" },
        { "POST", "conversations", """{"initial_message":"hi","customer_email":"a\u0000@b.example"}""", 400, "invalid_email" },
        { "POST", "conversations", """{"initial_message":"hi","customer_email":"a b@c.example"}""", 400, "invalid_email" },
        { "POST", "conversations", """{"initial_message":"hi","customer_email":{}}""", 400, "invalid_request" },
        { "POST", "conversations/@own/messages", "{}", 400, "message_empty" },
        { "POST", "conversations/@own/messages", """{"content":true}""", 400, "invalid_request" },
        { "POST", $"conversations/{Unknown}/messages", """{"content":"hi"}""", 404, "not_found" },
        { "POST", "conversations/x/messages", """{"content":"hi"}""", 404, "not_found" },
        { "POST", "conversations/01ARZ3NDEKTSV4RRFFQ69G5FAV'/messages", """{"content":"hi"}""", 404, "not_found" },
        { "GET", $"conversations/{Unknown}", null, 404, "not_found" },
        { "GET", "conversations/%F0%9F%8E%89", null, 404, "not_found" },
        { "GET", $"conversations/{Unknown}/turns", null, 404, "not_found" },
        { "POST", "conversations/@own/escalate", "{}", 400, "message_empty" },
        { "POST", "conversations/@own/escalate", """{"reason":"   "}""", 400, "message_empty" },
        { "POST", "conversations/@own/escalate", """{"reason":1}""", 400, "invalid_request" },
        { "POST", $"conversations/{Unknown}/escalate", """{"reason":"why"}""", 404, "not_found" },
        { "POST", "conversations/@own/resolve", "{}", 400, "message_empty" },
        { "POST", "conversations/@own/resolve", """{"resolution_summary":"x","csat_score":0}""", 400, "invalid_score" },
        { "POST", "conversations/@own/resolve", """{"resolution_summary":"x","csat_score":4.5}""", 400, "invalid_request" },
        { "POST", "conversations/@own/resolve", """{"resolution_summary":"x","csat_score":"5"}""", 400, "invalid_request" },
        { "POST", "conversations/@own/resolve", """{"resolution_summary":"x","csat_score":99999999999}""", 400, "invalid_request" },
        { "GET", "conversations?status=0", null, 400, "invalid_status" },
        { "GET", "conversations?status=open,resolved", null, 400, "invalid_status" },
        { "GET", "conversations?intent=3", null, 400, "invalid_intent" },
        { "GET", "conversations?cursor=", null, 400, "invalid_cursor" },
        { "GET", "conversations?cursor=%00", null, 400, "invalid_cursor" },
        { "GET", "nothing-of-the-kind", null, 404, "unknown_endpoint" },
        { "DELETE", "conversations/@own", null, 405, "method_not_allowed" },
        { "PUT", "conversations", "{}", 405, "method_not_allowed" },
        { "GET", "/api/v2/conversations", null, 404, "unknown_endpoint" },
        { "POST", "/nowhere", "{}", 404, "unknown_endpoint" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_wrong_request_gets_a_problem_and_costs_nothing(string method, string path, string? body, int status, string code)
    {
        var id = await Program.BeginAsync("hello");
        var before = (await Program.CallAsync("GET", $"conversations/{id}")).Text;

        var answer = await Program.CallAsync(method, path.Replace(Own, id, StringComparison.Ordinal), body is null ? null : Json(body));

        IsProblem(answer, status, code);
        Assert.Equal(before, (await Program.CallAsync("GET", $"conversations/{id}")).Text);
        Assert.NotEmpty(await Program.AskAsync(id, "thanks"));
    }

    [Theory]
    [InlineData("%00", 200)]
    [InlineData("%F0%9F%8E%89", 200)]
    [InlineData("%22unclosed%20or%20-%20%28", 200)]
    [InlineData("%27%3B%20drop%20table%20messages%3B--", 200)]
    [InlineData("%ED%A0%80", 200)]
    public async Task Whatever_is_searched_for_is_searched_for(string q, int status) =>
        Assert.Equal(status, (await Program.CallAsync("GET", $"conversations?q={q}")).Status);

    [Fact]
    public async Task A_search_for_ten_thousand_characters_is_refused() =>
        IsProblem(await Program.CallAsync("GET", $"conversations?q={new string('a', 4000)}"), 400, "invalid_query");

    [Fact]
    public async Task Fields_that_the_api_does_not_know_are_ignored() =>
        Assert.Equal(201, (await Program.CallAsync("POST", "conversations", Json("""{"initial_message":"hi","colour":"red","store_id":"lantern","nested":{"a":[1,2]}}"""))).Status);

    [Theory]
    [InlineData("chat")]
    [InlineData("api")]
    [InlineData("email")]
    [InlineData("whatsapp")]
    [InlineData("sms")]
    [InlineData("instagram")]
    public async Task Every_channel_is_taken_and_told_by_the_name_that_the_refusal_lists(string channel)
    {
        var begun = await Program.CallAsync("POST", "conversations", new { initial_message = "hi", channel });
        Assert.Equal(201, begun.Status);
        Assert.Equal(channel, (string)(await Program.CallAsync("GET", $"conversations/{begun.Json["conversation_id"]}")).Json["channel"]!);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task A_body_that_is_not_called_json_is_refused(string? type)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"initial_message":"hi"}"""));
        if (type is not null)
            body.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        IsProblem(await Program.CallAsync("POST", "conversations", body), 415, "unsupported_media_type");
    }

    [Theory]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=no-such-charset")]
    public async Task A_body_in_letters_that_nobody_knows_is_refused(string type)
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"initial_message":"hi"}"""));
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        var answer = await Program.CallAsync("POST", "conversations", body);
        IsProblem(answer, 415, "unsupported_media_type");
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused_or_replaced()
    {
        var body = new ByteArrayContent([.. "{\"initial_message\":\"a"u8, 0xff, 0xfe, 0xc0, .. "b\"}"u8]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        IsProblem(await Program.CallAsync("POST", "conversations", body), 400, "invalid_request");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_more_than_a_megabyte_is_refused_before_it_is_read(bool chunked)
    {
        HttpContent body = Json($$"""{"initial_message":"{{new string('a', 2 << 20)}}"}""");
        if (chunked)
            body = new StreamContent(new WithoutLength(await body.ReadAsStreamAsync())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        IsProblem(await Program.CallAsync("POST", "conversations", body), 413, "body_too_large");
    }

    [Fact]
    public async Task A_body_nested_a_thousand_deep_is_refused() =>
        IsProblem(await Program.CallAsync("POST", "conversations", Json($$"""{"x":{{new string('[', 1000)}}{{new string(']', 1000)}}}""")), 400, "invalid_request");

    [Fact]
    public async Task An_idempotency_key_too_long_is_refused_and_not_dropped()
    {
        var id = await Program.BeginAsync("hello");
        var key = new string('k', 65);
        IsProblem(await Program.CallAsync("POST", "conversations", new { initial_message = "hi" }, key), 400, "invalid_idempotency_key");
        IsProblem(await Program.CallAsync("POST", $"conversations/{id}/messages", new { content = "hi" }, key), 400, "invalid_idempotency_key");
        Assert.Equal(201, (await Program.CallAsync("POST", "conversations", new { initial_message = "hi" }, key[1..])).Status);
    }

    [Fact]
    public async Task A_resolved_conversation_takes_nothing_more_and_can_still_be_read()
    {
        var id = await Program.BeginAsync("hello");
        Assert.Equal(200, (await Program.CallAsync("POST", $"conversations/{id}/resolve", new { resolution_summary = "done", csat_score = 4 })).Status);
        var before = (await Program.CallAsync("GET", $"conversations/{id}")).Text;
        IsProblem(await Program.CallAsync("POST", $"conversations/{id}/messages", new { content = "more" }), 409, "conversation_closed");
        IsProblem(await Program.CallAsync("POST", $"conversations/{id}/escalate", new { reason = "more" }), 409, "conversation_closed");
        Assert.Equal(200, (await Program.CallAsync("POST", $"conversations/{id}/resolve", new { resolution_summary = "again" })).Status);
        Assert.Equal(before, (await Program.CallAsync("GET", $"conversations/{id}")).Text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("Bearer wrong")]
    [InlineData("reva_test_key_that_is_long_enough_to_be_on")]
    [InlineData("REVA_TEST_KEY_THAT_IS_LONG_ENOUGH_TO_BE_ONE")]
    [InlineData("' or 1=1 --")]
    public async Task Without_the_right_key_every_address_says_the_same(string? key)
    {
        var id = await Program.BeginAsync("hello");
        var stranger = new RestClient(reva.Server.Http, key);
        foreach (var path in new[] { "conversations", $"conversations/{id}", $"conversations/{Unknown}", $"conversations/{id}/turns" })
            IsProblem(await stranger.CallAsync("GET", path), 401, "invalid_key");
        IsProblem(await stranger.CallAsync("POST", $"conversations/{id}/messages", new { content = "hi" }), 401, "invalid_key");
    }

    private RestClient Program => new(reva.Server.Http, reva.Settings.ApiKey);

    private static void IsProblem(RestAnswer answer, int status, string code)
    {
        Assert.True(answer.Status == status, $"{answer.Status}: {answer.Text}");
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.Equal(code, answer.Code);
        Assert.Equal(status, (int)answer.Json["status"]!);
        Assert.True(((string)answer.Json["detail"]!).Length > 20, answer.Text);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
