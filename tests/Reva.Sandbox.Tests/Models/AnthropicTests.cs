using System.Text.Json.Nodes;
using Reva.Sandbox.Tests.Parts;

namespace Reva.Sandbox.Tests.Models;

public class AnthropicTests
{
    [Fact]
    public async Task A_script_streams_blocks_in_the_order_that_clients_rely_on()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("scripts", Conversations.LookUpAnOrder);
        var events = (await Conversations.Events(await shop.Post("anthropic/v1/messages", Request(stream: true)))).Select(e => JsonNode.Parse(e)!).ToList();
        var types = events.Select(e => (string)e["type"]!).Where(t => t != "ping").ToList();
        Assert.Equal(
            "message_start content_block_start content_block_delta content_block_stop content_block_start content_block_delta content_block_stop message_delta message_stop",
            string.Join(' ', types.Where((t, i) => i == 0 || types[i - 1] != t)));
        Assert.Equal("One moment.", string.Concat(events.Select(e => (string?)e["delta"]?["text"])));
        Assert.Equal("""{"number":"where?"}""", string.Concat(events.Select(e => (string?)e["delta"]?["partial_json"])));
        Assert.Equal("tool_use", (string?)events[^2]["delta"]!["stop_reason"]);
        Assert.True((int)events[^2]["usage"]!["output_tokens"]! > 0);
    }

    [Fact]
    public async Task A_tool_result_is_quoted_in_the_next_answer()
    {
        await using var shop = await SmallShop.OpenAsync();
        await shop.Control("scripts", Conversations.LookUpAnOrder);
        using var response = await shop.Post("anthropic/v1/messages", Request(stream: false, """{"orders":[{"status":"late"}]}"""));
        var message = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("""[{"type":"text","text":"It is late."}]""", message["content"]!.ToJsonString());
        Assert.Equal("end_turn", (string?)message["stop_reason"]);
    }

    private static object Request(bool stream, string? result = null)
    {
        var messages = new List<object> { new { role = "user", content = "where?" } };
        if (result is not null)
        {
            messages.Add(new { role = "assistant", content = new[] { new { type = "tool_use", id = "t1", name = "find_orders", input = new { } } } });
            messages.Add(new { role = "user", content = new[] { new { type = "tool_result", tool_use_id = "t1", content = result } } });
        }
        return new { model = "claude", max_tokens = 100, stream, system = "You help in a shop.", messages };
    }
}
