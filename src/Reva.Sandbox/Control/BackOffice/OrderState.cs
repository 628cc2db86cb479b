using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Control.BackOffice;

/// <summary>All that is known of an order, as <c>GET /_control/orders/{name}</c> tells it.</summary>
internal static class OrderState
{
    public static object Of(ShopStore store, Order order) => new
    {
        order.Id, order.Name, order.Email, order.CustomerId, order.CreatedAt, order.UpdatedAt,
        Status = SampleOrders.StatusOf(order), order.FinancialStatus, order.FulfillmentStatus, ReturnStatus = Statuses.Returns(order),
        order.CancelledAt, order.CancelReason, StaffNote = order.CancelNote, order.Edited, order.Note, order.Tags, order.CustomAttributes, order.Metafields,
        order.ShippingAddress, order.BillingAddress,
        LineItems = order.LineItems.Select(l => Line(order, l)),
        Fulfillments = order.Fulfillments.Select(f => new { f.Id, f.Status, f.DisplayStatus, f.DeliveredAt, f.Tracking, f.LineItems }),
        Returns = order.Returns.Select(r => Return(store, order, r)),
        Refunds = order.Refunds.Select(r => new { r.Id, r.CreatedAt, r.Amount, r.Shipping, r.Note, r.ReturnId, LineItems = r.LineItems.Select(l => new { l.LineItemId, l.Quantity, l.RestockType }) }),
        Transactions = order.Transactions.Select(t => new { t.Id, t.Kind, t.Status, t.Gateway, PaymentMethodId = t.PaymentMethod, t.Amount, t.ParentId, t.ProcessedAt }),
        order.Settlements,
        Totals = new { order.Subtotal, Discounts = order.Discounted, Shipping = order.ShippingPrice, order.Tax, order.Total, order.CurrentTotal, order.Received, order.Refunded, order.Outstanding },
    };

    // Ordered is what edits left of a line; current is what returns, refunds and a cancellation left of that.
    private static object Line(Order order, LineItem line) => new
    {
        line.Id, line.ProductId, line.VariantId, line.Sku, line.Title, line.VariantTitle, line.Price, line.Quantity, line.Removed, Ordered = line.Quantity - line.Removed,
        Refunded = order.RefundedOf(line), Current = order.CurrentOf(line), Fulfilled = order.FulfilledOf(line), Unfulfilled = order.UnfulfilledOf(line), Discount = line.OwnDiscount,
    };

    private static object Return(ShopStore store, Order order, Return back) => new
    {
        back.Id, back.Name, back.Status, back.CreatedAt, back.ClosedAt, back.ShippingFee, back.DeclineReason, back.DeclineNote,
        Lines = back.Lines.Select(l => new
        {
            l.Id, l.LineItemId, order.LineItems.First(i => i.Id == l.LineItemId).Sku, l.Quantity, l.Processed, l.Reason, l.ReasonNote, l.CustomerNote, l.RestockingFee,
        }),
        Exchanges = back.Exchanges.Select(e => new { e.Id, e.VariantId, store.Products.FindVariant(e.VariantId)?.Sku, e.Quantity, e.Processed, e.Price, e.UnitDiscount }),
        Deliveries = back.Deliveries.Select(d => new { d.Id, d.LabelUrl, d.TrackingNumber, d.TrackingUrl, d.CreatedAt }),
    };
}
