using Reva.Core;
using Reva.Core.Conversations;

namespace Reva.Grains.Conversations;

/// <summary>What people's calls change. Pure.</summary>
internal static class Takeovers
{
    /// <summary>A person begins to speak: the open turn is withdrawn by the same append, so that no restart takes it up again.</summary>
    public static Change Begin(ConversationRecord record, TakeOver takeOver, OpenTurn? open, DateTimeOffset now)
    {
        var taken = new NewEvent("taken_over", EventData.TakenOver(takeOver.Person), now);
        return new Change(record with { Status = ConversationStatus.TakenOver, Takeover = new TakeoverRecord(takeOver.Person, takeOver.Email, now, takeOver.RequestKey, null) })
        {
            Events = open is null ? [taken] : [new NewEvent("turn.withdrawn", EventData.TurnStarted(open.TurnId), now), taken],
        };
    }

    /// <summary>
    /// The agent speaks again. What it waited for before the person came is settled between people; <paramref name="turnId"/> answers
    /// what the shopper wrote after the person's last word, and tells what came meanwhile of actions that the shopper has not heard of (<paramref name="news"/>).
    /// </summary>
    public static Change End(ConversationRecord record, HandBack handBack, string turnId, bool news, DateTimeOffset now)
    {
        var change = handBack.Note is { } note ? Note(record, new PersonMessage(note, null, null), now) : new Change(record);
        var back = change.Record with
        {
            Status = ConversationStatus.Open,
            Takeover = record.Takeover! with { EndKey = handBack.RequestKey },
            Memory = record.Memory with { Pending = null, Failures = 0, Rudeness = 0 },
        };
        return change with
        {
            Record = back,
            Events = news || back.LastShopperSeq > back.AnsweredSeq
                ? [.. change.Events, new NewEvent("handed_back", "{}", now), new NewEvent("turn.started", EventData.TurnStarted(turnId), now)]
                : [.. change.Events, new NewEvent("handed_back", "{}", now)],
        };
    }

    /// <summary>A person's words to the shopper: they answer everything before them.</summary>
    public static Change Reply(ConversationRecord record, PersonMessage message, DateTimeOffset now)
    {
        var (id, name) = (Ulid.New(now), message.Person ?? record.Takeover?.Person);
        return new Change(record with { AnsweredSeq = record.LastShopperSeq })
        {
            Events = [new NewEvent("message", EventData.Message(id, Author.Person, message.Text, null, name), now)],
            Messages = [Row(record, id, Author.Person, message, name, now)],
        };
    }

    /// <summary>A person's words to colleagues.</summary>
    public static Change Note(ConversationRecord record, PersonMessage message, DateTimeOffset now)
    {
        var (id, name) = (Ulid.New(now), message.Person ?? record.Takeover?.Person);
        return new Change(record)
        {
            Events = [new NewEvent("note", EventData.Note(id, message.Text, name), now)],
            Messages = [Row(record, id, Author.Note, message, name, now)],
        };
    }

    /// <summary>Whether it is this person who has the conversation, or nobody is named.</summary>
    public static bool IsHolder(ConversationRecord record, string? person) => person is null || string.Equals(record.Takeover?.Person, person, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether this wish comes from the one who has the conversation already: two of one name are told apart by their addresses.</summary>
    public static bool IsHolder(ConversationRecord record, TakeOver takeOver) => IsHolder(record, takeOver.Person)
        && (takeOver.Email is null || record.Takeover?.Email is not { } email || email.Equals(takeOver.Email, StringComparison.OrdinalIgnoreCase));

    /// <summary>A caller's key as a message's id: no shopper's id has a tab in it, so neither can take the other's place.</summary>
    public static string? MessageKey(string kind, string? requestKey) => requestKey is null ? null : $"{kind}\t{requestKey}";

    private static MessageRecord Row(ConversationRecord record, string id, Author author, PersonMessage message, string? name, DateTimeOffset now) => new()
    {
        MessageId = id, Seq = record.LastSeq + 1, Author = author, Text = message.Text, Name = name, At = now,
        ClientMessageId = MessageKey(author == Author.Note ? "note" : "reply", message.RequestKey),
    };
}
