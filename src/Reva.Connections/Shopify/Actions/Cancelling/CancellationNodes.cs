using Reva.Connections.Shopify.Orders;

namespace Reva.Connections.Shopify.Actions.Cancelling;

internal sealed record CancelPayload : ChangePayload
{
    public JobNode? Job { get; init; }
}

internal sealed record JobNode(string Id, bool Done);

internal sealed record JobData(JobNode? Job);

internal sealed record CancellationData(CancelledOrder? Order);

internal sealed record CancelledOrder(DateTimeOffset? CancelledAt, string? DisplayFulfillmentStatus, string? ReturnStatus, CancellationNode? Cancellation, MoneyBag TotalRefundedSet)
{
    /// <summary>Whether it may be that the shop is cancelling it just now: nothing that can be seen stands in the way.</summary>
    public bool MayBeUnderWay => CancelledAt is null && DisplayFulfillmentStatus == "UNFULFILLED" && ReturnStatus == "NO_RETURN";
}

internal sealed record CancellationNode(string? StaffNote);
