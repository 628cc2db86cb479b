using System.Text.Json;

namespace Reva.Sandbox.Models.OpenAi;

/// <summary>The OpenAI-compatible model under <c>/openai/v1</c>.</summary>
internal static class OpenAiApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/openai/v1");
        api.MapPost("/chat/completions", Complete);
        api.MapPost("/embeddings", Embed);
        api.MapGet("/models", () => new { @object = "list", data = new[] { Model("sandbox"), Model("sandbox-small"), Model("sandbox-embedding") } });
    }

    private static async Task Complete(HttpContext http, ModelStage stage)
    {
        var writer = new OpenAiWriter(new EventStream(http.Response));
        ModelRequest request;
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            request = OpenAiReader.Read(body.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(writer.Error(StatusCodes.Status400BadRequest));
            return;
        }
        await stage.Play(http, request, writer);
    }

    private static IResult Embed(EmbeddingRequest request)
    {
        var texts = request.Input.ValueKind == JsonValueKind.Array ? request.Input.EnumerateArray().Select(t => t.ToString()).ToList() : [request.Input.ToString()];
        var size = request.Dimensions ?? Embeddings.Dimensions;
        if (size is < 1 or > 4096)
            return Results.BadRequest(new { error = new { message = "dimensions is from 1 to 4096", type = "invalid_request_error", param = "dimensions", code = (string?)null } });
        var tokens = texts.Sum(t => ModelRequest.Tokens(t.Length));
        return Results.Json(new
        {
            @object = "list",
            data = texts.Select((text, index) => new { @object = "embedding", index, embedding = Write(Embeddings.Of(text, size), request.Encoding_Format) }),
            model = request.Model ?? "sandbox-embedding",
            usage = new { prompt_tokens = tokens, total_tokens = tokens },
        });
    }

    private static object Write(float[] vector, string? format)
    {
        if (format != "base64")
            return vector;
        var bytes = new byte[vector.Length * sizeof(float)];
        Buffer.BlockCopy(vector, 0, bytes, 0, bytes.Length);
        return Convert.ToBase64String(bytes);
    }

    private static object Model(string id) => new { id, @object = "model", created = 1_700_000_000, owned_by = "sandbox" };

    private sealed record EmbeddingRequest(JsonElement Input, string? Model, int? Dimensions, string? Encoding_Format);
}
