namespace Reva.Core.Policies.Rules;

/// <summary>Looks into what was done before.</summary>
internal static class History
{
    /// <summary>What was done for this customer, at any time; the order's own address stands for one who is known by less.</summary>
    public static IEnumerable<PastAction> OfCustomer(PolicyRequest request)
    {
        var email = (request.CustomerEmail ?? request.Order?.Email)?.Trim();
        return request.History.Actions.Where(a => string.Equals(a.CustomerEmail.Trim(), email, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What was done for this customer within the last 24 hours.</summary>
    public static IEnumerable<PastAction> OfCustomerDay(PolicyRequest request) => OfCustomer(request).Where(a => a.At > request.Now.AddDays(-1));
}
