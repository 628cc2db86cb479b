using System.Collections.Immutable;
using Reva.Core.Orders;

namespace Reva.Agent.Ports;

/// <summary>A store's orders, read from its platform. Thread safe. Throws <see cref="ShopUnavailableException"/> when the platform does not answer.</summary>
public interface IOrders
{
    /// <summary>The order with exactly this number (<c>1001</c> and <c>#1001</c> are the same); null when there is none.</summary>
    Task<Order?> FindAsync(string storeId, string number, CancellationToken cancellationToken);

    /// <summary>The latest orders placed with this e-mail address, newest first.</summary>
    Task<ImmutableArray<Order>> OfCustomerAsync(string storeId, string email, int take, CancellationToken cancellationToken);
}

/// <summary>The shop's platform did not answer in time; nothing is known about the order.</summary>
public sealed class ShopUnavailableException : Exception
{
    /// <summary>With words for the log; no personal data.</summary>
    public ShopUnavailableException(string message, Exception? inner = null) : base(message, inner) { }
}
