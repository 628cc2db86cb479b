using Reva.Core.Actions;
using Reva.Core.Customers;

namespace Reva.Core.Policies.Rules;

/// <summary>An address is whole, and another than the one that stands there.</summary>
internal static class Addresses
{
    public static IEnumerable<Finding> Of(PolicyRequest request)
    {
        var (address, present) = request.Action switch
        {
            ChangeAddress change => (change.Address, request.Order?.ShippingAddress),
            UpdateCustomerAddress update => (update.Address, null),
            _ => (null, null),
        };
        if (address is null)
            yield break;
        if (!IsWhole(address))
            yield return Finding.Deny("address_incomplete", "I need the whole address: street, town, postcode and country.");
        else if (present is not null && IsSame(address, present))
            yield return Finding.Deny("no_change", $"Order {request.Order!.Number} goes to that address already.");
    }

    private static bool IsWhole(PostalAddress address) =>
        Fits(address.Address1, 200) && Fits(address.City, 100) && Fits(address.Zip, 20) && Fits(address.Country, 100)
        && (address.Address2?.Length ?? 0) <= 200 && (address.Province?.Length ?? 0) <= 100 && (address.Name?.Length ?? 0) <= 200;

    private static bool Fits(string text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;

    private static bool IsSame(PostalAddress wanted, PostalAddress present) =>
        (wanted.Name is null || Same(wanted.Name, present.Name)) && Same(wanted.Address1, present.Address1) && Same(wanted.Address2, present.Address2)
        && Same(wanted.City, present.City) && Same(wanted.Province, present.Province) && Same(wanted.Zip, present.Zip) && Same(wanted.Country, present.Country);

    private static bool Same(string? left, string? right) => string.Equals(left?.Trim() ?? "", right?.Trim() ?? "", StringComparison.OrdinalIgnoreCase);
}
