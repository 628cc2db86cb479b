using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Reva.Agent.LanguageModels;
using Reva.Connections.LanguageModels.Settings;

namespace Reva.Connections.LanguageModels.Spending;

/// <summary>Ends every stream with one <see cref="UsageContent"/> that carries tokens and cost, however the vendor reports them.</summary>
internal sealed class PricedReplies(IChatClient inner, ModelProviderOptions provider) : DelegatingChatClient(inner)
{
    // Endpoints that report nothing still count against a budget, by the usual four characters a token.
    private const int CharactersPerToken = 4;

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var prompt = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        var (usage, written) = (new UsageDetails(), 0L);
        await foreach (var update in base.GetStreamingResponseAsync(prompt, options, cancellationToken))
        {
            foreach (var reported in update.Contents.OfType<UsageContent>())
                usage.Add(reported.Details);
            update.Contents = [.. update.Contents.Where(c => c is not UsageContent)];
            written += update.Text.Length;
            yield return update;
        }
        if (usage is { InputTokenCount: null, OutputTokenCount: null })
            usage = new() { InputTokenCount = Tokens(prompt.Sum(m => (long)m.Text.Length) + (options?.Instructions?.Length ?? 0)), OutputTokenCount = Tokens(written) };
        yield return new(ChatRole.Assistant, [Priced(usage)]) { ModelId = provider.Model };
    }

    // Rounded up, so that many small calls never add up to less than they cost.
    private UsageContent Priced(UsageDetails usage)
    {
        var microUsd = ((usage.InputTokenCount ?? 0) * provider.InputCostPerMillion) + ((usage.OutputTokenCount ?? 0) * provider.OutputCostPerMillion);
        usage.AdditionalCounts = new() { [UsageCost.MicroUsd] = (long)Math.Ceiling(microUsd) };
        return new(usage);
    }

    private static long Tokens(long characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;
}
