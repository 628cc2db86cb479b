using System.Collections.Immutable;
using Reva.Core.Conversations;

namespace Reva.Agent.Turns;

/// <summary>What a specialist answers.</summary>
public sealed record Reply
{
    /// <summary>The words, in Markdown.</summary>
    public required string Text { get; init; }

    /// <summary>Short answers to tap.</summary>
    public ImmutableArray<string> QuickReplies { get; init; } = [];

    /// <summary>False when the shopper did not get what was asked for; two in a row bring a person in.</summary>
    public bool Helped { get; init; } = true;

    /// <summary>A person is needed; the text says what happens next.</summary>
    public EscalationWish? Escalation { get; init; }

    /// <summary>Whether the words are in the shopper's own language, so that nobody need be told of another.</summary>
    public bool InShoppersLanguage { get; init; }

    /// <summary>Words in the shopper's own language.</summary>
    internal static Reply Native(string text) => new() { Text = text, InShoppersLanguage = true };

    /// <summary>Just words.</summary>
    public static implicit operator Reply(string text) => new() { Text = text };
}

/// <summary>Why and how urgently a person is needed.</summary>
/// <param name="Facts">What the merchant must know besides the conversation.</param>
public sealed record EscalationWish(EscalationReason Reason, Priority Priority, string Facts);
