using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Reva.Agent.LanguageModels;
using Reva.Agent.Ports;
using Reva.Connections.Tests.Parts;

namespace Reva.Connections.Tests.LanguageModels;

/// <summary>Reasoning models answer a request that names a temperature with 400.</summary>
public sealed class TemperatureTests : IAsyncLifetime
{
    private const string Reply = """data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"main","choices":[{"index":0,"delta":{"content":"Hello."},"finish_reason":"stop"}]}""" + "\n\ndata: [DONE]\n\n";

    private WebApplication _model = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _model = builder.Build();
        _model.Urls.Add("http://127.0.0.1:0");
        _model.MapPost("/v1/chat/completions", async (HttpContext context) =>
        {
            using var body = await System.Text.Json.JsonDocument.ParseAsync(context.Request.Body);
            if (body.RootElement.TryGetProperty("temperature", out _))
            {
                context.Response.StatusCode = 400;
                await context.Response.WriteAsync("""{"error":{"message":"Unsupported parameter: 'temperature'.","type":"invalid_request_error"}}""");
                return;
            }
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(Reply);
        });
        await _model.StartAsync();
    }

    public async Task DisposeAsync() => await _model.DisposeAsync();

    [Fact]
    public async Task A_model_that_takes_no_temperature_is_sent_none()
    {
        await using var reva = new Connected(Settings("false"));

        Assert.Equal("Hello.", await AskAsync(reva));
    }

    [Fact]
    public async Task Every_other_model_is_sent_one()
    {
        await using var reva = new Connected(Settings("true"));

        await Assert.ThrowsAsync<ModelUnavailableException>(() => AskAsync(reva));
    }

    private static async Task<string> AskAsync(Connected reva) =>
        string.Concat((await reva.Models.For(ModelPurpose.Reply, "demo")!.GetStreamingResponseAsync([new(ChatRole.User, "Hello")], new ChatOptions { Temperature = 0.3f }).ToListAsync()).Select(u => u.Text));

    private Dictionary<string, string?> Settings(string temperature) => new(StringComparer.Ordinal)
    {
        ["Models:Providers:main:Kind"] = "openai", ["Models:Providers:main:BaseUrl"] = $"{_model.Urls.First()}/v1", ["Models:Providers:main:Model"] = "main",
        ["Models:Providers:main:Temperature"] = temperature, ["Models:Reply:0"] = "main",
    };
}
