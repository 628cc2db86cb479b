using System.Globalization;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Control.BackOffice;

/// <summary>All that is known of a customer, payment methods and balances included.</summary>
internal static class CustomerState
{
    public static object Of(Customer customer) => new
    {
        customer.Id, customer.FirstName, customer.LastName, customer.Email, customer.Phone, customer.Tags, customer.Note, customer.Addresses, customer.PaymentMethods, customer.StoreCredit,
    };

    /// <summary>By id, e-mail address or a tag such as <c>user:…</c>.</summary>
    public static Customer? Find(ShopStore store, string who) =>
        long.TryParse(who, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? store.Customers.Find(id)
        : store.Customers.ByEmail(who) ?? store.Customers.All.FirstOrDefault(c => c.Tags.Contains(who));
}
