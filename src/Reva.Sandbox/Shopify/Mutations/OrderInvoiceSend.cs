using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>orderInvoiceSend</c>: a mail that asks for what is still to be paid.</summary>
internal static class OrderInvoiceSend
{
    private static readonly InputType Email = new(
        "EmailInput", InputTypes.Text("subject"), InputTypes.Text("to"), InputTypes.Text("from"), InputTypes.Text("body"), new("bcc", Scalars.String.List), InputTypes.Text("customMessage"));

    private static readonly ObjectType<UserError> Error = Payload.CodedError("OrderInvoiceSendUserError", "OrderInvoiceSendUserErrorCode");

    public static readonly Field Field = Payload.Field(
        "orderInvoiceSend", OrderMade.Payload("OrderInvoiceSendPayload", Error), Run, InputTypes.Id("id"), new("email", Email.Nullable));

    private static object Run(Change change)
    {
        var order = change.Order(change.Arguments.Id("id", "Order"), "id");
        if (order.CancelledAt is not null)
            throw Refusal.Coded("ORDER_INVOICE_SEND_UNSUCCESSFUL", "No invoice can be sent for a canceled order.", "id");
        var email = change.Arguments.Object("email");
        change.Mail("invoice", order, wanted: true, email?.Text("customMessage") ?? email?.Text("body"), email?.Text("to"), email?.Text("subject"));
        return new OrderMade(order.Id);
    }
}
