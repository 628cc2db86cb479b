using System.Text.Json.Nodes;

namespace Reva.Sandbox.Models.Anthropic;

/// <summary>Writes messages, whole or as events.</summary>
internal sealed class AnthropicWriter(EventStream events) : IModelWriter
{
    private const string Id = "msg_sandbox";

    private int _block = -1;
    private bool _inText;

    public object Whole(ModelRequest request, ModelReply reply) => new
    {
        id = Id, type = "message", role = "assistant", model = request.Model,
        content = (reply.Text.Length == 0 ? [] : new object[] { new { type = "text", text = reply.Text } })
            .Concat(reply.Calls.Select(c => (object)new { type = "tool_use", id = c.Id, name = c.Name, input = JsonNode.Parse(c.Arguments) })),
        stop_reason = Reason(reply), stop_sequence = (string?)null,
        usage = new { input_tokens = request.InputTokens, output_tokens = reply.OutputTokens },
    };

    public object Error(int status) => new
    {
        type = "error",
        error = new
        {
            type = status switch { 429 => "rate_limit_error", 400 => "invalid_request_error", 529 => "overloaded_error", _ => "api_error" },
            message = status switch { 429 => "This request would exceed your rate limit.", 400 => "The request body is not valid.", 529 => "Overloaded", _ => "Internal server error" },
        },
    };

    public async Task Begin(ModelRequest request)
    {
        await Send("message_start", new
        {
            type = "message_start",
            message = new
            {
                id = Id, type = "message", role = "assistant", model = request.Model, content = Array.Empty<object>(),
                stop_reason = (string?)null, stop_sequence = (string?)null, usage = new { input_tokens = request.InputTokens, output_tokens = 1 },
            },
        });
        await Send("ping", new { type = "ping" });
    }

    public async Task Piece(string text)
    {
        if (!_inText)
        {
            _inText = true;
            await Send("content_block_start", new { type = "content_block_start", index = ++_block, content_block = new { type = "text", text = "" } });
        }
        await Send("content_block_delta", new { type = "content_block_delta", index = _block, delta = new { type = "text_delta", text } });
    }

    public async Task Call(int index, ModelCall call)
    {
        await CloseText();
        await Send("content_block_start", new { type = "content_block_start", index = ++_block, content_block = new { type = "tool_use", id = call.Id, name = call.Name, input = new { } } });
        foreach (var fragment in EventStream.Fragments(call.Arguments))
            await Send("content_block_delta", new { type = "content_block_delta", index = _block, delta = new { type = "input_json_delta", partial_json = fragment } });
        await Send("content_block_stop", new { type = "content_block_stop", index = _block });
    }

    public async Task End(ModelReply reply)
    {
        await CloseText();
        await Send("message_delta", new
        {
            type = "message_delta", delta = new { stop_reason = Reason(reply), stop_sequence = (string?)null }, usage = new { output_tokens = reply.OutputTokens },
        });
        await Send("message_stop", new { type = "message_stop" });
    }

    private async Task CloseText()
    {
        if (!_inText)
            return;
        _inText = false;
        await Send("content_block_stop", new { type = "content_block_stop", index = _block });
    }

    private Task Send(string name, object data) => events.Send(data, name);

    private static string Reason(ModelReply reply) => reply.Fault is { Kind: "length" } ? "max_tokens" : reply.Calls.Count > 0 ? "tool_use" : "end_turn";
}
