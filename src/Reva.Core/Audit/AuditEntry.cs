using Reva.Core.Actions;

namespace Reva.Core.Audit;

/// <summary>What happened to an action, before it is chained. Kept for good.</summary>
public record AuditDraft
{
    /// <summary>The store.</summary>
    public required string StoreId { get; init; }

    /// <summary>The conversation; each has its own chain.</summary>
    public required string ConversationId { get; init; }

    /// <summary>When, to the microsecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it.</summary>
    public required AuditActor Actor { get; init; }

    /// <summary>The person's name, for a merchant; null for the others.</summary>
    public string? ActorName { get; init; }

    /// <summary>What happened.</summary>
    public required AuditEvent Event { get; init; }

    /// <summary>The action's id; null for an attempt that never became one.</summary>
    public string? ActionId { get; init; }

    /// <summary>Which action.</summary>
    public ActionKind? ActionKind { get; init; }

    /// <summary>Why, in words.</summary>
    public string Why { get; init; } = "";

    /// <summary>How things stood before, as JSON, kept word for word.</summary>
    public string? BeforeJson { get; init; }

    /// <summary>How things stand after it, as JSON, kept word for word.</summary>
    public string? AfterJson { get; init; }

    /// <summary>The rules of the policy that decided, e.g. <c>return_window</c>, joined by commas.</summary>
    public string? Rule { get; init; }
}

/// <summary>One link of a conversation's audit chain.</summary>
public sealed record AuditEntry : AuditDraft
{
    /// <summary>1, 2, 3 … per conversation, without gaps.</summary>
    public required int N { get; init; }

    /// <summary>The hash of the entry before; <see cref="AuditChain.Start"/> for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over all other fields, 64 lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }
}

/// <summary>Who did something.</summary>
public enum AuditActor
{
    /// <summary>The shopper.</summary>
    Shopper,
    /// <summary>The agent.</summary>
    Agent,
    /// <summary>A person of the shop.</summary>
    Merchant,
    /// <summary>Reva itself: clocks, recovery after a crash.</summary>
    System,
}

/// <summary>What happened to an action.</summary>
public enum AuditEvent
{
    /// <summary>It was shown to the shopper.</summary>
    Proposed,
    /// <summary>The shopper said yes.</summary>
    Confirmed,
    /// <summary>The shopper said no.</summary>
    Declined,
    /// <summary>It waits for a person of the shop.</summary>
    Held,
    /// <summary>A person of the shop said yes.</summary>
    Approved,
    /// <summary>A person of the shop said no.</summary>
    Rejected,
    /// <summary>The policy said no.</summary>
    Denied,
    /// <summary>Something was tried that cannot count: a foreign, late or repeated confirmation.</summary>
    Attempted,
    /// <summary>The platform is being asked.</summary>
    Started,
    /// <summary>The platform did it.</summary>
    Done,
    /// <summary>The platform refused.</summary>
    Failed,
    /// <summary>Nobody answered in time.</summary>
    Expired,
    /// <summary>What it rested on has changed.</summary>
    Invalidated,
    /// <summary>The platform cannot do it; a person was asked.</summary>
    Unsupported,
    /// <summary>Left for a person to look at, because nobody can tell what became of it.</summary>
    Marked,
}
