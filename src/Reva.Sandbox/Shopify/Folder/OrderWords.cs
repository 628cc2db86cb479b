namespace Reva.Sandbox.Shopify.Folder;

/// <summary>Shopify's words for what an order can be.</summary>
internal static class OrderWords
{
    public static readonly string[] FinancialStatuses =
        ["PENDING", "AUTHORIZED", "PAID", "PARTIALLY_PAID", "PARTIALLY_REFUNDED", "REFUNDED", "VOIDED", "EXPIRED"];

    public static readonly string[] FulfillmentStatuses =
    [
        "UNFULFILLED", "PARTIALLY_FULFILLED", "FULFILLED", "IN_PROGRESS", "ON_HOLD", "SCHEDULED", "RESTOCKED", "OPEN", "PENDING_FULFILLMENT", "REQUEST_DECLINED",
    ];

    public static readonly string[] CancelReasons = ["CUSTOMER", "DECLINED", "FRAUD", "INVENTORY", "STAFF", "OTHER"];

    public static readonly string[] Fulfillments = ["SUCCESS", "CANCELLED", "ERROR", "FAILURE", "OPEN", "PENDING"];

    public static readonly string[] Displays =
    [
        "LABEL_PRINTED", "LABEL_PURCHASED", "CONFIRMED", "CARRIER_PICKED_UP", "SUBMITTED", "FULFILLED", "IN_TRANSIT", "OUT_FOR_DELIVERY", "ATTEMPTED_DELIVERY",
        "READY_FOR_PICKUP", "PICKED_UP", "DELAYED", "DELIVERED", "NOT_DELIVERED", "FAILURE", "CANCELED", "MARKED_AS_FULFILLED",
    ];

    public static readonly string[] TransactionKinds = ["SALE", "AUTHORIZATION", "CAPTURE", "REFUND", "VOID"];

    public static readonly string[] TransactionStatuses = ["SUCCESS", "PENDING", "FAILURE", "ERROR"];

    public static readonly string[] RestockTypes = ["RETURN", "CANCEL", "LEGACY_RESTOCK", "NO_RESTOCK"];
}
