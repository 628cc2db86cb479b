namespace Reva.Core.Actions;

/// <summary>Where money goes back to.</summary>
/// <param name="Route">The way.</param>
/// <param name="PaymentMethodId">The method, for <see cref="RefundRoute.PaymentMethod"/>; null else.</param>
public sealed record RefundTarget(RefundRoute Route, string? PaymentMethodId = null)
{
    /// <summary>The way it was paid.</summary>
    public static RefundTarget Original { get; } = new(RefundRoute.OriginalPayment);

    /// <summary>Credit with the shop.</summary>
    public static RefundTarget StoreCredit { get; } = new(RefundRoute.StoreCredit);
}

/// <summary>Ways for money to go back.</summary>
public enum RefundRoute
{
    /// <summary>The way it was paid.</summary>
    OriginalPayment,
    /// <summary>Credit with the shop.</summary>
    StoreCredit,
    /// <summary>Another payment method of the customer, such as a gift card.</summary>
    PaymentMethod,
}
