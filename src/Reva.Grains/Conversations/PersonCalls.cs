using Orleans;

namespace Reva.Grains.Conversations;

/// <summary>A person's wish to speak instead of the agent.</summary>
/// <param name="Person">The name that the shopper sees.</param>
/// <param name="Email">The person's address, for colleagues; null when not given.</param>
/// <param name="RequestKey">The caller's key of this request: sent again with it, it is the same request; null for none.</param>
[GenerateSerializer, Immutable]
public sealed record TakeOver(string Person, string? Email, string? RequestKey);

/// <summary>A person's wish to let the agent speak again.</summary>
/// <param name="Note">A note for colleagues; null for none.</param>
/// <param name="RequestKey">As in <see cref="TakeOver"/>.</param>
[GenerateSerializer, Immutable]
public sealed record HandBack(string? Note, string? RequestKey);

/// <summary>What a person writes.</summary>
/// <param name="Person">Who; null for the one who has the conversation.</param>
/// <param name="RequestKey">As in <see cref="TakeOver"/>.</param>
[GenerateSerializer, Immutable]
public sealed record PersonMessage(string Text, string? Person, string? RequestKey);

/// <summary>What became of a person's call.</summary>
/// <param name="Seq">The number of the event that tells it; of the last one when nothing changed.</param>
/// <param name="MessageId">The id of a reply or note; null otherwise.</param>
/// <param name="Person">Who has the conversation, or had it last; null when nobody ever had.</param>
[GenerateSerializer, Immutable]
public sealed record PersonResult(PostOutcome Outcome, long Seq, string? MessageId, string? Person);

/// <summary>Who speaks instead of the agent.</summary>
/// <param name="At">Since when, UTC.</param>
[GenerateSerializer, Immutable]
public sealed record TakeoverView(string Person, string? Email, DateTimeOffset At);
