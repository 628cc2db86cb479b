using System.Text.Json.Serialization;

namespace Reva.Core.Actions;

/// <summary>Exactly what is to be done: what a customer says yes to, what a policy judges, and what the platform is asked for. Kept as JSON.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CancelOrder), "cancel_order")]
[JsonDerivedType(typeof(ChangeAddress), "change_address")]
[JsonDerivedType(typeof(ChangeItems), "change_items")]
[JsonDerivedType(typeof(ChangePaymentMethod), "change_payment_method")]
[JsonDerivedType(typeof(ReturnItems), "return_items")]
[JsonDerivedType(typeof(ExchangeItems), "exchange_items")]
[JsonDerivedType(typeof(Refund), "refund")]
[JsonDerivedType(typeof(ApplyDiscount), "apply_discount")]
[JsonDerivedType(typeof(UpdateCustomerAddress), "update_customer_address")]
public abstract record ShopAction
{
    /// <summary>Which of the actions it is.</summary>
    [JsonIgnore]
    public abstract ActionKind Kind { get; }
}

/// <summary>An action on one order.</summary>
public abstract record OrderAction : ShopAction
{
    /// <summary>The platform's id of the order.</summary>
    public required string OrderId { get; init; }

    /// <summary>As printed, e.g. <c>#1001</c>.</summary>
    public required string OrderNumber { get; init; }
}
