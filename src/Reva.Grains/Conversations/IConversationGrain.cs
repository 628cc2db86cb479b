using System.Collections.Immutable;
using Orleans;
using Orleans.Concurrency;
using Reva.Core.Actions;
using Reva.Core.Conversations;

namespace Reva.Grains.Conversations;

/// <summary>One conversation: its one writer, its clock, its feed. Key: <see cref="ConversationKey"/>.</summary>
public interface IConversationGrain : IGrainWithStringKey
{
    /// <summary>The conversation as it is; null before its first message.</summary>
    Task<ConversationView?> Read();

    /// <summary>Takes a message: it is stored and numbered when this returns, and the agent's turn begins. The same client message id again is the same message.</summary>
    Task<PostResult> Post(PostMessage message);

    /// <summary>Events with a number above <paramref name="afterSeq"/>: those stored, then what happens, until cancelled.</summary>
    IAsyncEnumerable<ConversationEvent> Subscribe(long afterSeq, CancellationToken cancellationToken = default);

    /// <summary>Tells the other side that somebody types.</summary>
    [OneWay, AlwaysInterleave]
    Task Typing(Author author);

    /// <summary>Keeps the shopper's rating, 1–5.</summary>
    Task<PostResult> Rate(int score, string? comment);

    /// <summary>Brings a person in by the merchant's own wish.</summary>
    Task<EscalateResult> Escalate(string reason);

    /// <summary>Ends the conversation; a second time changes nothing.</summary>
    Task<PostResult> Resolve(string summary, int? score);

    /// <summary>A person speaks from now on: the agent's turn is cut off and withdrawn, and none begins until it is handed back. The same person again changes nothing.</summary>
    Task<PersonResult> TakeOver(TakeOver takeOver);

    /// <summary>The agent speaks again, and answers what the shopper wrote after the person's last word.</summary>
    Task<PersonResult> HandBack(HandBack handBack);

    /// <summary>A person's words to the shopper; only while that person has the conversation.</summary>
    Task<PersonResult> Reply(PersonMessage message);

    /// <summary>A person's words to colleagues, at any time; neither the shopper nor the agent reads them.</summary>
    Task<PersonResult> Note(PersonMessage message);

    /// <summary>Takes the shopper's yes to a proposal; what is no longer open stays as it is. An empty visitor id is the merchant's own program; the same key again gets the same answer.</summary>
    Task<ActionAnswerResult> Confirm(string visitorId, string actionId, string? key = null);

    /// <summary>Takes the shopper's no to a proposal.</summary>
    Task<ActionAnswerResult> Decline(string visitorId, string actionId, string? key = null);

    /// <summary>Takes the approval of a person of the shop.</summary>
    Task<ActionAnswerResult> Approve(string actionId, string person, string reason, string? key = null);

    /// <summary>Takes the refusal of a person of the shop; the shopper hears the reason.</summary>
    Task<ActionAnswerResult> Reject(string actionId, string person, string reason, string? key = null);

    /// <summary>The conversation's latest actions, oldest first.</summary>
    Task<ImmutableArray<ActionView>> Actions();

    /// <summary>Answers what a stopped process left unanswered.</summary>
    [OneWay]
    Task Resume();
}

/// <summary>A message on its way in.</summary>
[GenerateSerializer, Immutable]
public sealed record PostMessage(string VisitorId, Channel Channel, string Text, string? ClientMessageId, string? PageUrl, string? ProductHandle, string? CustomerEmail)
{
    /// <summary>The customer whom the shop's sign-in names, checked by the caller; null without one.</summary>
    [Id(0)]
    public SignedIn? SignedIn { get; init; }
}

/// <summary>A customer whom the shop's sign-in names.</summary>
/// <param name="Email">Their e-mail address.</param>
/// <param name="CustomerId">The platform's id, if it was told.</param>
/// <param name="Until">Until when it counts.</param>
[GenerateSerializer, Immutable]
public sealed record SignedIn(string Email, string? CustomerId, DateTimeOffset Until);

/// <summary>What became of it.</summary>
/// <param name="Seq">The number it is stored under.</param>
/// <param name="MessageId">Its id; null where nothing was posted.</param>
[GenerateSerializer, Immutable]
public sealed record PostResult(PostOutcome Outcome, long Seq, string? MessageId);

/// <summary>How a call ended.</summary>
public enum PostOutcome
{
    /// <summary>Stored.</summary>
    Stored,
    /// <summary>It was stored before.</summary>
    AlreadyStored,
    /// <summary>The conversation is resolved.</summary>
    Closed,
    /// <summary>There is no such conversation.</summary>
    NotFound,
    /// <summary>The database did not take it; nothing was stored.</summary>
    Unavailable,
    /// <summary>Another person has the conversation.</summary>
    TakenOver,
    /// <summary>No person has the conversation.</summary>
    NotTakenOver,
}

/// <summary>What an escalation came to.</summary>
[GenerateSerializer, Immutable]
public sealed record EscalateResult(PostOutcome Outcome, string? TicketId);

/// <summary>A conversation as lists and callers see it.</summary>
[GenerateSerializer, Immutable]
public sealed record ConversationView(
    string ConversationId, string VisitorId, Channel Channel, ConversationStatus Status, long LastSeq, long AnsweredSeq, Intent Intent, int Sentiment,
    string? CustomerEmail, string? VerifiedEmail, EscalationView? Escalation, string? ResolutionSummary, int? Score, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Who speaks instead of the agent; null when the agent does.</summary>
    [Id(0)]
    public TakeoverView? Takeover { get; init; }

    /// <summary>A turn of the agent is under way.</summary>
    [Id(1)]
    public bool Answering { get; init; }
}

/// <summary>Why it waits for a person.</summary>
[GenerateSerializer, Immutable]
public sealed record EscalationView(string TicketId, EscalationReason Reason, Priority Priority, string Summary, DateTimeOffset At);

/// <summary>What became of an answer to an action.</summary>
/// <param name="Outcome">How the call ended.</param>
/// <param name="Seq">Number of the conversation's last event.</param>
/// <param name="Status">Where the action stands now; null when there is none.</param>
[GenerateSerializer, Immutable]
public sealed record ActionAnswerResult(PostOutcome Outcome, long Seq, ActionStatus? Status);

/// <summary>An action as callers see it.</summary>
/// <param name="Data">The card and what came of it, as one JSON object in the shape of the events.</param>
[GenerateSerializer, Immutable]
public sealed record ActionView(string ActionId, ActionKind Kind, ActionStatus Status, DateTimeOffset ProposedAt, string Data);
