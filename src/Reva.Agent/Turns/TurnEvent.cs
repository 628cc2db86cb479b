using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Core.Catalog;
using Reva.Core.Conversations;
using Reva.Core.Orders;

namespace Reva.Agent.Turns;

/// <summary>What happens in a turn, in order. The last one is <see cref="TurnCompleted"/>.</summary>
public abstract record TurnEvent;

/// <summary>A step of the turn is done.</summary>
/// <param name="Detail">For the trace: what the step found, as JSON; no secrets.</param>
public sealed record StepCompleted(TurnStep Step, TimeSpan Duration, Intent? Intent, string Detail) : TurnEvent;

/// <summary>The steps of a turn.</summary>
public enum TurnStep
{
    /// <summary>Intent, sentiment, entities, language.</summary>
    Understand,
    /// <summary>What is known about it: page, products, orders.</summary>
    Gather,
    /// <summary>Which specialist answers.</summary>
    Decide,
    /// <summary>The answer itself.</summary>
    Reply,
    /// <summary>Whether a person is needed.</summary>
    Check,
}

/// <summary>A tool is being used.</summary>
/// <param name="Label">Words for the shopper: 'Looking through the shop'.</param>
/// <param name="Arguments">For the trace, as JSON.</param>
public sealed record ToolCalled(string CallId, string Tool, string Label, string Arguments) : TurnEvent;

/// <summary>A tool has answered.</summary>
/// <param name="Result">For the trace, as JSON.</param>
public sealed record ToolCompleted(string CallId, string Tool, bool Ok, TimeSpan Duration, string Result) : TurnEvent;

/// <summary>Products to show as cards.</summary>
public sealed record ProductsShown(ImmutableArray<ProductHit> Hits) : TurnEvent;

/// <summary>An order to show as a card.</summary>
public sealed record OrderShown(Order Order, OrderStanding Standing) : TurnEvent
{
    /// <summary>Whether the shopper is known well enough to see sums.</summary>
    public bool WithMoney { get; init; } = true;
}

/// <summary>A piece of the reply. An offset below what was sent before replaces from there.</summary>
public sealed record TextDelta(int Offset, string Text) : TurnEvent;

/// <summary>The whole reply.</summary>
public sealed record TextCompleted(string Text, ImmutableArray<Citation> Citations, ModelUsage Usage, ImmutableArray<string> QuickReplies) : TurnEvent
{
    /// <summary>What the check of its facts came to.</summary>
    public GroundingOutcome Grounding { get; init; }
}

/// <summary>What came of holding a reply against the facts of its conversation.</summary>
public enum GroundingOutcome
{
    /// <summary>All of it is founded.</summary>
    Ok,
    /// <summary>Some of what a model said was not, and was said anew or left out.</summary>
    Repaired,
    /// <summary>What a model said could not be repaired, and the rule planner answered.</summary>
    Replaced,
}

/// <summary>A page the reply rests on; <c>[N]</c> in the text.</summary>
public sealed record Citation(int N, string Title, string Url);

/// <summary>The conversation goes to a person.</summary>
/// <param name="Summary">For the merchant: who, what, what was tried, with facts.</param>
/// <param name="Text">For the shopper: what happens next.</param>
public sealed record Escalated(EscalationReason Reason, Priority Priority, string Summary, string Text) : TurnEvent;

/// <summary>The turn is over.</summary>
public sealed record TurnCompleted(ConversationMemory Memory, Intent Intent, int Sentiment, double Confidence) : TurnEvent;
