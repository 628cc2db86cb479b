using System.Collections.Immutable;
using Reva.Agent.Actions;
using Reva.Core.Audit;
using Reva.Core.Conversations;

namespace Reva.Grains.Conversations;

/// <summary>
/// The one place through which a conversation changes: one append after another, each stored before its events are told.
/// Lives on its grain's scheduler.
/// </summary>
internal sealed class ConversationJournal(IConversationLog log, EventFeed feed, TimeProvider clock, EscalationMails mails)
{
    private Task _last = Task.CompletedTask;

    /// <summary>The conversation as stored; null before the first append.</summary>
    public ConversationRecord? Record { get; private set; }

    /// <summary>The turn that was started and has not ended; null when none is open.</summary>
    public OpenTurn? Open { get; private set; }

    /// <summary>Takes over what was loaded.</summary>
    public void Begin(ConversationRecord? stored, OpenTurn? open) => (Record, Open) = (stored, open);

    /// <summary>Stores a change made of the record as it is when its turn comes. <paramref name="change"/> may answer null: nothing to store.</summary>
    public async Task<ConversationAppend?> CommitAsync(Func<ConversationRecord?, Change?> change)
    {
        var before = _last;
        var done = new TaskCompletionSource();
        _last = done.Task;
        await before;
        try
        {
            if (change(Record) is not { } wanted)
                return null;
            var append = Append(wanted);
            await log.AppendAsync(append, CancellationToken.None);
            Record = append.Conversation;
            Open = append.Events.Aggregate(Open, OpenTurn.After);
            mails.Told(append);
            wanted.Stored?.Invoke(append);
            foreach (var stored in append.Events)
                feed.Publish(stored);
            return append;
        }
        finally
        {
            done.SetResult();
        }
    }

    /// <summary>An event that is not stored; it carries the last stored number.</summary>
    public void Pass(string type, string data) => feed.Publish(new ConversationEvent(Record?.LastSeq ?? 0, type, clock.GetUtcNow(), data));

    private ConversationAppend Append(Change change)
    {
        var now = clock.GetUtcNow();
        var first = (Record?.LastSeq ?? 0) + 1;
        var events = change.Events.Select((e, i) => new ConversationEvent(first + i, e.Type, e.At ?? now, e.Data)).ToImmutableArray();
        var version = Record?.Version ?? 0;
        return new ConversationAppend
        {
            Conversation = change.Record with { LastSeq = first + events.Length - 1, Version = version + 1, UpdatedAt = now },
            ExpectedVersion = version,
            Events = events,
            Messages = change.Messages,
            Turn = change.Turn,
            Mails = mails.Of(Record, change.Record, now),
            Actions = change.Actions,
            Audit = change.Audit,
        };
    }
}

/// <summary>What one append changes.</summary>
internal sealed record Change(ConversationRecord Record)
{
    public ImmutableArray<NewEvent> Events { get; init; } = [];

    public ImmutableArray<MessageRecord> Messages { get; init; } = [];

    public TurnRecord? Turn { get; init; }

    public ImmutableArray<ActionRecord> Actions { get; init; } = [];

    public ImmutableArray<AuditEntry> Audit { get; init; } = [];

    /// <summary>Runs once it is stored, before any other change.</summary>
    public Action<ConversationAppend>? Stored { get; init; }
}

/// <summary>An event before it has its number.</summary>
internal sealed record NewEvent(string Type, string Data, DateTimeOffset? At = null);
