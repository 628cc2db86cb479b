using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Core.Actions;
using Reva.Core.Customers;
using Reva.Core.Policies;

namespace Reva.Replay.Shop;

/// <summary>The retail back office's rules as a merchant would set them in Reva.</summary>
internal sealed class RetailPolicies : IPolicies
{
    private const int AnyTime = 3650;

    private static readonly ActionKind[] Offered =
    [
        ActionKind.CancelOrder, ActionKind.ChangeAddress, ActionKind.ChangeItems, ActionKind.ChangePaymentMethod, ActionKind.ReturnItems, ActionKind.ExchangeItems,
        ActionKind.UpdateCustomerAddress,
    ];

    /// <summary>No caps and no window: whether an order is pending or delivered decides, and one item change or return ends it.</summary>
    public static StorePolicies Rules { get; } = new()
    {
        Actions = Enum.GetValues<ActionKind>().ToImmutableDictionary(
            kind => kind,
            kind => Offered.Contains(kind) ? new ActionRule { Level = VerificationLevel.NameAndPostcode } : new ActionRule { Mode = ActionMode.Off }),
        ReturnWindowDays = AnyTime,
        SameProductOnly = true,
        OneItemChange = true,
        OneReturn = true,
        RefundRoutes = [RefundRoute.PaymentMethod],
        HighValue = null,
    };

    /// <inheritdoc/>
    public ValueTask<StorePolicies> ForAsync(string storeId, CancellationToken cancellationToken) => ValueTask.FromResult(Rules);
}
