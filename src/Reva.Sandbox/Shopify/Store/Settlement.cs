namespace Reva.Sandbox.Shopify.Store;

/// <summary>Money that the back office moved, or will move, by a payment method of the customer's.</summary>
/// <param name="Kind"><c>charge</c>, <c>refund</c>, <c>planned_charge</c>, <c>planned_refund</c> or <c>change_method</c>.</param>
/// <param name="TransactionIds">The transactions that it made; none while it is planned.</param>
internal sealed record Settlement(
    string IdempotencyKey, string Kind, string PaymentMethodId, decimal Amount, string? Reference, DateTimeOffset At, IReadOnlyList<long> TransactionIds);
