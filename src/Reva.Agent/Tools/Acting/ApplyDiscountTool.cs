using System.Text.Json;
using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Actions;

namespace Reva.Agent.Tools.Acting;

/// <summary>Which of the shop's grants.</summary>
public sealed record ApplyDiscountArguments(string? Grant);

/// <summary>Proposes a discount that the shop grants, as a code for the next order.</summary>
public sealed class ApplyDiscountTool(OwnOrders orders, ICustomers customers, IPolicies policies) : ActionTool<ApplyDiscountArguments>(orders)
{
    /// <inheritdoc/>
    public override ActionKind Kind => ActionKind.ApplyDiscount;

    /// <inheritdoc/>
    public override string Description => "Propose one of the discounts that the shop grants, when its condition is met. Without a grant, call it with an empty name to hear which there are.";

    /// <inheritdoc/>
    public override string Label => "Looking for a discount";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""{"type":"object","properties":{"grant":{"type":"string","description":"Name of the grant"}},"required":["grant"]}""");

    /// <inheritdoc/>
    protected override async Task<ActionDraft> DraftAsync(ApplyDiscountArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.VerifiedEmail is not { } email)
            return ActionDraft.Wrong("The customer is not known yet: ask for order number and e-mail address first.");
        var grants = (await policies.ForAsync(turn.StoreId, cancellationToken)).Grants;
        if (grants.FirstOrDefault(g => g.Name.Equals(arguments.Grant?.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } grant)
            return ActionDraft.Wrong(grants.IsEmpty ? "The shop grants no discounts: say so plainly." : $"There is no such grant. The shop's: {string.Join("; ", grants.Select(g => $"{g.Name} ({g.When})"))}.");
        var customer = await customers.ByEmailAsync(turn.StoreId, email, cancellationToken);
        var id = Ulid.New(turn.Input.Now);
        return ActionDraft.Of(new ApplyDiscount
        {
            Grant = grant.Name, Percent = grant.Percent, Amount = grant.Amount is { } sum ? new Money(sum, turn.Input.Store.Currency) : null,
            Code = $"{grant.Name.ToUpperInvariant().Replace(' ', '-')}-{id[^10..].ToUpperInvariant()}", Until = turn.Input.Now.AddDays(grant.ValidDays), CustomerId = customer?.Id,
        }, null);
    }
}
