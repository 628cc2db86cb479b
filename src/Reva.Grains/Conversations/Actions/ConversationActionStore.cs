using System.Collections.Immutable;
using Reva.Agent.Actions;
using Reva.Agent.Identification;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Audit;

namespace Reva.Grains.Conversations.Actions;

/// <summary>
/// The actions of one conversation, changed only through its journal: an action, its line of the audit and its event are stored as one.
/// Lives on its grain's scheduler.
/// </summary>
internal sealed class ConversationActionStore(IConversationLog log, ConversationJournal journal, string storeId, string conversationId, TimeProvider clock, IConversationVoice voice) : IActionStore
{
    private const int Latest = 50;
    private AuditEntry? _last;
    private Identity? _proved;

    /// <inheritdoc/>
    public string StoreId => storeId;

    /// <inheritdoc/>
    public string ConversationId => conversationId;

    /// <inheritdoc/>
    public ImmutableArray<ActionRecord> Actions { get; private set; } = [];

    /// <inheritdoc/>
    public Identity? Identity => _proved ?? (journal.Record?.Memory is { } memory ? SignIn.Of(memory, clock.GetUtcNow()).Identity : null);

    /// <inheritdoc/>
    public void Prove(Identity identity) => _proved = identity;

    /// <summary>A turn is over: what it has proved is stored with the conversation, or was withdrawn.</summary>
    public void Settle() => _proved = null;

    /// <summary>Reads what is stored.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken) =>
        (Actions, _last) = await log.ActionsAsync(storeId, conversationId, Latest, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(ActionRecord action, ActionStatus? from, AuditNote note)
    {
        TurnRun? turn = null;
        var append = await journal.CommitAsync(record =>
        {
            // Decided here, where one change follows another: of two answers to a proposal the first counts.
            if (Actions.FirstOrDefault(a => a.ActionId == action.ActionId)?.Status != from)
                return null;
            // A proposal is part of its turn's answer: a turn that was withdrawn meanwhile shows no card any more.
            if (from is null && journal.Open?.TurnId != action.TurnId)
                return null;
            ImmutableArray<ActionRecord> next = from is null ? [.. Actions, action] : [.. Actions.Select(a => a.ActionId == action.ActionId ? action : a)];
            var entry = Entry(note);
            var told = from is null ? new NewEvent("action.proposed", ActionEventData.Proposed(action)) : new NewEvent("action.updated", ActionEventData.Updated(action));
            turn = voice.Wake(next, record!);
            return new Change(record!)
            {
                Events = turn is null ? [told] : [told, new NewEvent("turn.started", EventData.TurnStarted(turn.TurnId))],
                Actions = [action], Audit = [entry],
                Stored = _ => (Actions, _last) = (next, entry),
            };
        });
        if (append is null)
            return false;
        if (turn is not null)
            voice.Begin(turn);
        return true;
    }

    /// <inheritdoc/>
    public Task NoteAsync(AuditNote note) => journal.CommitAsync(record =>
    {
        var entry = Entry(note);
        return new Change(record!) { Audit = [entry], Stored = _ => _last = entry };
    });

    private AuditEntry Entry(AuditNote note) => AuditChain.Append(_last, new AuditDraft
    {
        StoreId = storeId, ConversationId = conversationId, At = clock.GetUtcNow(), Event = note.Event, Actor = note.Actor, ActorName = note.Person, ActionId = note.ActionId, ActionKind = note.Kind,
        Why = note.Why, Rule = note.Rule, BeforeJson = note.Before, AfterJson = note.After,
    });
}

/// <summary>How a conversation's actions make it speak.</summary>
internal interface IConversationVoice
{
    /// <summary>The turn that tells what <paramref name="actions"/> have of news; null when none is needed or one runs.</summary>
    TurnRun? Wake(ImmutableArray<ActionRecord> actions, ConversationRecord record);

    /// <summary>Runs a turn whose start is stored.</summary>
    void Begin(TurnRun turn);
}
