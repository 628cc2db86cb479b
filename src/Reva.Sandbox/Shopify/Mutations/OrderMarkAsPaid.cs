using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>orderMarkAsPaid</c>: the rest came in by another way.</summary>
internal static class OrderMarkAsPaid
{
    private static readonly InputType Input = new("OrderMarkAsPaidInput", InputTypes.Id("id"));

    public static readonly Field Field = Payload.Field("orderMarkAsPaid", OrderMade.Payload("OrderMarkAsPaidPayload"), Run, new Argument("input", Input.Required));

    private static object Run(Change change)
    {
        var order = change.Order(change.Arguments.Object("input")!.Id("id", "Order"), "id");
        if (order.Outstanding <= 0)
            throw Refusal.Invalid("Order cannot be marked as paid.", "id");
        var sale = new Transaction(change.Activity.NextId(), "SALE", "manual", null, order.Outstanding, "SUCCESS", change.Now, null);
        var paid = order with { Transactions = [.. order.Transactions, sale], FinancialStatus = "PAID" };
        change.Save(Statuses.Settle(paid));
        return new OrderMade(order.Id);
    }
}
