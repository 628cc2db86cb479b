using Reva.Agent.Actions;
using Reva.Agent.Ports;
using Reva.Agent.Tools.Acting;
using Reva.Agent.Turns;
using Reva.Agent.Understanding;
using Reva.Core.Actions;
using Reva.Core.Audit;
using Reva.Core.Catalog;
using Reva.Core.Conversations;
using Reva.Core.Customers;
using Reva.Core.Stores;
using Reva.Replay.Data;

namespace Reva.Replay.Acting;

/// <summary>Takes a customer's calls one after another: each is proposed by its tool, confirmed by the customer and carried out, or refused.</summary>
internal sealed class Desk(ActionDesk desk, ActionRunner runner, IReadOnlyList<IActionTool> tools, Readings readings, TimeProvider clock)
{
    private static readonly TimeSpan ProofLife = TimeSpan.FromHours(1);
    private static readonly ActionOptions Patience = new();

    /// <summary>Carries one call through; nothing it holds makes this throw but a shop that does not answer.</summary>
    public async Task<CallResult> TakeAsync(ReplayCall call, Customer customer, string userId, StoreProfile store, MemoryActions actions, CancellationToken cancellationToken)
    {
        try
        {
            if (await readings.ReadAsync(call, customer, userId, store.Id, cancellationToken) is { } read)
                return read;
            return ToolCalls.Of(call, userId) is { } known
                ? await ActAsync(call.Name, known, customer, store, actions, cancellationToken)
                : new(call.Name, CallEnd.Malformed, "there is no such tool");
        }
        catch (MalformedCallException wrong)
        {
            return new(call.Name, CallEnd.Malformed, wrong.Message);
        }
    }

    private async Task<CallResult> ActAsync(string name, ToolCall call, Customer customer, StoreProfile store, MemoryActions actions, CancellationToken cancellationToken)
    {
        var conversation = new ConversationActions(desk, actions, id => runner.RunAsync(id, actions, cancellationToken), Patience, clock);
        var turn = Turn(customer, store, actions, conversation);
        var answer = await tools.First(t => t.Kind == call.Kind).InvokeAsync(call.Arguments, turn, cancellationToken);
        if (conversation.Open.LastOrDefault(a => a.TurnId == turn.Input.TurnId) is not { } proposed)
            return new(name, CallEnd.Refused, answer.Ok ? "not proposed" : Rule(actions));
        var ended = await conversation.ConfirmAsync(proposed.ActionId, "Yes, please.", cancellationToken);
        return ended!.Status == ActionStatus.Done && ended.Outcome?.Problem is null ? new(name, CallEnd.Done)
            : new(name, CallEnd.Refused, ended.Outcome?.Code ?? Rule(actions) ?? ended.Status.ToString());
    }

    private TurnContext Turn(Customer customer, StoreProfile store, MemoryActions actions, ConversationActions conversation)
    {
        var now = clock.GetUtcNow();
        var identity = new Identity { Email = customer.Email, Level = VerificationLevel.NameAndPostcode, Until = now + ProofLife };
        actions.Prove(identity);
        var input = new TurnInput
        {
            Store = store, ConversationId = actions.ConversationId, TurnId = $"{actions.ConversationId}-{actions.Audit.Count}", Text = "", Memory = new ConversationMemory { Identity = identity },
            Actions = conversation, Now = now,
        };
        return new TurnContext(input, new Unheard(), CatalogVocabulary.Empty, new MessageMeaning { Intent = Intent.OrderChange });
    }

    private static string? Rule(MemoryActions actions) =>
        actions.Audit.LastOrDefault() is not { } last ? null : last.Event == AuditEvent.Attempted ? "arguments" : last.Rule ?? last.Event.ToString();

    // The calls stand for what a customer has said; nobody watches them being typed.
    private sealed class Unheard : ITurnSink
    {
        public void Emit(TurnEvent turnEvent)
        {
            // Nothing is shown to anyone.
        }
    }
}
