using System.Collections.Immutable;
using Reva.Core.Actions;
using Reva.Core.Customers;

namespace Reva.Core.Policies;

/// <summary>What a merchant allows the agent to do. Amounts are in the store's currency, in major units. Kept as JSON; every member has a default.</summary>
public sealed record StorePolicies
{
    /// <summary>Rules per action; an action without one follows <see cref="Default"/>.</summary>
    public ImmutableDictionary<ActionKind, ActionRule> Actions { get; init; } = ImmutableDictionary<ActionKind, ActionRule>.Empty;

    /// <summary>Days after delivery in which items can come back, 0–3650.</summary>
    public int ReturnWindowDays { get; init; } = 30;

    /// <summary>Product types and tags that cannot come back, compared without case.</summary>
    public ImmutableArray<string> ExcludedCategories { get; init; } = [];

    /// <summary>Tags of products that are sold for good: neither returned, exchanged nor refunded.</summary>
    public ImmutableArray<string> FinalSaleTags { get; init; } = ["final-sale", "final sale"];

    /// <summary>Part of the price that the shop keeps of a return, 0–100 per cent; not for faulty or wrong items.</summary>
    public decimal RestockingFeePercent { get; init; }

    /// <summary>Whether returns and refunds are paid as credit with the shop instead of money; not for faulty or wrong items.</summary>
    public bool StoreCreditOnly { get; init; }

    /// <summary>Who pays the label of a return.</summary>
    public LabelPayer LabelPaidBy { get; init; } = LabelPayer.Shop;

    /// <summary>What the customer pays for the label, when they do.</summary>
    public decimal LabelFee { get; init; }

    /// <summary>Whether an item may only be changed or exchanged for another variant of the same product.</summary>
    public bool SameProductOnly { get; init; }

    /// <summary>Whether the items of an order may be changed but once; such an order is then left as it is.</summary>
    public bool OneItemChange { get; init; }

    /// <summary>Whether an order takes but one return or exchange.</summary>
    public bool OneReturn { get; init; }

    /// <summary>Ways a refund may take besides the original payment.</summary>
    public ImmutableArray<RefundRoute> RefundRoutes { get; init; } = [RefundRoute.StoreCredit];

    /// <summary>Discounts the shop grants, by name.</summary>
    public ImmutableArray<DiscountGrant> Grants { get; init; } = [];

    /// <summary>Orders above this go to a person before anything is done to them; null for no bound.</summary>
    public decimal? HighValue { get; init; } = 500;

    /// <summary>How long a proposal can be confirmed, 1 minute–24 hours.</summary>
    public TimeSpan ProposalLife { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The rule for <paramref name="kind"/>.</summary>
    public ActionRule RuleFor(ActionKind kind) => Actions.GetValueOrDefault(kind) ?? Default(kind);

    /// <summary>What holds for an action of which the merchant has said nothing: the customer's confirmation, a person above 200, discounts off.</summary>
    public static ActionRule Default(ActionKind kind) => kind switch
    {
        ActionKind.ApplyDiscount => new ActionRule { Mode = ActionMode.Off },
        ActionKind.Refund => new ActionRule { Mode = ActionMode.AskPerson, PerOrder = 200, PerCustomerDay = 300, PerStoreDay = 5000 },
        ActionKind.CancelOrder => new ActionRule { PerAction = 500, PerCustomerDay = 1000, PerStoreDay = 20_000 },
        ActionKind.ReturnItems => new ActionRule { PerAction = 500, PerOrder = 500, PerCustomerDay = 1000, PerStoreDay = 20_000 },
        // Items taken out or exchanged for cheaper ones are money back by another name.
        ActionKind.ChangeItems or ActionKind.ExchangeItems => new ActionRule { PerAction = 500, PerCustomerDay = 1000, PerStoreDay = 20_000 },
        ActionKind.ChangePaymentMethod or ActionKind.UpdateCustomerAddress => new ActionRule { Level = VerificationLevel.Account },
        _ => new ActionRule(),
    };
}

/// <summary>What holds for one action.</summary>
public sealed record ActionRule
{
    /// <summary>Whether and how it is done.</summary>
    public ActionMode Mode { get; init; } = ActionMode.CustomerConfirms;

    /// <summary>How well the customer must be known.</summary>
    public VerificationLevel Level { get; init; } = VerificationLevel.OrderAndEmail;

    /// <summary>Most money to the customer in one action; above it a person decides. Null for no cap.</summary>
    public decimal? PerAction { get; init; }

    /// <summary>Most money to the customer for one order, over all actions of this kind.</summary>
    public decimal? PerOrder { get; init; }

    /// <summary>Most money to one customer within 24 hours, by actions of any kind: money refused as a refund cannot leave as a return.</summary>
    public decimal? PerCustomerDay { get; init; }

    /// <summary>Most money of the whole store within 24 hours, by actions of this kind.</summary>
    public decimal? PerStoreDay { get; init; }

    /// <summary>Most actions of this kind for one customer within 24 hours. Null for no cap.</summary>
    public int? CountPerCustomerDay { get; init; }
}

/// <summary>Whether and how the agent does something.</summary>
public enum ActionMode
{
    /// <summary>When the customer has confirmed.</summary>
    CustomerConfirms,
    /// <summary>When the customer has confirmed and a person of the shop has approved.</summary>
    AskPerson,
    /// <summary>Never.</summary>
    Off,
}

/// <summary>Who pays for sending something back.</summary>
public enum LabelPayer
{
    /// <summary>The shop.</summary>
    Shop,
    /// <summary>The customer, except for faulty or wrong items.</summary>
    Customer,
}

/// <summary>A discount the agent may grant.</summary>
/// <param name="Name">Lower-case name, e.g. <c>late-delivery</c>.</param>
/// <param name="When">For whom or when, in words the agent reads, e.g. <c>delivery more than three days late</c>.</param>
/// <param name="Percent">Per cent off; null when a sum.</param>
/// <param name="Amount">Sum off; null when in per cent.</param>
/// <param name="ValidDays">How long the code lasts, 1–365.</param>
/// <param name="PerCustomerDays">One grant per customer in this many days, 1–365: what lies further back is not looked at.</param>
public sealed record DiscountGrant(string Name, string When, decimal? Percent, decimal? Amount, int ValidDays = 30, int PerCustomerDays = 365);
