using System.Text.Json;
using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core.Actions;

namespace Reva.Agent.Tools.Acting;

/// <summary>The new address.</summary>
public sealed record UpdateCustomerAddressArguments(string? Name, string? Address1, string? Address2, string? City, string? Province, string? Zip, string? Country)
    : AddressArguments(Name, Address1, Address2, City, Province, Zip, Country);

/// <summary>Proposes to change the address in the customer's account.</summary>
public sealed class UpdateCustomerAddressTool(OwnOrders orders, ICustomers customers) : ActionTool<UpdateCustomerAddressArguments>(orders)
{
    /// <inheritdoc/>
    public override ActionKind Kind => ActionKind.UpdateCustomerAddress;

    /// <inheritdoc/>
    public override string Description => "Propose a new address for the customer's account, for later orders. Orders that are placed keep theirs: use change_address for those.";

    /// <inheritdoc/>
    public override string Label => "Looking at your account";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""{"type":"object","properties":{""" + AddressArguments.Properties + """},"required":["address1","city","zip"]}""");

    /// <inheritdoc/>
    protected override async Task<ActionDraft> DraftAsync(UpdateCustomerAddressArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.VerifiedEmail is not { } email || await customers.ByEmailAsync(turn.StoreId, email, cancellationToken) is not { } customer)
            return ActionDraft.Wrong("No account of this customer can be opened. Ask them to prove who they are, or hand over with escalate.");
        var (address, problem) = arguments.Read(customer.Address);
        return address is null ? ActionDraft.Wrong(problem!) : ActionDraft.Of(new UpdateCustomerAddress { CustomerId = customer.Id, Address = address }, null);
    }
}
