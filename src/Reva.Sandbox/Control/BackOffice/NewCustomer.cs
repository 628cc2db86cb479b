using Reva.Sandbox.Shopify.Folder;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Control.BackOffice;

/// <summary>A customer to add, or to change when the e-mail address is known; what is left out stays or is empty.</summary>
internal sealed record NewCustomer(
    string Email, string? FirstName = null, string? LastName = null, string? Phone = null, IReadOnlyList<string>? Tags = null, IReadOnlyList<AddressFile>? Addresses = null,
    IReadOnlyList<PaymentMethodFile>? PaymentMethods = null)
{
    public IResult Save(ShopStore store, DateTimeOffset now)
    {
        if (!Email.Contains('@', StringComparison.Ordinal))
            return Results.BadRequest(new { error = $"'{Email}' is no e-mail address" });
        lock (store.Activity.Writing)
        {
            var before = store.Customers.ByEmail(Email) ?? new Customer(store.Activity.NextId(), "", "", Email, null, now, now, [], null, "en", false, [], []);
            var saved = before with
            {
                FirstName = FirstName ?? before.FirstName, LastName = LastName ?? before.LastName, Phone = Phone ?? before.Phone, Tags = Tags ?? before.Tags, UpdatedAt = now,
                Addresses = Addresses is null ? before.Addresses : [.. Addresses.Select(a => CustomerReader.Address(a, store.Activity.NextId(), FirstName ?? before.FirstName, LastName ?? before.LastName))],
                PaymentMethods = PaymentMethods is null ? before.PaymentMethods : [.. PaymentMethods.Select(m => new PaymentMethod(m.Id, m.Kind, m.Brand, m.LastDigits, m.Balance))],
            };
            store.Customers.Put(saved);
            return Results.Ok(CustomerState.Of(saved));
        }
    }
}
