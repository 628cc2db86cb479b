using System.Text.Json;

namespace Reva.Sandbox.Models.Anthropic;

/// <summary>The Anthropic-compatible model at <c>/anthropic/v1/messages</c>.</summary>
internal static class AnthropicApi
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/anthropic/v1/messages", async (HttpContext http, ModelStage stage) =>
    {
        var writer = new AnthropicWriter(new EventStream(http.Response));
        ModelRequest request;
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            request = AnthropicReader.Read(body.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(writer.Error(StatusCodes.Status400BadRequest));
            return;
        }
        await stage.Play(http, request, writer);
    });
}
