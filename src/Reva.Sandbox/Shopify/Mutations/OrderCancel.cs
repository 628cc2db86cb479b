using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Schema;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>orderCancel</c>: checked at once, carried out by a job a moment later.</summary>
internal static class OrderCancel
{
    private const int LongestNote = 255;

    private static readonly InputType Method = new(
        "OrderCancelRefundMethodInput", InputTypes.Flag("originalPaymentMethodsRefund"),
        new("storeCreditRefund", new InputType("OrderCancelStoreCreditRefundInput", new Argument("expiresAt", Scalars.DateTime.Nullable)).Nullable));

    private static readonly ObjectType<UserError> Error = Payload.CodedError("OrderCancelUserError", "OrderCancelUserErrorCode");

    private static readonly ObjectType<Outcome> Type = Payload.Type("OrderCancelPayload")
        .Add("orderCancelUserErrors", Error.RequiredList, o => o.Errors)
        .With<Job>("job", JobTypes.Job, (job, call) => JobTypes.Find(ShopTypes.Services(call), job.Id));

    public static readonly Field Field = Payload.Field(
        "orderCancel", Type, Run, InputTypes.Id("orderId"), new("reason", new EnumType("OrderCancelReason", Folder.OrderWords.CancelReasons).Required),
        new("restock", Scalars.Boolean.Required), new("refundMethod", Method.Nullable), InputTypes.Flag("refund"), new("notifyCustomer", Scalars.Boolean.Nullable, false), InputTypes.Text("staffNote"));

    private static object Run(Change change)
    {
        var asked = change.Arguments;
        var order = change.Order(asked.Id("orderId", "Order"), "orderId");
        if (Cancelling.Obstacle(order) is { } obstacle)
            throw Refusal.Invalid(obstacle, "orderId");
        if (change.Activity.Jobs.Exists(j => !j.Done && j.OrderId == order.Id))
            throw Refusal.Invalid("The order is already being canceled.", "orderId");
        if (asked.Text("staffNote") is { Length: > LongestNote })
            throw Refusal.Invalid($"Staff note is too long (maximum is {LongestNote} characters)", "staffNote");
        var cancel = Read(change, order);
        var job = new Job(Guid.NewGuid().ToString(), order.Id, change.Now + change.Services.JobDelay, now => Cancelling.Carry(change.Store, cancel, now), Done: false);
        change.Activity.Jobs = change.Activity.Jobs.Add(job);
        change.IsLater = true;
        return job;
    }

    private static CancelOrder Read(Change change, Order order)
    {
        var asked = change.Arguments;
        var method = asked.Object("refundMethod");
        var back = method?.Flag("originalPaymentMethodsRefund") ?? asked.Flag("refund");
        var credit = method?.Object("storeCreditRefund");
        if (back && credit is not null)
            throw Refusal.Invalid("Only one refund method can be given.", "refundMethod");
        if (credit is not null && order.CustomerId is null)
            throw Refusal.Coded("STORE_CREDIT_REFUND_MISSING_CUSTOMER", "Store credit can only be refunded to a customer.", "refundMethod", "storeCreditRefund");
        if (credit?.Date("expiresAt") <= change.Now)
            throw Refusal.Coded("STORE_CREDIT_REFUND_EXPIRATION_IN_PAST", "The expiration date is in the past.", "refundMethod", "storeCreditRefund", "expiresAt");
        return new CancelOrder(
            order.Id, asked.Text("reason")!, asked.Flag("restock"), back, credit is not null, credit?.Date("expiresAt"), asked.Flag("notifyCustomer"), asked.Text("staffNote"));
    }
}
