using System.Collections.Immutable;
using Reva.Core.Actions;
using Reva.Core.Customers;
using Reva.Core.Policies.Rules;

namespace Reva.Core.Policies;

/// <summary>Decides what may be done, from the request alone. Pure and thread safe.</summary>
public static class PolicyEngine
{
    // Each of these stands alone: when one denies, nothing that follows is looked at or told.
    private static readonly Rule[] First = [Gates.SwitchedOff, Gates.Verification, Gates.Ownership];

    private static readonly Rule[] OfTheOrder = [OrderState.Of, Pieces.Of, Delivery.Of, Pieces.PaidBack, ReturnWindow.Of, FinalSale.Of, Addresses.Of, Grants.Of];

    private static readonly Rule[] OfTheQuote = [Variants.Of, Terms.Of, Routes.Of, Amounts.Of, Refunds.Of];

    private static readonly Rule[] OfPeople = [Caps.OfPerson, Caps.Of];

    /// <summary>
    /// Whether the action may be done: denied by any rule, else approved by a person when any rule wants one, else with the customer's confirmation.
    /// Asked again before a confirmed action is carried out, with the order and the history of that moment.
    /// </summary>
    public static PolicyDecision Decide(PolicyRequest request)
    {
        foreach (var rule in First)
        {
            if (rule(request).ToArray() is { Length: > 0 } gate)
                return Decision(PolicyVerdict.Deny, gate, Alternatives.Of(request, gate));
        }
        var findings = OfTheOrder.SelectMany(rule => rule(request)).ToList();
        // What the platform cannot do has no quote; it is denied as such only when a person could be asked to do it.
        if (request.Supported)
            findings.AddRange(OfTheQuote.Concat(OfPeople).SelectMany(rule => rule(request)));
        else if (findings.TrueForAll(f => f.Verdict != PolicyVerdict.Deny))
            findings.Add(Finding.Deny("unsupported", "I can't do that myself, so someone from the shop has to."));
        var verdict = findings.Count == 0 ? PolicyVerdict.Confirm : findings.Max(f => f.Verdict);
        var reasons = findings.Where(f => f.Verdict == verdict).ToArray();
        return Decision(verdict, reasons, verdict == PolicyVerdict.Deny ? Alternatives.Of(request, reasons) : []);
    }

    /// <summary>Actions that a model may be offered as tools at all: switched on, carried out by the platform, and open to who is known so far.</summary>
    /// <param name="supported">What the platform carries out, and what is handed to a person where it does not.</param>
    public static ImmutableHashSet<ActionKind> Permitted(VerificationLevel level, StorePolicies policies, IEnumerable<ActionKind> supported) =>
        [.. supported.Where(kind => IsOpen(kind, level, policies))];

    /// <summary>What an action that is otherwise fine for this order would meet: the rules on who asks and on the order, without any money.</summary>
    internal static IEnumerable<Finding> Standing(PolicyRequest request)
    {
        var gate = First.SelectMany(rule => rule(request)).ToArray();
        return gate.Length > 0 ? gate : OfTheOrder.SelectMany(rule => rule(request));
    }

    private static bool IsOpen(ActionKind kind, VerificationLevel level, StorePolicies policies)
    {
        var rule = policies.RuleFor(kind);
        return rule.Mode != ActionMode.Off && level >= rule.Level && (kind != ActionKind.ApplyDiscount || !policies.Grants.IsEmpty);
    }

    private static PolicyDecision Decision(PolicyVerdict verdict, IEnumerable<Finding> reasons, ImmutableArray<ActionKind> alternatives) =>
        new(verdict, [.. reasons.Select(f => new PolicyReason(f.Rule, f.Text)).Distinct()], alternatives);
}
