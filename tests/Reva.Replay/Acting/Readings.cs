using Reva.Agent.Ports;
using Reva.Core.Customers;
using Reva.Core.Orders;
using Reva.Replay.Data;

namespace Reva.Replay.Acting;

/// <summary>The benchmark's calls that only read, or only think: they are answered by Reva's own look-ups and change nothing.</summary>
internal sealed class Readings(ICommerce commerce, IOrders orders, ICustomers customers)
{
    private static readonly string[] WithoutLookUp = ["list_all_product_types", "calculate", "think", "transfer_to_human_agents"];

    /// <summary>Null when the name is none of them; throws <see cref="MalformedCallException"/> when the arguments do not fit.</summary>
    public async Task<CallResult?> ReadAsync(ReplayCall call, Customer customer, string userId, string storeId, CancellationToken cancellationToken)
    {
        var given = new CallArguments(call.Arguments);
        if (WithoutLookUp.Contains(call.Name))
            return new(call.Name, CallEnd.Read);
        var found = call.Name switch
        {
            "get_order_details" => IsOwn(await orders.FindAsync(storeId, given.OrderId(), cancellationToken), customer),
            "get_user_details" => given.Text("user_id") == userId && await customers.ByEmailAsync(storeId, customer.Email, cancellationToken) is not null,
            "get_product_details" => (await commerce.VariantsOfAsync(storeId, $"gid://shopify/Product/{given.Text("product_id")}", cancellationToken)).Length > 0,
            "find_user_id_by_email" => await customers.ByEmailAsync(storeId, given.Text("email"), cancellationToken) is not null,
            "find_user_id_by_name_zip" => await customers.ByNameAndPostcodeAsync(storeId, given.Text("first_name"), given.Text("last_name"), given.Text("zip"), cancellationToken) is not null,
            _ => (bool?)null,
        };
        return found is null ? null : found.Value ? new(call.Name, CallEnd.Read) : new(call.Name, CallEnd.Refused, "not_found");
    }

    private static bool IsOwn(Order? order, Customer customer) => order is not null && order.Email.Equals(customer.Email, StringComparison.OrdinalIgnoreCase);
}
