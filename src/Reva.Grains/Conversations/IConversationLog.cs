using System.Collections.Immutable;
using Orleans;
using Reva.Agent.Actions;
using Reva.Agent.Turns;
using Reva.Core.Audit;
using Reva.Core.Conversations;
using Reva.Grains.Outbox;

namespace Reva.Grains.Conversations;

/// <summary>
/// The durable log of conversations. Only the conversation's grain appends; one append is one transaction.
/// Thread safe. Throws <see cref="LogUnavailableException"/> when the database cannot be reached or its pool is full: nothing was stored then.
/// </summary>
public interface IConversationLog
{
    /// <summary>The conversation as stored; null when it does not exist.</summary>
    Task<ConversationRecord?> LoadAsync(string storeId, string conversationId, CancellationToken cancellationToken);

    /// <summary>
    /// Stores all of <paramref name="append"/> or nothing. Throws <see cref="StaleConversationException"/> when the stored version
    /// is not <see cref="ConversationAppend.ExpectedVersion"/>.
    /// </summary>
    Task AppendAsync(ConversationAppend append, CancellationToken cancellationToken);

    /// <summary>Stored events with a number above <paramref name="afterSeq"/>, in order, at most <paramref name="take"/>.</summary>
    Task<ImmutableArray<ConversationEvent>> EventsAsync(string storeId, string conversationId, long afterSeq, int take, CancellationToken cancellationToken);

    /// <summary>The latest messages, oldest first, at most <paramref name="take"/>.</summary>
    Task<ImmutableArray<MessageRecord>> MessagesAsync(string storeId, string conversationId, int take, CancellationToken cancellationToken);

    /// <summary>The message that a client message id was stored with; null when it is new.</summary>
    Task<StoredMessage?> FindClientMessageAsync(string storeId, string conversationId, string clientMessageId, CancellationToken cancellationToken);

    /// <summary>The conversation's latest actions, oldest first, at most <paramref name="take"/>, and the last line of its audit; null before the first.</summary>
    Task<(ImmutableArray<ActionRecord> Actions, AuditEntry? Last)> ActionsAsync(string storeId, string conversationId, int take, CancellationToken cancellationToken);

    /// <summary>Conversations of all stores with an action that was confirmed and has not ended, and has not moved since <paramref name="before"/>.</summary>
    Task<ImmutableArray<(string StoreId, string ConversationId)>> UnfinishedActionsAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Conversations whose last shopper message has no answer yet, or where an action ended within a day and nobody was told, of all stores; read once at start to resume them.</summary>
    Task<ImmutableArray<(string StoreId, string ConversationId)>> UnansweredAsync(CancellationToken cancellationToken);
}

/// <summary>One conversation's own row.</summary>
public sealed record ConversationRecord
{
    /// <summary>The store; part of every key.</summary>
    public required string StoreId { get; init; }
    /// <summary>The conversation's id, a lower-case ULID.</summary>
    public required string ConversationId { get; init; }
    /// <summary>Whose it is.</summary>
    public required string VisitorId { get; init; }
    /// <summary>Where it takes place.</summary>
    public required Channel Channel { get; init; }
    /// <summary>Its state.</summary>
    public ConversationStatus Status { get; init; }
    /// <summary>Number of the last stored event; 0 before the first.</summary>
    public long LastSeq { get; init; }
    /// <summary>Number of the last event that a turn has answered; below the last shopper message's number means unanswered.</summary>
    public long AnsweredSeq { get; init; }
    /// <summary>Number of the last shopper message's event.</summary>
    public long LastShopperSeq { get; init; }
    /// <summary>Counts appends; checked on each.</summary>
    public long Version { get; init; }
    /// <summary>The latest intent, for lists.</summary>
    public Intent Intent { get; init; }
    /// <summary>The latest sentiment 1–5, for lists.</summary>
    public int Sentiment { get; init; } = 3;
    /// <summary>What the conversation remembers.</summary>
    public ConversationMemory Memory { get; init; } = new();
    /// <summary>The page the shopper had open last.</summary>
    public PageContext? Page { get; init; }
    /// <summary>The shopper's e-mail as given through the API; not proved.</summary>
    public string? CustomerEmail { get; init; }
    /// <summary>The escalation, if there is one.</summary>
    public EscalationRecord? Escalation { get; init; }
    /// <summary>The latest takeover by a person; it lasts while <see cref="Status"/> says so.</summary>
    public TakeoverRecord? Takeover { get; init; }
    /// <summary>Summary given when it was resolved.</summary>
    public string? ResolutionSummary { get; init; }
    /// <summary>Rating 1–5.</summary>
    public int? Score { get; init; }
    /// <summary>When it began.</summary>
    public DateTimeOffset CreatedAt { get; init; }
    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>Why a conversation waits for a person.</summary>
public sealed record EscalationRecord(string TicketId, EscalationReason Reason, Priority Priority, string Summary, DateTimeOffset At);

/// <summary>A takeover by a person.</summary>
/// <param name="Person">The name that the shopper sees.</param>
/// <param name="Email">The person's address; null when not given.</param>
/// <param name="At">Since when, UTC.</param>
/// <param name="BeginKey">The caller's key of the request that began it.</param>
/// <param name="EndKey">The caller's key of the request that ended it.</param>
public sealed record TakeoverRecord(string Person, string? Email, DateTimeOffset At, string? BeginKey, string? EndKey);

/// <summary>Where a message is stored.</summary>
/// <param name="Seq">The number of the event that carries it.</param>
/// <param name="MessageId">Its id.</param>
public sealed record StoredMessage(long Seq, string MessageId);

/// <summary>One message row.</summary>
public sealed record MessageRecord
{
    /// <summary>The message's id, a lower-case ULID.</summary>
    public required string MessageId { get; init; }
    /// <summary>The event that carries it.</summary>
    public required long Seq { get; init; }
    /// <summary>Who wrote it.</summary>
    public required Author Author { get; init; }
    /// <summary>The text.</summary>
    public required string Text { get; init; }
    /// <summary>The name of the person who wrote it; null for shopper and agent.</summary>
    public string? Name { get; init; }
    /// <summary>The sender's own id for it; unique in the conversation.</summary>
    public string? ClientMessageId { get; init; }
    /// <summary>The turn that wrote it.</summary>
    public string? TurnId { get; init; }
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>One turn's trace row: what was understood, done and used, readable afterwards.</summary>
/// <param name="TraceJson">An array of the turn's steps and tool calls with arguments, results and milliseconds.</param>
public sealed record TurnRecord(string TurnId, DateTimeOffset StartedAt, TimeSpan Duration, Intent Intent, double Confidence, int Sentiment,
    string Model, long InputTokens, long OutputTokens, decimal CostUsd, string TraceJson);

/// <summary>What one transaction stores.</summary>
public sealed record ConversationAppend
{
    /// <summary>The conversation's row as it will be; its <see cref="ConversationRecord.Version"/> is the new one.</summary>
    public required ConversationRecord Conversation { get; init; }
    /// <summary>The version that must be stored now; 0 for a new conversation.</summary>
    public required long ExpectedVersion { get; init; }
    /// <summary>New events, numbered on from the last.</summary>
    public ImmutableArray<ConversationEvent> Events { get; init; } = [];
    /// <summary>New messages.</summary>
    public ImmutableArray<MessageRecord> Messages { get; init; } = [];
    /// <summary>Mail that tells of it: kept in the same transaction, so that what is stored is also told.</summary>
    public ImmutableArray<OutboxMail> Mails { get; init; } = [];
    /// <summary>The turn that ended with this append.</summary>
    public TurnRecord? Turn { get; init; }
    /// <summary>Actions as they are from now on.</summary>
    public ImmutableArray<ActionRecord> Actions { get; init; } = [];
    /// <summary>New lines of the audit, numbered on from the last.</summary>
    public ImmutableArray<AuditEntry> Audit { get; init; } = [];
    /// <summary>Whether it is about actions.</summary>
    public bool Acts => !Actions.IsEmpty || !Audit.IsEmpty;
}

/// <summary>The conversation was changed by another activation; reload it.</summary>
[GenerateSerializer]
public sealed class StaleConversationException : Exception
{
    /// <summary>Names the conversation.</summary>
    public StaleConversationException(string conversationId) : base($"Conversation {conversationId} was changed elsewhere.") { }
}

/// <summary>The database did not take the append; nothing was stored. Try again shortly.</summary>
[GenerateSerializer]
public sealed class LogUnavailableException : Exception
{
    /// <summary>With the driver's failure inside.</summary>
    public LogUnavailableException(string message, Exception? inner = null) : base(message, inner) { }
}
