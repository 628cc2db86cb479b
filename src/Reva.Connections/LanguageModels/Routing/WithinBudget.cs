using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Reva.Agent.Ports;
using Reva.Connections.LanguageModels.Spending;

namespace Reva.Connections.LanguageModels.Routing;

/// <summary>Asks the ledger before the model: a store that has used up its month is answered by the rules.</summary>
internal sealed class WithinBudget(IChatClient inner, ModelAccounts accounts, string storeId) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (await accounts.IsOverAsync(storeId, cancellationToken))
            throw new ModelUnavailableException($"Store {storeId} has used up this month's budget for models.", null, ModelAbsence.OverBudget);
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
            yield return update;
    }

    // The providers behind it are shared by all stores and live as long as the process.
    protected override void Dispose(bool disposing) { }
}
