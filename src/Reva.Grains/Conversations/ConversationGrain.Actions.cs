using System.Collections.Immutable;
using Reva.Agent.Actions;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Conversations;
using Reva.Grains.Conversations.Actions;

namespace Reva.Grains.Conversations;

// What is done for the shopper: answers to proposals, and turns that tell what came of them.
public sealed partial class ConversationGrain : IConversationVoice
{
    private ConversationActionStore _actions = null!;
    private ActionRuns _runs = null!;

    /// <inheritdoc/>
    public Task<ActionAnswerResult> Confirm(string visitorId, string actionId, string? key = null) => AnswerActionAsync(visitorId, key, () => desk.ConfirmAsync(actionId, By(visitorId), _actions, key));

    /// <inheritdoc/>
    public Task<ActionAnswerResult> Decline(string visitorId, string actionId, string? key = null) => AnswerActionAsync(visitorId, key, () => desk.DeclineAsync(actionId, By(visitorId), _actions, key));

    /// <inheritdoc/>
    public Task<ActionAnswerResult> Approve(string actionId, string person, string reason, string? key = null) => AnswerActionAsync("", key, () => desk.ApproveAsync(actionId, person, reason, _actions, key));

    /// <inheritdoc/>
    public Task<ActionAnswerResult> Reject(string actionId, string person, string reason, string? key = null) => AnswerActionAsync("", key, () => desk.RejectAsync(actionId, person, reason, _actions, key));

    /// <inheritdoc/>
    public Task<ImmutableArray<ActionView>> Actions() => Task.FromResult<ImmutableArray<ActionView>>([.. _actions.Actions.Select(ActionViews.Of)]);

    private async Task<ActionAnswerResult> AnswerActionAsync(string visitorId, string? key, Func<Task<ActionRecord?>> answer)
    {
        if (_journal.Record is not { } record || (visitorId.Length > 0 && record.VisitorId != visitorId))
            return new ActionAnswerResult(PostOutcome.NotFound, 0, null);
        ActionRecord? action = null;
        var result = await GuardedAsync(async () =>
        {
            action = await answer();
            return new PostResult(action is null ? PostOutcome.NotFound : PostOutcome.Stored, _journal.Record.LastSeq, null);
        });
        if (action is { Status: ActionStatus.Confirmed })
            _runs.Begin(action.ActionId);
        return new ActionAnswerResult(result.Outcome, result.Seq, key is not null && action?.AnswerKey == key ? action.AnsweredAs : action?.Status);
    }

    private static string By(string visitorId) => visitorId.Length > 0 ? "By the card's button." : "Passed on by the merchant's program.";

    TurnRun? IConversationVoice.Wake(ImmutableArray<ActionRecord> actions, ConversationRecord record)
    {
        if (_journal.Open is not null || Unanswered(record) || !MaySpeak(record) || !ActionAnswers.HasNews(actions, record.Memory))
            return null;
        var turn = NewTurn(NewId());
        turn.UpTo = record.LastShopperSeq;
        return turn;
    }

    void IConversationVoice.Begin(TurnRun turn) => Begin(turn);

    private bool HasNews(ConversationMemory memory) => ActionAnswers.HasNews(_actions.Actions, memory);

    private bool HasNewsFor(ConversationRecord record) => MaySpeak(record) && HasNews(record.Memory);

    private static bool MaySpeak(ConversationRecord record) => record.Status is ConversationStatus.Open or ConversationStatus.Escalated;
}
