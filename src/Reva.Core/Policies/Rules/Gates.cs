using Reva.Core.Actions;
using Reva.Core.Customers;

namespace Reva.Core.Policies.Rules;

/// <summary>What must hold before anything of an order is looked at, so that a denial tells a stranger nothing about it.</summary>
internal static class Gates
{
    private const string NotFound = "I can't find that order among yours.";

    /// <summary>The merchant has switched the action off.</summary>
    public static IEnumerable<Finding> SwitchedOff(PolicyRequest request)
    {
        if (request.Policies.RuleFor(request.Action.Kind).Mode == ActionMode.Off)
            yield return Finding.Deny("off", "That isn't something I can do here, but a person from the shop can look at it.");
    }

    /// <summary>The customer is not known well enough.</summary>
    public static IEnumerable<Finding> Verification(PolicyRequest request)
    {
        var needed = request.Policies.RuleFor(request.Action.Kind).Level;
        if (request.Level < needed)
            yield return Finding.Deny("verification", Needs(needed));
    }

    /// <summary>The order or the account is someone else's, or nobody knows whose.</summary>
    public static IEnumerable<Finding> Ownership(PolicyRequest request)
    {
        switch (request.Action)
        {
            case OrderAction onOrder when request.Order is not { } order || order.Id != onOrder.OrderId || order.Number != onOrder.OrderNumber:
                yield return Finding.Deny("no_order", NotFound);
                break;
            case OrderAction when !OwnsOrder(request):
                yield return Finding.Deny("not_yours", NotFound);
                break;
            case UpdateCustomerAddress update when request.CustomerId is null || update.CustomerId != request.CustomerId:
                yield return Finding.Deny("not_yours", "I can only change your own address.");
                break;
            case ApplyDiscount discount when discount.CustomerId is not null && discount.CustomerId != request.CustomerId:
                yield return Finding.Deny("not_yours", "I can only give a discount to you yourself.");
                break;
            // Without knowing for whom, 'once per customer' cannot be counted.
            case ApplyDiscount when request.CustomerEmail is null:
                yield return Finding.Deny("verification", Needs(VerificationLevel.OrderAndEmail));
                break;
        }
    }

    private static bool OwnsOrder(PolicyRequest request) =>
        request.CustomerEmail is { } email ? string.Equals(request.Order!.Email.Trim(), email.Trim(), StringComparison.OrdinalIgnoreCase)
            : request.CustomerId is { } id && request.Order!.CustomerId == id;

    private static string Needs(VerificationLevel level) => level switch
    {
        VerificationLevel.Account => "Before I can do that, I need to know it's you by a code sent to your e-mail address.",
        VerificationLevel.OrderAndEmail => "Before I can do that, I need an order number and the e-mail address it was placed with.",
        _ => "Before I can do that, I need your name and postcode.",
    };
}
