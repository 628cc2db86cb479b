using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Schema;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>tagsAdd</c>, to an order, a customer or a product; a tag that is there stays there once.</summary>
internal static class TagsAdd
{
    private static readonly ObjectType<Outcome> Type = Payload.Type("TagsAddPayload")
        .With<string>("node", QueryRoot.Node, (id, call) => NodeLookup.Find(ShopTypes.Services(call).Store, id));

    public static readonly Field Field = Payload.Field("tagsAdd", Type, Run, InputTypes.Id("id"), new Argument("tags", Scalars.String.RequiredList));

    private static object Run(Change change)
    {
        var id = change.Arguments.Text("id")!;
        var tags = change.Arguments.Texts("tags").SelectMany(t => t.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        switch (NodeLookup.Find(change.Store, id))
        {
            case Order order:
                change.Save(change.Order(order.Id, "id") with { Tags = Joined(order.Tags, tags) });
                return id;
            case Customer customer:
                change.Store.Customers.Put(customer with { Tags = Joined(customer.Tags, tags), UpdatedAt = change.Now });
                return id;
            case Product product:
                change.Store.Products.Put(product with { Tags = Joined(product.Tags, tags), UpdatedAt = change.Now });
                return id;
            default:
                throw Refusal.NotFound("The resource", "id");
        }
    }

    private static List<string> Joined(IReadOnlyList<string> before, IEnumerable<string> added) => [.. before.Concat(added).Distinct(StringComparer.OrdinalIgnoreCase)];
}
