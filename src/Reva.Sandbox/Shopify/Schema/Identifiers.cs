using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>The <c>…ByIdentifier</c> look-ups: exactly one of several names.</summary>
internal static class Identifiers
{
    public static readonly Argument Product = Input("ProductIdentifierInput", "handle");

    public static readonly Argument Order = Input("OrderIdentifierInput");

    public static readonly Argument Customer = Input("CustomerIdentifierInput", "emailAddress", "phoneNumber");

    public static Product? FindProduct(ShopServices services, FieldCall call) => One(call) switch
    {
        ("handle", var handle) => services.Store.Products.ByHandle(handle),
        (_, var id) => services.Store.Products.Find(Gid.Parse("Product", id)),
    };

    public static Order? FindOrder(ShopServices services, FieldCall call) => services.Store.Orders.Find(Gid.Parse("Order", One(call).Value));

    public static Customer? FindCustomer(ShopServices services, FieldCall call) => One(call) switch
    {
        ("emailAddress", var email) => services.Store.Customers.ByEmail(email),
        ("phoneNumber", var phone) => services.Store.Customers.All.FirstOrDefault(c => c.Phone == phone),
        (_, var id) => services.Store.Customers.Find(Gid.Parse("Customer", id)),
    };

    private static Argument Input(string type, params string[] more) =>
        new("identifier", new InputType(type, [new("id", Scalars.Id.Nullable), .. more.Select(m => new Argument(m, Scalars.String.Nullable))]).Required);

    private static (string Name, string Value) One(FieldCall call)
    {
        var given = call.Get<Dictionary<string, object?>>("identifier")!.Where(f => f.Value is not null).ToList();
        return given.Count == 1
            ? (given[0].Key, (string)given[0].Value!)
            : throw new GraphQLException(GraphQLError.Coded("BAD_REQUEST", "Exactly one identifier must be given.", null));
    }
}
