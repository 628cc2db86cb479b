using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Reva.Agent.Ports;

namespace Reva.Agent.Tests.LanguageModels;

/// <summary>A model whose rounds a test writes; the way over the wire is proved elsewhere.</summary>
internal sealed class ScriptedModels(params AIContent[][] rounds) : ILanguageModels, IChatClient
{
    private int _round;

    /// <summary>What it was asked, round by round.</summary>
    public List<(List<ChatMessage> Messages, ChatOptions? Options)> Asked { get; } = [];

    public ModelUsage? Charged { get; private set; }

    /// <summary>When set, the last round ends with it.</summary>
    public ModelUnavailableException? BreaksWith { get; init; }

    public IChatClient? For(ModelPurpose purpose, string storeId) => rounds.Length == 0 ? null : this;

    public ModelAbsence WhyNot(ModelPurpose purpose, string storeId) => rounds.Length == 0 ? ModelAbsence.OverBudget : ModelAbsence.Failed;

    public void Charge(string storeId, ModelUsage usage) => Charged = usage;

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Asked.Add(([.. messages], options?.Clone()));
        var round = Math.Min(_round++, rounds.Length - 1);
        foreach (var content in rounds[round])
        {
            await Task.Yield();
            yield return new(ChatRole.Assistant, [content]) { ModelId = "scripted" };
        }
        if (BreaksWith is not null && _round >= rounds.Length)
            throw BreaksWith;
        yield return new(ChatRole.Assistant, [new UsageContent(new() { InputTokenCount = 10, OutputTokenCount = 5 })]) { ModelId = "scripted" };
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Nothing is open.
    }

    public static TextContent Text(string text) => new(text);

    public static FunctionCallContent Call(string tool, object? argument = null) =>
        new($"c{tool}", tool, new Dictionary<string, object?>(StringComparer.Ordinal) { ["note"] = argument });
}
