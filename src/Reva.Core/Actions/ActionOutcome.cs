namespace Reva.Core.Actions;

/// <summary>What became of an action at the platform.</summary>
public sealed record ActionOutcome
{
    /// <summary>How it ended.</summary>
    public required ActionResult Result { get; init; }

    /// <summary>When it did not go: why, in a sentence for the shop; no personal data.</summary>
    public string? Problem { get; init; }

    /// <summary>The platform's word for the refusal, e.g. <c>ALREADY_CANCELLED</c>.</summary>
    public string? Code { get; init; }

    /// <summary>What the customer refers to: the return's number, the discount code.</summary>
    public string? Reference { get; init; }

    /// <summary>The platform's id of what was made.</summary>
    public string? PlatformId { get; init; }

    /// <summary>Where a return label is, if there is one.</summary>
    public string? LabelUrl { get; init; }

    /// <summary>What moved to the customer; null when nothing did.</summary>
    public Money? Refunded { get; init; }

    /// <summary>What the customer has to pay and was sent an invoice for, or what was charged; null when nothing.</summary>
    public Money? Charged { get; init; }

    /// <summary>It is done.</summary>
    public static ActionOutcome Done(string? reference = null) => new() { Result = ActionResult.Done, Reference = reference };

    /// <summary>The platform said no; nothing changed.</summary>
    public static ActionOutcome Refused(string code, string problem) => new() { Result = ActionResult.Refused, Code = code, Problem = problem };

    /// <summary>The platform has no such capability; a person must do it.</summary>
    public static ActionOutcome Unsupported(string problem) => new() { Result = ActionResult.Unsupported, Code = "UNSUPPORTED", Problem = problem };
}

/// <summary>How an action ended.</summary>
public enum ActionResult
{
    /// <summary>Done.</summary>
    Done,
    /// <summary>The platform refused; nothing changed.</summary>
    Refused,
    /// <summary>The platform cannot do this at all.</summary>
    Unsupported,
}
