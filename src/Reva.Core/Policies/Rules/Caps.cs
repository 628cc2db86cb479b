namespace Reva.Core.Policies.Rules;

/// <summary>Above a cap a person decides. What was done before counts, so that a sum in parts is the same sum.</summary>
internal static class Caps
{
    private const string Look = "Someone from the shop takes a quick look at this before it goes ahead.";

    public static IEnumerable<Finding> Of(PolicyRequest request)
    {
        var (rule, kind) = (request.Policies.RuleFor(request.Action.Kind), request.Action.Kind);
        var amount = request.Quote.ToCustomer.Amount;
        // An action that moves nothing to the customer cannot pass a cap on money, whatever was done before.
        if (amount > 0)
        {
            if (IsForeign(request) && (rule.PerAction ?? rule.PerOrder ?? rule.PerCustomerDay ?? rule.PerStoreDay) is not null)
                yield return Finding.Approve("cap_currency", Look);
            if (amount > rule.PerAction)
                yield return Finding.Approve("cap_per_action", Look);
            if (amount + request.History.Actions.Where(a => a.Kind == kind && a.OrderId is not null && a.OrderId == request.Order?.Id).Sum(a => a.ToCustomer) > rule.PerOrder)
                yield return Finding.Approve("cap_per_order", Look);
            if (amount + History.OfCustomerDay(request).Sum(a => a.ToCustomer) > rule.PerCustomerDay)
                yield return Finding.Approve("cap_per_customer_day", Look);
            if (amount + request.History.StoreDay.GetValueOrDefault(kind) > rule.PerStoreDay)
                yield return Finding.Approve("cap_per_store_day", Look);
        }
        if (History.OfCustomerDay(request).Count(a => a.Kind == kind) >= rule.CountPerCustomerDay)
            yield return Finding.Approve("cap_count_per_customer_day", Look);
    }

    /// <summary>The merchant wants a person for this, whatever it moves.</summary>
    public static IEnumerable<Finding> OfPerson(PolicyRequest request)
    {
        if (request.Policies.RuleFor(request.Action.Kind).Mode == ActionMode.AskPerson)
            yield return Finding.Approve("ask_person", "Someone from the shop has to agree to this first.");
        if (request.Order is { } order && request.Policies.HighValue is { } bound && (order.Total.Amount > bound || IsForeign(request)))
            yield return Finding.Approve("high_value", "For an order like this, someone from the shop takes a look first.");
    }

    // The merchant's figures say nothing of amounts in another currency.
    private static bool IsForeign(PolicyRequest request) => request.StoreCurrency is { } own && request.Quote.ToCustomer.Currency != own;
}
