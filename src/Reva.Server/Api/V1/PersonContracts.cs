namespace Reva.Server.Api.V1;

/// <summary>Who speaks from now on.</summary>
/// <param name="Person">The name that the shopper sees, up to 80 characters.</param>
/// <param name="Email">The person's address, for colleagues.</param>
public sealed record TakeoverRequest(string? Person, string? Email = null);

/// <summary>Who has the conversation, and the number of the event from which on the agent is silent.</summary>
public sealed record TakeoverResponse(bool TakenOver, string Person, long Seq);

/// <summary>The agent speaks again.</summary>
/// <param name="Note">A note for colleagues, up to 4,000 characters.</param>
public sealed record HandbackRequest(string? Note = null);

/// <summary>Done.</summary>
public sealed record HandbackResponse(bool HandedBack);

/// <summary>What a person writes, up to 4,000 characters.</summary>
/// <param name="Person">Who; the one who has the conversation when left out.</param>
public sealed record PersonMessageRequest(string? Text, string? Person = null);

/// <summary>The message as stored.</summary>
public sealed record PersonMessageResponse(string MessageId, long Seq);

/// <summary>Who speaks instead of the agent, and since when.</summary>
public sealed record TakeoverState(string Person, string? Email, DateTimeOffset At);
