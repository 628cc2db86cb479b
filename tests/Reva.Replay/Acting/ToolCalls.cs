using System.Text.Json;
using Reva.Core.Actions;
using Reva.Replay.Data;

namespace Reva.Replay.Acting;

/// <summary>A call of one of Reva's tools.</summary>
/// <param name="Kind">What the tool proposes.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record ToolCall(ActionKind Kind, JsonElement Arguments);

/// <summary>The benchmark's calls that change something, as calls of Reva's tools.</summary>
internal static class ToolCalls
{
    /// <summary>Null when the name is none of them; throws <see cref="MalformedCallException"/> when the arguments do not fit.</summary>
    public static ToolCall? Of(ReplayCall call, string userId)
    {
        var given = new CallArguments(call.Arguments);
        return call.Name switch
        {
            "cancel_pending_order" => Call(ActionKind.CancelOrder, new { order_number = given.OrderId(), reason = given.Text("reason") }),
            "modify_pending_order_address" => Call(ActionKind.ChangeAddress, With(given.Address(), "order_number", given.OrderId())),
            "modify_pending_order_items" => Call(ActionKind.ChangeItems, new { order_number = given.OrderId(), changes = Swaps(given), payment_method = given.MethodId() }),
            "modify_pending_order_payment" => Call(ActionKind.ChangePaymentMethod, new { order_number = given.OrderId(), payment_method = given.MethodId() }),
            "return_delivered_order_items" => Call(ActionKind.ReturnItems, new
            {
                order_number = given.OrderId(), items = given.Items("item_ids").Select(i => new { item = i }), reason = "other", refund_to = given.MethodId(),
            }),
            "exchange_delivered_order_items" => Call(ActionKind.ExchangeItems, new { order_number = given.OrderId(), items = Swaps(given), reason = "other", payment_method = given.MethodId() }),
            "modify_user_address" when given.Text("user_id") != userId => throw new MalformedCallException("user_id is not the customer's own"),
            "modify_user_address" => Call(ActionKind.UpdateCustomerAddress, given.Address()),
            _ => null,
        };
    }

    private static IEnumerable<object> Swaps(CallArguments given)
    {
        var (old, next) = (given.Items("item_ids"), given.Items("new_item_ids"));
        return old.Length == next.Length ? old.Zip(next, (item, other) => (object)new { item, new_item = other }).ToArray()
            : throw new MalformedCallException("item_ids and new_item_ids must be of one length");
    }

    private static Dictionary<string, string> With(Dictionary<string, string> fields, string name, string value)
    {
        fields[name] = value;
        return fields;
    }

    private static ToolCall Call(ActionKind kind, object arguments) => new(kind, JsonSerializer.SerializeToElement(arguments));
}
