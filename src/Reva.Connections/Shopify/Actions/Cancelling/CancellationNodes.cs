using Reva.Connections.Shopify.Orders;

namespace Reva.Connections.Shopify.Actions.Cancelling;

internal sealed record CancelPayload : ChangePayload
{
    public JobNode? Job { get; init; }
}

internal sealed record JobNode(string Id, bool Done);

internal sealed record JobData(JobNode? Job);

internal sealed record CancellationData(CancelledOrder? Order);

internal sealed record CancelledOrder(DateTimeOffset? CancelledAt, CancellationNode? Cancellation, MoneyBag TotalRefundedSet);

internal sealed record CancellationNode(string? StaffNote);
