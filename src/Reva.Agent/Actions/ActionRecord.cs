using System.Collections.Immutable;
using Reva.Core.Actions;
using Reva.Core.Customers;
using Reva.Core.Orders;
using Reva.Core.Policies;

namespace Reva.Agent.Actions;

/// <summary>An action from its proposal to its end, as it is stored. What the customer confirms is exactly <see cref="Action"/>.</summary>
public sealed record ActionRecord
{
    /// <summary>A lower-case ULID; the platform's idempotency key is made of it.</summary>
    public required string ActionId { get; init; }
    /// <summary>The turn that proposed it.</summary>
    public required string TurnId { get; init; }
    /// <summary>What is to be done.</summary>
    public required ShopAction Action { get; init; }
    /// <summary>What the customer sees.</summary>
    public required ActionCard Card { get; init; }
    /// <summary>What it moves.</summary>
    public required ActionQuote Quote { get; init; }
    /// <summary>Where it stands.</summary>
    public ActionStatus Status { get; init; }
    /// <summary>The order as it was when proposed; null without one.</summary>
    public Order? Order { get; init; }
    /// <summary>Fingerprint of that order: another one makes the proposal void.</summary>
    public string? Fingerprint { get; init; }
    /// <summary>What the policy decided.</summary>
    public PolicyVerdict Verdict { get; init; }
    /// <summary>Why.</summary>
    public ImmutableArray<PolicyReason> Reasons { get; init; } = [];
    /// <summary>Whose it is, lower case.</summary>
    public required string CustomerEmail { get; init; }
    /// <summary>The store's currency, in which its caps stand.</summary>
    public string StoreCurrency { get; init; } = "USD";
    /// <summary>The store's time zone, in which days are counted.</summary>
    public string TimeZone { get; init; } = "UTC";
    /// <summary>How well the customer was known.</summary>
    public VerificationLevel Level { get; init; }
    /// <summary>Until when the customer's proof counted at the proposal; a later yes needs a newer proof. Null when it does not end.</summary>
    public DateTimeOffset? ProvedUntil { get; init; }
    /// <summary>When it was proposed.</summary>
    public required DateTimeOffset ProposedAt { get; init; }
    /// <summary>Until when it can be confirmed or, once confirmed, approved.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
    /// <summary>When the customer said yes.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }
    /// <summary>Who of the shop approved or rejected it.</summary>
    public string? DecidedBy { get; init; }
    /// <summary>Whether a person has approved it.</summary>
    public bool Approved { get; init; }
    /// <summary>When the platform was first called.</summary>
    public DateTimeOffset? StartedAt { get; init; }
    /// <summary>What the platform said.</summary>
    public ActionOutcome? Outcome { get; init; }
    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    /// <summary>For the customer: what came of it, in a sentence or two.</summary>
    public string? Text { get; init; }

    /// <summary>The caller's own key of the request that answered it last; null without one.</summary>
    public string? AnswerKey { get; init; }
    /// <summary>Where it stood right after that request: the same key again gets the same answer.</summary>
    public ActionStatus? AnsweredAs { get; init; }

    /// <summary>Whether it waits for the customer's word at <paramref name="now"/>.</summary>
    public bool WaitsForCustomer(DateTimeOffset now) => Status == ActionStatus.Proposed && now < ExpiresAt;

    /// <summary>As the ledger keeps it.</summary>
    internal PastAction ToPast(DateTimeOffset at) => new(ActionId, Action.Kind, (Action as OrderAction)?.OrderId, CustomerEmail, Quote.ToCustomer.Amount, at, (Action as ApplyDiscount)?.Grant);
}
