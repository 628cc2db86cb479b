using Orleans;

namespace Reva.Grains.Conversations;

/// <summary>One event of a conversation, as every reader gets it.</summary>
/// <param name="Seq">Its number, without gaps; of a passing event (text.delta, typing) the number of the last stored one.</param>
/// <param name="Type">As docs/contracts.md lists them.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Data">Its further fields as one JSON object; written once, passed through unread.</param>
[GenerateSerializer, Immutable]
public sealed record ConversationEvent(long Seq, string Type, DateTimeOffset At, string Data);
