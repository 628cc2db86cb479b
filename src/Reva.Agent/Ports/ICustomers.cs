using Reva.Core.Customers;

namespace Reva.Agent.Ports;

/// <summary>A store's customers, read from its platform. Thread safe. Throws <see cref="ShopUnavailableException"/> when the platform does not answer.</summary>
public interface ICustomers
{
    /// <summary>The customer with this e-mail address; null when there is none.</summary>
    Task<Customer?> ByEmailAsync(string storeId, string email, CancellationToken cancellationToken);

    /// <summary>The customer with the platform's id; null when there is none.</summary>
    Task<Customer?> ByIdAsync(string storeId, string customerId, CancellationToken cancellationToken);

    /// <summary>The one customer with this name and postcode, compared without case, accents and spaces; null when there is none or more than one.</summary>
    Task<Customer?> ByNameAndPostcodeAsync(string storeId, string firstName, string lastName, string postcode, CancellationToken cancellationToken);
}
