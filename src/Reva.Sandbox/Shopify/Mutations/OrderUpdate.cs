using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>orderUpdate</c>. The Admin API takes a new address for an order that was sent, too: whether that makes sense is for the app to know.</summary>
internal static class OrderUpdate
{
    private static readonly InputType Input = new(
        "OrderInput", InputTypes.Id("id"), new("shippingAddress", InputTypes.Address.Nullable), InputTypes.Text("note"), InputTypes.Text("email"), InputTypes.Text("phone"),
        InputTypes.Text("poNumber"), new("tags", Scalars.String.List), new("customAttributes", InputTypes.Attribute.List), new("metafields", InputTypes.Metafield.List));

    public static readonly Field Field = Payload.Field("orderUpdate", OrderMade.Payload("OrderUpdatePayload"), Run, new Argument("input", Input.Required));

    private static object Run(Change change)
    {
        var input = change.Arguments.Object("input")!;
        var order = change.Order(input.Id("id", "Order"), "id");
        if (input.Text("email") is { } email && !email.Contains('@', StringComparison.Ordinal))
            throw Refusal.Invalid("Email is invalid", "email");
        var changed = order with
        {
            Note = input.Has("note") ? input.Text("note") : order.Note,
            Email = input.Text("email") ?? order.Email,
            Phone = input.Has("phone") ? input.Text("phone") : order.Phone,
            Tags = input.Has("tags") ? input.Texts("tags") : order.Tags,
            CustomAttributes = input.Has("customAttributes")
                ? [.. input.Objects("customAttributes").Select(a => new CustomAttribute(a.Text("key")!, a.Text("value")))] : order.CustomAttributes,
            Metafields = Metafields(change, order, input.Objects("metafields")),
            ShippingAddress = input.Object("shippingAddress") is { } address
                ? Addresses.Read(change, address, order.ShippingAddress ?? Addresses.Empty(order.Id * 10 + 1), "shippingAddress") : order.ShippingAddress,
        };
        change.Save(changed);
        return new OrderMade(order.Id);
    }

    private static List<Metafield> Metafields(Change change, Order order, IReadOnlyList<Given> given)
    {
        var fields = order.Metafields.ToList();
        foreach (var one in given)
        {
            var (space, key) = (one.Text("namespace") ?? "custom", one.Text("key") ?? throw Refusal.Invalid("A metafield needs a key", "metafields", "key"));
            fields.RemoveAll(f => f.Namespace == space && f.Key == key);
            fields.Add(new Metafield(change.Activity.NextId(), space, key, one.Text("type") ?? "single_line_text_field", one.Text("value") ?? ""));
        }
        return fields;
    }
}
