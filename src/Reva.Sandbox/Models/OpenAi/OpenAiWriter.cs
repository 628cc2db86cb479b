namespace Reva.Sandbox.Models.OpenAi;

/// <summary>Writes chat completions, whole or in chunks.</summary>
internal sealed class OpenAiWriter(EventStream events) : IModelWriter
{
    private const string Id = "chatcmpl-sandbox";

    private ModelRequest? _request;

    public object Whole(ModelRequest request, ModelReply reply) => new
    {
        id = Id, @object = "chat.completion", created = Now(), model = request.Model,
        choices = new[]
        {
            new
            {
                index = 0,
                message = new
                {
                    role = "assistant", content = reply.Text.Length == 0 && reply.Calls.Count > 0 ? null : reply.Text, refusal = (string?)null,
                    tool_calls = reply.Calls.Count == 0 ? null : reply.Calls.Select(c => new { id = c.Id, type = "function", function = new { name = c.Name, arguments = c.Arguments } }),
                },
                logprobs = (object?)null, finish_reason = Reason(reply),
            },
        },
        usage = Usage(request, reply),
    };

    public object Error(int status) => new
    {
        error = new
        {
            message = status switch { 429 => "Rate limit reached for requests", 400 => "We could not parse the JSON body of your request.", _ => "The server had an error while processing your request." },
            type = status switch { 429 => "rate_limit_error", 400 => "invalid_request_error", _ => "server_error" },
            param = (string?)null, code = status == 429 ? "rate_limit_exceeded" : null,
        },
    };

    public Task Begin(ModelRequest request)
    {
        _request = request;
        return Chunk(new { role = "assistant", content = "" });
    }

    public Task Piece(string text) => Chunk(new { content = text });

    public async Task Call(int index, ModelCall call)
    {
        await Chunk(new { tool_calls = new[] { new { index, id = call.Id, type = "function", function = new { name = call.Name, arguments = "" } } } });
        foreach (var fragment in EventStream.Fragments(call.Arguments))
            await Chunk(new { tool_calls = new[] { new { index, function = new { arguments = fragment } } } });
    }

    public async Task End(ModelReply reply)
    {
        await Chunk(new { }, Reason(reply));
        if (_request!.IncludeUsage)
            await events.Send(new { id = Id, @object = "chat.completion.chunk", created = Now(), model = _request.Model, choices = Array.Empty<object>(), usage = Usage(_request, reply) });
        await events.Send("[DONE]");
    }

    private Task Chunk(object delta, string? reason = null) => events.Send(new
    {
        id = Id, @object = "chat.completion.chunk", created = Now(), model = _request!.Model,
        choices = new[] { new { index = 0, delta, logprobs = (object?)null, finish_reason = reason } },
    });

    private static object Usage(ModelRequest request, ModelReply reply) => new
    {
        prompt_tokens = request.InputTokens, completion_tokens = reply.OutputTokens, total_tokens = request.InputTokens + reply.OutputTokens,
    };

    private static string Reason(ModelReply reply) => reply.Fault is { Kind: "length" } ? "length" : reply.Calls.Count > 0 ? "tool_calls" : "stop";

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds();
}
