using System.Collections.Immutable;
using Reva.Agent.Turns;
using Reva.Core.Actions;

namespace Reva.Agent.Actions;

/// <summary>A conversation's actions where they are kept: by its grain, in its own transaction. What is saved is durable when the call returns.</summary>
public interface IActionStore
{
    /// <summary>The store.</summary>
    string StoreId { get; }

    /// <summary>The conversation.</summary>
    string ConversationId { get; }

    /// <summary>The conversation's latest actions, oldest first.</summary>
    ImmutableArray<ActionRecord> Actions { get; }

    /// <summary>Whom the conversation knows its customer to be now; null where no conversation is kept, and the proof at the proposal alone counts.</summary>
    Identity? Identity => null;

    /// <summary>Takes note of a proof before the turn that saw it is stored. A store that keeps no conversation need not.</summary>
    void Prove(Identity identity)
    {
        // Nothing to hold a yes against but the proposal.
    }

    /// <summary>
    /// Stores an action as it is now together with its line of the audit, and tells the conversation. False when it is no longer what it was
    /// in <paramref name="from"/>: then nothing was stored, and somebody else has answered it.
    /// </summary>
    /// <param name="action">The action as it is to be.</param>
    /// <param name="from">Where it must stand now; null for a new one.</param>
    /// <param name="note">What the audit says.</param>
    Task<bool> SaveAsync(ActionRecord action, ActionStatus? from, AuditNote note);

    /// <summary>Stores a line of the audit that changes no action.</summary>
    Task NoteAsync(AuditNote note);
}
