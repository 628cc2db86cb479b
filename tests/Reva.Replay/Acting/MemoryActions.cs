using System.Collections.Immutable;
using Reva.Agent.Actions;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Audit;

namespace Reva.Replay.Acting;

/// <summary>The actions of one task and their chained audit, in memory.</summary>
internal sealed class MemoryActions(string storeId, string conversationId, TimeProvider clock) : IActionStore
{
    private readonly List<AuditEntry> _audit = [];

    /// <inheritdoc/>
    public string StoreId => storeId;

    /// <inheritdoc/>
    public string ConversationId => conversationId;

    /// <inheritdoc/>
    public ImmutableArray<ActionRecord> Actions { get; private set; } = [];

    /// <inheritdoc/>
    public Identity? Identity { get; private set; }

    /// <summary>All that is on the record, oldest first.</summary>
    public IReadOnlyList<AuditEntry> Audit => _audit;

    /// <summary>Where the chain is broken; null when it is whole.</summary>
    public AuditBreak? Broken => AuditChain.Verify(_audit, _audit.Count, _audit.Count == 0 ? AuditChain.Start : _audit[^1].Hash);

    /// <inheritdoc/>
    public void Prove(Identity identity) => Identity = identity;

    /// <inheritdoc/>
    public Task<bool> SaveAsync(ActionRecord action, ActionStatus? from, AuditNote note)
    {
        if (Actions.FirstOrDefault(a => a.ActionId == action.ActionId)?.Status != from)
            return Task.FromResult(false);
        Actions = from is null ? [.. Actions, action] : [.. Actions.Select(a => a.ActionId == action.ActionId ? action : a)];
        Chain(note);
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public Task NoteAsync(AuditNote note)
    {
        Chain(note);
        return Task.CompletedTask;
    }

    private void Chain(AuditNote note) => _audit.Add(AuditChain.Append(_audit.LastOrDefault(), new AuditDraft
    {
        StoreId = storeId, ConversationId = conversationId, At = clock.GetUtcNow(), Event = note.Event, Actor = note.Actor, ActorName = note.Person, ActionId = note.ActionId,
        ActionKind = note.Kind, Why = note.Why, Rule = note.Rule, BeforeJson = note.Before, AfterJson = note.After,
    }));
}
