using System.Text.Json.Nodes;
using Reva.Sandbox.Tests.Parts;
using static Reva.Sandbox.Tests.Parts.ActingShop;

namespace Reva.Sandbox.Tests.Faults;

public class AnswerKeptBackTests
{
    private const string Path = "admin/api/2026-10/graphql.json";

    private static readonly object Note = new
    {
        query = """mutation Note { orderUpdate(input: { id: "gid://shopify/Order/201", note: "ring twice" }) { order { note } userErrors { message } } }""",
    };

    [Fact]
    public async Task A_lost_answer_leaves_the_effect_behind()
    {
        await using var shop = await OpenAsync();
        await shop.Control("faults", new { service = "shopify", kind = "lost", operation = "orderUpdate", count = 1 });
        await shop.Data("{ shop { name } }");
        await Assert.ThrowsAsync<HttpRequestException>(() => shop.Post(Path, Note));
        Assert.Equal("ring twice", (string?)(await shop.ReadOrder(201, "note"))["note"]);
        var log = await shop.ControlGet("requests");
        Assert.Equal("""{"orderUpdate":1}""", log["effects"]!.ToJsonString());
        Assert.Equal((0, "lost"), ((int)log["requests"]![1]!["status"]!, (string?)log["requests"]![1]!["fault"]));
    }

    [Fact]
    public async Task A_held_answer_comes_when_it_is_released_and_its_effect_before()
    {
        await using var shop = await OpenAsync();
        await shop.Control("faults", new { service = "shopify", kind = "hold", operation = "Note", count = 1 });
        var answer = shop.Post(Path, Note);
        JsonNode held;
        do
            held = await shop.ControlGet("faults");
        while ((int?)held[0]?["waiting"] != 1);
        Assert.False(answer.IsCompleted);
        Assert.Equal("ring twice", (string?)(await shop.ReadOrder(201, "note"))["note"]);
        using var released = await shop.Http.DeleteAsync("_control/faults");
        using var response = await answer;
        Assert.Equal("ring twice", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!["orderUpdate"]!["order"]!["note"]);
    }

    [Theory]
    [InlineData("orderUpd")]
    [InlineData("Update")]
    public async Task A_fault_hits_whole_words_only(string operation)
    {
        await using var shop = await OpenAsync();
        await shop.Control("faults", new { service = "shopify", kind = "lost", operation, count = 1 });
        using var response = await shop.Post(Path, Note);
        Assert.True(response.IsSuccessStatusCode);
    }
}
