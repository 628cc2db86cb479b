using System.Collections.Immutable;
using Reva.Core.Actions;
using Reva.Core.Customers;
using Reva.Core.Orders;

namespace Reva.Core.Policies;

/// <summary>All that a decision rests on. Nothing else is looked at, the clock included.</summary>
public sealed record PolicyRequest
{
    /// <summary>What is to be done.</summary>
    public required ShopAction Action { get; init; }

    /// <summary>What it would move.</summary>
    public required ActionQuote Quote { get; init; }

    /// <summary>The order as it is now; null for an action that is not on an order.</summary>
    public Order? Order { get; init; }

    /// <summary>How well the customer is known.</summary>
    public required VerificationLevel Level { get; init; }

    /// <summary>The customer's proved e-mail address; null when only less is proved.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>The platform's id of the customer the conversation speaks with; null when it has none or nothing is proved.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The customer's own payment methods; an action that names any other is denied.</summary>
    public ImmutableArray<PaymentMethod> PaymentMethods { get; init; } = [];

    /// <summary>What was done before, for this order, this customer and this store.</summary>
    public ActionHistory History { get; init; } = new();

    /// <summary>What the merchant allows.</summary>
    public required StorePolicies Policies { get; init; }

    /// <summary>Whether the shop's platform can do it at all.</summary>
    public bool Supported { get; init; } = true;

    /// <summary>All that the platform can do, so that nothing else is named as an alternative; null for everything.</summary>
    public ImmutableHashSet<ActionKind>? PlatformActions { get; init; }

    /// <summary>The store's currency, in which its caps stand; null when it is the order's.</summary>
    public string? StoreCurrency { get; init; }

    /// <summary>The store's time zone: days are counted and named in it.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The moment of the decision.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>What was done before or is being done, without the action itself.</summary>
public sealed record ActionHistory
{
    /// <summary>Entries of this order at any time, and of this customer and store within the last 24 hours (discounts: within their grant's days).</summary>
    public ImmutableArray<PastAction> Actions { get; init; } = [];

    /// <summary>Money to customers of the whole store within the last 24 hours, by kind, this customer's included.</summary>
    public ImmutableDictionary<ActionKind, decimal> StoreDay { get; init; } = ImmutableDictionary<ActionKind, decimal>.Empty;
}

/// <summary>An action that was done or is being done.</summary>
/// <param name="ActionId">Its id.</param>
/// <param name="Kind">What it was.</param>
/// <param name="OrderId">The order; null for none.</param>
/// <param name="CustomerEmail">For whom, lower case.</param>
/// <param name="ToCustomer">Money to the customer.</param>
/// <param name="At">When it was begun.</param>
/// <param name="Grant">The discount grant, for discounts.</param>
public sealed record PastAction(string ActionId, ActionKind Kind, string? OrderId, string CustomerEmail, decimal ToCustomer, DateTimeOffset At, string? Grant = null);
