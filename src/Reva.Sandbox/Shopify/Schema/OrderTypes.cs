using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Search;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>Orders and their sums.</summary>
internal static class OrderTypes
{
    private static readonly ObjectType<Order> ShippingLine = new ObjectType<Order>("ShippingLine")
        .Add("id", Scalars.Id.Nullable, o => Gid.Of("ShippingLine", o.Id))
        .Add("title", Scalars.String.Required, o => o.ShippingTitle)
        .Add("originalPriceSet", CommonTypes.MoneyBag.Required, (o, call) => ProductTypes.Money(o.ShippingPrice, call))
        .Add("discountedPriceSet", CommonTypes.MoneyBag.Required, (o, call) => ProductTypes.Money(o.ShippingPrice, call));

    private static readonly ObjectType<Order> Cancellation = new ObjectType<Order>("OrderCancellation").Add("staffNote", Scalars.String.Nullable, o => o.CancelNote);

    private static readonly ObjectType<CustomAttribute> Attribute = new ObjectType<CustomAttribute>("Attribute")
        .Add("key", Scalars.String.Required, a => a.Key)
        .Add("value", Scalars.String.Nullable, a => a.Value);

    public static readonly ObjectType<Order> Order = new("Order");

    public static readonly ObjectType<Page<Order>> Connections = Connection.TypeOf<Order>(Order);

    public static readonly SearchFields<Order> Search = new SearchFields<Order>("orders", o => [o.Name, o.Email, o.ShippingAddress?.Name])
        .Number("id", o => [o.Id])
        .Text("name", o => [o.Name, o.Name.TrimStart('#')]).Text("email", o => [o.Email]).Number("customer_id", o => o.CustomerId is { } id ? [id] : [])
        .Text("financial_status", o => [o.FinancialStatus]).Text("fulfillment_status", o => FulfillmentWords(o)).Text("status", o => [StatusOf(o), "any"])
        .Text("tag", o => o.Tags).Text("sku", o => o.LineItems.Select(l => l.Sku)).Text("discount_code", o => o.Discounts.Select(d => d.Code))
        .Date("created_at", o => o.CreatedAt).Date("updated_at", o => o.UpdatedAt).Date("processed_at", o => o.CreatedAt);

    static OrderTypes()
    {
        Order.Implements("Node", "HasMetafields")
            .Add("id", Scalars.Id.Required, o => Gid.Of("Order", o.Id))
            .Add("legacyResourceId", Scalars.BigInt.Required, o => o.Id)
            .Add("name", Scalars.String.Required, o => o.Name)
            .Add("email", Scalars.String.Nullable, o => o.Email)
            .Add("phone", Scalars.String.Nullable, o => o.Phone)
            .Add("note", Scalars.String.Nullable, o => o.Note)
            .Add("tags", Scalars.String.RequiredList, o => o.Tags)
            .Add("test", Scalars.Boolean.Required, _ => false)
            .Add("createdAt", Scalars.DateTime.Required, o => o.CreatedAt)
            .Add("updatedAt", Scalars.DateTime.Required, o => o.UpdatedAt)
            .Add("processedAt", Scalars.DateTime.Required, o => o.CreatedAt)
            .Add("closed", Scalars.Boolean.Required, o => o.ClosedAt is not null)
            .Add("closedAt", Scalars.DateTime.Nullable, o => o.ClosedAt)
            .Add("taxesIncluded", Scalars.Boolean.Required, _ => false)
            .Add("confirmed", Scalars.Boolean.Required, _ => true)
            .Add("cancelledAt", Scalars.DateTime.Nullable, o => o.CancelledAt)
            .Add("cancelReason", new EnumType("OrderCancelReason").Nullable, o => o.CancelReason)
            .Add("displayFinancialStatus", new EnumType("OrderDisplayFinancialStatus").Nullable, o => o.FinancialStatus)
            .Add("displayFulfillmentStatus", new EnumType("OrderDisplayFulfillmentStatus").Required, o => o.FulfillmentStatus)
            .Add("returnStatus", new EnumType("OrderReturnStatus").Required, o => Statuses.Returns(o))
            .Add("cancellation", Cancellation.Nullable, o => o.CancelledAt is null ? null : o)
            .Add("edited", Scalars.Boolean.Required, o => o.Edited)
            .Add("customAttributes", Attribute.RequiredList, o => o.CustomAttributes)
            .Add("merchantEditable", Scalars.Boolean.Required, o => Statuses.EditObstacles(o).Count == 0)
            .Add("merchantEditableErrors", Scalars.String.RequiredList, o => Statuses.EditObstacles(o))
            .Add("requiresShipping", Scalars.Boolean.Required, _ => true)
            .Add("currencyCode", new EnumType("CurrencyCode").Required, (_, call) => ShopTypes.Services(call).Store.Shop.Currency)
            .Add("statusPageUrl", Scalars.Url.Required, (o, call) => $"{ShopTypes.Services(call).PublicUrl}/orders/{o.Id}")
            .Add("shippingAddress", CommonTypes.MailingAddress.Nullable, o => o.ShippingAddress)
            .Add("billingAddress", CommonTypes.MailingAddress.Nullable, o => o.BillingAddress ?? o.ShippingAddress)
            .Add("shippingLine", ShippingLine.Nullable, o => o)
            .Add("discountCode", Scalars.String.Nullable, o => o.Discounts.FirstOrDefault(d => d.Code is not null)?.Code)
            .Add("discountCodes", Scalars.String.RequiredList, o => o.Discounts.Select(d => d.Code).OfType<string>())
            .Add("paymentGatewayNames", Scalars.String.RequiredList, o => o.Transactions.Select(t => t.Gateway).Distinct())
            .Add("subtotalLineItemsQuantity", Scalars.Int.Required, o => o.LineItems.Sum(l => l.Quantity))
            .Add("currentSubtotalLineItemsQuantity", Scalars.Int.Required, o => o.LineItems.Sum(o.CurrentOf))
            .Add("fullyPaid", Scalars.Boolean.Required, o => o.Received >= o.Total)
            .Add("unpaid", Scalars.Boolean.Required, o => o.Received == 0)
            .Add("refundable", Scalars.Boolean.Required, o => o.Received > o.Refunded);
        AddSums();
        Order.Add("customer", CustomerTypes.Customer.Nullable, (o, call) => o.CustomerId is { } id ? ShopTypes.Services(call).Store.Customers.Find(id) : null)
            .Add(Connection.Field<Order, LineItemView>("lineItems", LineItemTypes.Connections, (o, _) => Rows<LineItemView>.InOrder(o.LineItems.Select(l => new LineItemView(o, l)))))
            .Add("fulfillments", FulfillmentTypes.Fulfillment.RequiredList, [CommonTypes.First],
                (o, call) => o.Fulfillments.Select(f => new FulfillmentView(o, f)).Top(call))
            .Add("refunds", PaymentTypes.Refund.RequiredList, [CommonTypes.First], (o, call) => o.Refunds.Select(r => new RefundView(o, r)).Top(call))
            .Add("transactions", PaymentTypes.Transaction.RequiredList, [CommonTypes.First],
                (o, call) => o.Transactions.Select(t => new TransactionView(o, t)).Top(call))
            .Add(SuggestedRefundTypes.Field)
            .Add(Connection.Field<Order, ReturnView>("returns", ReturnTypes.Connections, (o, _) => Rows<ReturnView>.InOrder(o.Returns.Select(r => new ReturnView(o, r))),
                new Argument("query", Scalars.String.Nullable)))
            .WithMetafields((o, _) => o.Metafields);
    }

    private static void AddSums()
    {
        Sum("subtotalPriceSet", o => o.Subtotal - o.Discounted);
        Sum("currentSubtotalPriceSet", o =>
            o.LineItems.Sum(l => l.Worth(l.Quantity - l.Removed).Subtotal) - o.Refunds.SelectMany(r => r.LineItems).Sum(l => l.Subtotal));
        Sum("totalPriceSet", o => o.Total);
        Sum("currentTotalPriceSet", o => o.CurrentTotal);
        Sum("originalTotalPriceSet", o => o.TotalWhenPlaced ?? o.Total);
        Sum("totalDiscountsSet", o => o.Discounted + o.LineItems.Sum(l => l.OwnDiscount));
        Sum("totalShippingPriceSet", o => o.ShippingPrice);
        Sum("totalTaxSet", o => o.Tax);
        Sum("totalReceivedSet", o => o.Received);
        Sum("totalRefundedSet", o => o.Refunded);
        Sum("netPaymentSet", o => o.Received - o.Refunded);
        Sum("totalOutstandingSet", o => o.Outstanding);

        static void Sum(string name, Func<Order, decimal> amount) =>
            Order.Add(name, CommonTypes.MoneyBag.Required, (o, call) => ProductTypes.Money(amount(o), call));
    }

    private static string StatusOf(Order order) => order.CancelledAt is not null ? "cancelled" : order.ClosedAt is not null ? "closed" : "open";

    // The search says shipped and unshipped where the field says fulfilled and unfulfilled.
    private static IEnumerable<string> FulfillmentWords(Order order) => order.FulfillmentStatus switch
    {
        "FULFILLED" => ["fulfilled", "shipped"],
        "PARTIALLY_FULFILLED" => ["partial", "partially_fulfilled"],
        "UNFULFILLED" => ["unfulfilled", "unshipped"],
        var other => [other],
    };
}
