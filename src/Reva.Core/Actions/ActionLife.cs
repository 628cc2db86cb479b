namespace Reva.Core.Actions;

/// <summary>Where an action stands. On wires in snake case.</summary>
public enum ActionStatus
{
    /// <summary>Shown to the shopper; nothing is done yet.</summary>
    Proposed,
    /// <summary>The shopper said no.</summary>
    Declined,
    /// <summary>Nobody answered in time.</summary>
    Expired,
    /// <summary>What it rested on has changed.</summary>
    Invalidated,
    /// <summary>All that must say yes have; it can start.</summary>
    Confirmed,
    /// <summary>The shopper said yes; a person of the shop has to.</summary>
    WaitingApproval,
    /// <summary>A person of the shop said no.</summary>
    Rejected,
    /// <summary>The platform is being asked, or was when the process died.</summary>
    Running,
    /// <summary>The platform did it.</summary>
    Done,
    /// <summary>The platform refused; nothing changed.</summary>
    Failed,
    /// <summary>The platform cannot do it; a person was asked.</summary>
    Unsupported,
}

/// <summary>What can happen to an action.</summary>
public enum ActionStep
{
    /// <summary>The shopper says yes.</summary>
    Confirm,
    /// <summary>The shopper says no.</summary>
    Decline,
    /// <summary>A person of the shop says yes.</summary>
    Approve,
    /// <summary>A person of the shop says no.</summary>
    Reject,
    /// <summary>The clock asks whether it has expired.</summary>
    Expire,
    /// <summary>What it rests on has changed.</summary>
    Invalidate,
    /// <summary>By now the policy wants a person's yes.</summary>
    Hold,
    /// <summary>The platform is about to be asked.</summary>
    Start,
    /// <summary>The platform did it.</summary>
    Succeed,
    /// <summary>The platform refused.</summary>
    Fail,
    /// <summary>The platform cannot do it.</summary>
    MeetNoSupport,
}

/// <summary>What a step led to.</summary>
/// <param name="Status">The status after it.</param>
/// <param name="Taken">Whether the step was taken; a yes that comes too late is not, though the status becomes expired.</param>
/// <param name="Refusal">Why it was not: <c>expired</c>, <c>final</c>, <c>out_of_turn</c>, <c>not_yet</c>; null when it was.</param>
/// <param name="ExpiresAt">Until when the status after it waits for someone.</param>
public sealed record ActionMove(ActionStatus Status, bool Taken, string? Refusal, DateTimeOffset ExpiresAt);

/// <summary>The life of an action: from any sequence of steps it runs at most once. Pure.</summary>
public static class ActionLife
{
    /// <summary>How long a confirmed action waits for a person's approval.</summary>
    public static TimeSpan ApprovalLife { get; } = TimeSpan.FromHours(72);

    /// <summary>Whether nothing can happen to it any more.</summary>
    public static bool IsFinal(this ActionStatus status) =>
        status is not (ActionStatus.Proposed or ActionStatus.Confirmed or ActionStatus.WaitingApproval or ActionStatus.Running);

    /// <summary>Whether someone is waited for, and not for ever.</summary>
    public static bool Waits(this ActionStatus status) => status is ActionStatus.Proposed or ActionStatus.WaitingApproval;

    /// <summary>What <paramref name="step"/> leads to. A step that does not fit leaves the status as it is, with the reason.</summary>
    /// <param name="expiresAt">Until when <paramref name="status"/> waits; looked at only while it does.</param>
    /// <param name="needsApproval">Whether the policy wants a person's yes besides the shopper's.</param>
    public static ActionMove Next(ActionStatus status, ActionStep step, DateTimeOffset now, DateTimeOffset expiresAt, bool needsApproval = false)
    {
        if (status.IsFinal())
            return new(status, false, "final", expiresAt);
        if (status.Waits() && now >= expiresAt)
            return new(ActionStatus.Expired, step == ActionStep.Expire, step == ActionStep.Expire ? null : "expired", expiresAt);
        if (status.Waits() && step == ActionStep.Expire)
            return new(status, false, "not_yet", expiresAt);
        if (Target(status, step, needsApproval) is not { } next)
            return new(status, false, "out_of_turn", expiresAt);
        return new(next, true, null, next == ActionStatus.WaitingApproval ? now + ApprovalLife : expiresAt);
    }

    private static ActionStatus? Target(ActionStatus status, ActionStep step, bool needsApproval) => (status, step) switch
    {
        (ActionStatus.Proposed, ActionStep.Confirm) => needsApproval ? ActionStatus.WaitingApproval : ActionStatus.Confirmed,
        // A shopper may think again until a person has agreed.
        (ActionStatus.Proposed or ActionStatus.WaitingApproval, ActionStep.Decline) => ActionStatus.Declined,
        (ActionStatus.WaitingApproval, ActionStep.Approve) => ActionStatus.Confirmed,
        (ActionStatus.WaitingApproval, ActionStep.Reject) => ActionStatus.Rejected,
        (ActionStatus.Proposed or ActionStatus.WaitingApproval or ActionStatus.Confirmed, ActionStep.Invalidate) => ActionStatus.Invalidated,
        (ActionStatus.Confirmed, ActionStep.Hold) => ActionStatus.WaitingApproval,
        (ActionStatus.Confirmed, ActionStep.Start) => ActionStatus.Running,
        (ActionStatus.Running, ActionStep.Succeed) => ActionStatus.Done,
        (ActionStatus.Running, ActionStep.Fail) => ActionStatus.Failed,
        (ActionStatus.Confirmed or ActionStatus.Running, ActionStep.MeetNoSupport) => ActionStatus.Unsupported,
        _ => null,
    };
}
