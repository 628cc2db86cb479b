using System.Collections.Immutable;
using Reva.Agent.Actions;
using Reva.Core.Conversations;
using Reva.Core.Stores;

namespace Reva.Agent.Turns;

/// <summary>All that one turn knows when it begins.</summary>
public sealed record TurnInput
{
    /// <summary>The shop.</summary>
    public required StoreProfile Store { get; init; }
    /// <summary>The conversation.</summary>
    public required string ConversationId { get; init; }
    /// <summary>Whose it is; empty when a merchant's program began it.</summary>
    public string VisitorId { get; init; } = "";
    /// <summary>This turn.</summary>
    public required string TurnId { get; init; }
    /// <summary>Where the shopper writes.</summary>
    public Channel Channel { get; init; }
    /// <summary>Earlier messages, oldest first, without the ones to answer; the latest few dozen.</summary>
    public ImmutableArray<Utterance> History { get; init; } = [];
    /// <summary>What to answer: the shopper's messages since the last answer, joined by line breaks; empty when only an action has news.</summary>
    public required string Text { get; init; }
    /// <summary>When the first of these messages was written; a proposal made later is not what they answer.</summary>
    public DateTimeOffset WrittenAt { get; init; } = DateTimeOffset.MaxValue;
    /// <summary>The page of the shop that the shopper looks at.</summary>
    public PageContext? Page { get; init; }
    /// <summary>What the conversation remembers.</summary>
    public ConversationMemory Memory { get; init; } = new();
    /// <summary>The state of the conversation.</summary>
    public ConversationStatus Status { get; init; }
    /// <summary>The conversation's actions; null where nothing can be done, only told.</summary>
    public ConversationActions? Actions { get; init; }
    /// <summary>When the turn began.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>One earlier message.</summary>
public sealed record Utterance(Author Author, string Text);

/// <summary>The page the shopper has open.</summary>
public sealed record PageContext(string? Url, string? ProductHandle);
