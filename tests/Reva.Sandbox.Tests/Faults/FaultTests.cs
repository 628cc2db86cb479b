using System.Net;
using System.Text.Json.Nodes;
using Reva.Sandbox.Tests.Parts;

namespace Reva.Sandbox.Tests.Faults;

public class FaultTests
{
    private const string Path = "admin/api/2026-10/graphql.json";

    private static readonly object Question = new { query = "{ shop { name } }" };

    [Fact]
    public async Task A_status_fault_hits_as_many_requests_as_it_was_told_and_says_when_to_come_back()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("faults", new { service = "shopify", kind = "status", status = 502, retryAfter = 3, count = 2 });
        for (var i = 0; i < 2; i++)
        {
            using var failed = await shop.Post(Path, Question);
            Assert.Equal(HttpStatusCode.BadGateway, failed.StatusCode);
            Assert.Equal("3", failed.Headers.GetValues("Retry-After").Single());
        }
        using var fine = await shop.Post(Path, Question);
        Assert.Equal(HttpStatusCode.OK, fine.StatusCode);
    }

    [Fact]
    public async Task A_fault_with_a_duration_ends_by_itself()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("faults", new { service = "shopify", kind = "throttle", duration = 60 });
        Assert.Equal("THROTTLED", (string?)(await shop.Ask("{ shop { name } }"))["errors"]![0]!["extensions"]!["code"]);
        shop.Clock.Advance(TimeSpan.FromSeconds(61));
        await shop.Data("{ shop { name } }");
    }

    [Fact]
    public async Task A_reset_ends_the_connection_without_an_answer()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("faults", new { service = "shopify", kind = "reset", count = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => shop.Post(Path, Question));
    }

    [Fact]
    public async Task Malformed_is_an_answer_that_is_no_json()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("faults", new { service = "shopify", kind = "malformed", count = 1 });
        using var response = await shop.Post(Path, Question);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(() => response.Content.ReadAsStringAsync().ContinueWith(t => JsonNode.Parse(t.Result), TaskScheduler.Default));
    }

    [Fact]
    public async Task A_slow_service_answers_when_its_time_has_come_and_not_before()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("faults", new { service = "shopify", kind = "slow", delay = 30, count = 1 });
        var answer = shop.Post(Path, Question);
        await shop.Clock.SomebodyWaits();
        Assert.False(answer.IsCompleted);
        shop.Clock.Advance(TimeSpan.FromSeconds(30));
        using var response = await answer;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Silence_lasts_until_it_is_cleared()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("faults", new { service = "shopify", kind = "silence", delay = 3600 });
        var answer = shop.Post(Path, Question);
        await shop.Clock.SomebodyWaits();
        Assert.False(answer.IsCompleted);
        using var cleared = await shop.Http.DeleteAsync("_control/faults");
        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
        await shop.Data("{ shop { name } }");
    }

    [Fact]
    public async Task A_fault_of_one_service_leaves_the_others_alone_and_every_request_is_written_down()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("faults", new { service = "openai", kind = "status", status = 500 });
        await shop.Data("{ shop { name } }");
        using var failed = await shop.Post("openai/v1/chat/completions", new { });
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        var log = JsonNode.Parse(await shop.Http.GetStringAsync("_control/requests"))!;
        Assert.Equal("""{"shopify":1,"openai":1}""", log["counts"]!.ToJsonString());
        Assert.Equal("status", (string?)log["requests"]![1]!["fault"]);
    }

    [Theory]
    [InlineData("""{"service":"bank","kind":"status"}""")]
    [InlineData("""{"service":"shopify","kind":"flood"}""")]
    [InlineData("""{"service":"shopify","kind":"slow"}""")]
    [InlineData("""{"service":"shopify","kind":"status","count":0}""")]
    public async Task A_fault_that_makes_no_sense_is_refused(string fault)
    {
        await using var shop = await SmallShop.OpenAsync();
        using var response = await shop.Post("_control/faults", JsonNode.Parse(fault)!);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
