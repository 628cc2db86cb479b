using System.Text.Json.Nodes;

namespace Reva.Server.Api.V1;

/// <summary>A new conversation.</summary>
/// <param name="Channel"><c>chat</c>, <c>api</c>, <c>email</c>, <c>whatsapp</c>, <c>sms</c> or <c>instagram</c>; <c>api</c> when left out.</param>
/// <param name="CustomerEmail">The shopper's address if known; it proves nothing.</param>
/// <param name="InitialMessage">What the shopper says, up to 4,000 characters.</param>
public sealed record StartConversationRequest(string? InitialMessage, string? Channel = null, string? CustomerEmail = null);

/// <summary>The first answer.</summary>
/// <param name="MessageId">The stored message of the shopper.</param>
/// <param name="RequiresAction">True when a person is needed.</param>
public sealed record StartConversationResponse(string ConversationId, string MessageId, string Response, string Intent, bool RequiresAction);

/// <summary>A further message.</summary>
public sealed record SendMessageRequest(string? Content);

/// <summary>Its answer.</summary>
/// <param name="ActionsTaken">The tools the agent used, and <c>escalated</c>.</param>
public sealed record SendMessageResponse(string MessageId, string Response, string Intent, IReadOnlyList<string> ActionsTaken);

/// <summary>Why a person should look.</summary>
public sealed record EscalateRequest(string? Reason);

/// <summary>The ticket.</summary>
public sealed record EscalateResponse(bool Escalated, string TicketId);

/// <summary>How it ended.</summary>
public sealed record ResolveRequest(string? ResolutionSummary, int? CsatScore = null);

/// <summary>Done.</summary>
public sealed record ResolveResponse(bool Resolved);

/// <summary>A conversation.</summary>
public sealed record ConversationResponse(
    string ConversationId, string Channel, string Status, string Intent, int Sentiment, string? CustomerEmail, EscalationResponse? Escalation,
    TakeoverState? Takeover, string? ResolutionSummary, int? CsatScore, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, IReadOnlyList<MessageResponse> Messages);

/// <summary>Why it waits for a person.</summary>
public sealed record EscalationResponse(string TicketId, string Reason, string Priority, string Summary, DateTimeOffset At);

/// <summary>One message.</summary>
/// <param name="Author"><c>shopper</c>, <c>agent</c>, <c>person</c>, or <c>note</c> for what only colleagues read.</param>
/// <param name="Name">The person who wrote it.</param>
public sealed record MessageResponse(string MessageId, string Author, string Content, DateTimeOffset At, string? Name);

/// <summary>The turns of a conversation, oldest first.</summary>
public sealed record TurnsResponse(IReadOnlyList<TurnResponse> Turns);

/// <summary>What the agent understood and did in one turn.</summary>
/// <param name="Confidence">How sure it was of the intent, 0–1.</param>
/// <param name="Model">The model that spoke; <c>rules</c> when none did.</param>
/// <param name="Trace">Its steps and tool calls with arguments, results and milliseconds.</param>
public sealed record TurnResponse(
    string TurnId, DateTimeOffset StartedAt, double DurationMs, string Intent, double Confidence, int Sentiment,
    string Model, long InputTokens, long OutputTokens, decimal CostUsd, JsonNode? Trace);

/// <summary>A page of conversations.</summary>
public sealed record ConversationListResponse(IReadOnlyList<ConversationSummary> Conversations, string? NextCursor);

/// <summary>One line of the list.</summary>
public sealed record ConversationSummary(string ConversationId, string Channel, string Status, string Intent, int Sentiment, string LastMessage, int MessageCount, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
