using System.ComponentModel;
using Microsoft.Extensions.AI;
using Reva.Agent.LanguageModels;
using Reva.Agent.Ports;
using Reva.Connections.LanguageModels.Faults;
using Reva.Connections.LanguageModels.Providers;
using Reva.Connections.Tests.Parts;

namespace Reva.Connections.Tests.LanguageModels;

public sealed class StreamingTests : IAsyncLifetime
{
    private ModelSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await ModelSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task A_reply_streams_in_pieces_and_ends_with_its_cost(string kind)
    {
        await _sandbox.PlayAsync("main", new { chunks = new[] { "Grüß ", "Gott, ", "Ada!" } });
        await using var reva = new Connected(_sandbox.Settings(main: kind));

        var updates = await Ask(reva, "Hello").ToListAsync();

        Assert.Equal("Grüß Gott, Ada!", string.Concat(updates.Select(u => u.Text)));
        Assert.True(updates.Count(u => u.Text.Length > 0) >= 3, "The pieces were glued together.");
        Assert.Contains(updates, u => u.FinishReason == ChatFinishReason.Stop);
        var usage = Assert.Single(updates.SelectMany(u => u.Contents).OfType<UsageContent>()).Details;
        Assert.True(usage is { InputTokenCount: > 0, OutputTokenCount: > 0 });
        Assert.Equal((usage.InputTokenCount * 2) + (usage.OutputTokenCount * 8), usage.AdditionalCounts![UsageCost.MicroUsd]);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Tool_calls_come_whole_and_their_results_are_understood(string kind)
    {
        await _sandbox.PlayAsync("main",
            new { text = "Let me look.", toolCalls = new[] { new { name = "find_order", arguments = new { number = "#1001", withItems = true } }, new { name = "find_order", arguments = new { number = "#1002", withItems = false } } } },
            new { text = "They are {{tool.find_order.status}}." });
        await using var reva = new Connected(_sandbox.Settings(main: kind));
        var messages = new List<ChatMessage> { new(ChatRole.System, "You help."), new(ChatRole.User, "Where are my orders?") };
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(FindOrder, "find_order")], MaxOutputTokens = 300, Temperature = 0.3f };

        var first = await reva.Models.For(ModelPurpose.Reply, "demo")!.GetStreamingResponseAsync(messages, options).ToListAsync();
        var calls = first.SelectMany(u => u.Contents).OfType<FunctionCallContent>().ToList();

        Assert.Equal("Let me look.", string.Concat(first.Select(u => u.Text)).Trim());
        Assert.Equal(["#1001", "#1002"], calls.Select(c => c.Arguments!["number"]!.ToString()));
        Assert.Equal(2, calls.Select(c => c.CallId).Distinct(StringComparer.Ordinal).Count());

        messages.Add(new(ChatRole.Assistant, [new TextContent("Let me look."), .. calls]));
        messages.Add(new(ChatRole.Tool, [.. calls.Select(c => new FunctionResultContent(c.CallId, """{"status":"on their way"}"""))]));
        var second = await reva.Models.For(ModelPurpose.Reply, "demo")!.GetResponseAsync(messages, options);
        Assert.Equal("They are on their way.", second.Text);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Arguments_that_stream_in_count_as_a_sign_of_life(string kind)
    {
        await _sandbox.PlayAsync("main", new { toolCalls = new[] { new { name = "find_order", arguments = new { number = "a number that takes a while to write" } } } });
        using var client = ProviderClients.Chat(new() { Kind = kind, BaseUrl = _sandbox.Address(kind), Model = "main" }, TimeProvider.System);

        var contents = (await client.GetStreamingResponseAsync("Hello").ToListAsync()).SelectMany(u => u.Contents).ToList();

        Assert.Contains(contents.TakeWhile(c => c is not FunctionCallContent), c => c is ToolCallProgress);
        Assert.Single(contents.OfType<FunctionCallContent>());
    }

    [Fact]
    public async Task Without_models_there_is_nobody_to_ask()
    {
        await using var reva = new Connected([]);

        Assert.Null(reva.Models.For(ModelPurpose.Reply, "demo"));
        Assert.Null(reva.Models.For(ModelPurpose.Understand, "demo"));
    }

    [Fact]
    public async Task A_shopper_who_leaves_ends_the_call()
    {
        await _sandbox.PlayAsync("main", new { chunks = new[] { "One ", "two" }, delay = 60 });
        await using var reva = new Connected(_sandbox.Settings());
        using var left = new CancellationTokenSource();
        await using var updates = reva.Models.For(ModelPurpose.Reply, "demo")!.GetStreamingResponseAsync("Hello", cancellationToken: left.Token).GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());

        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await updates.MoveNextAsync());
        Assert.NotNull(reva.Models.For(ModelPurpose.Reply, "demo"));
    }

    private static IAsyncEnumerable<ChatResponseUpdate> Ask(Connected reva, string text) => reva.Models.For(ModelPurpose.Reply, "demo")!.GetStreamingResponseAsync(text);

    [Description("Finds an order.")]
    private static string FindOrder(string number, bool withItems) => $"{number} {withItems}";
}
