using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Search;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>Customers.</summary>
internal static class CustomerTypes
{
    private static readonly ObjectType<Customer> EmailAddress = new ObjectType<Customer>("CustomerEmailAddress")
        .Add("emailAddress", Scalars.String.Required, c => c.Email)
        .Add("marketingState", new EnumType("CustomerEmailAddressMarketingState").Required, c => c.AcceptsMarketing ? "SUBSCRIBED" : "NOT_SUBSCRIBED");

    private static readonly ObjectType<Customer> PhoneNumber = new ObjectType<Customer>("CustomerPhoneNumber")
        .Add("phoneNumber", Scalars.String.Required, c => c.Phone);

    public static readonly ObjectType<Customer> Customer = new("Customer");

    public static readonly ObjectType<Page<Customer>> Connections = Connection.TypeOf<Customer>(Customer);

    public static readonly SearchFields<Customer> Search = new SearchFields<Customer>("customers", c => [c.Email, c.DisplayName, c.Phone])
        .Number("id", c => [c.Id]).Text("email", c => [c.Email]).Text("first_name", c => [c.FirstName]).Text("last_name", c => [c.LastName]).Text("phone", c => [c.Phone])
        .Text("tag", c => c.Tags).Date("customer_date", c => c.CreatedAt).Date("updated_at", c => c.UpdatedAt);

    private static readonly ObjectType<Customer> StoreCreditAccount = new ObjectType<Customer>("StoreCreditAccount")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, c => Gid.Of("StoreCreditAccount", c.StoreCredit!.Id))
        .Add("balance", CommonTypes.Money.Required, (c, call) => ProductTypes.Money(c.StoreCredit!.Balance, call));

    static CustomerTypes() => Customer.Implements("Node", "HasMetafields")
        .Add("id", Scalars.Id.Required, c => Gid.Of("Customer", c.Id))
        .Add("legacyResourceId", Scalars.BigInt.Required, c => c.Id)
        .Add("firstName", Scalars.String.Nullable, c => c.FirstName)
        .Add("lastName", Scalars.String.Nullable, c => c.LastName)
        .Add("displayName", Scalars.String.Required, c => c.DisplayName)
        .Add("email", Scalars.String.Nullable, c => c.Email)
        .Add("phone", Scalars.String.Nullable, c => c.Phone)
        .Add("defaultEmailAddress", EmailAddress.Nullable, c => c)
        .Add("defaultPhoneNumber", PhoneNumber.Nullable, c => c.Phone is null ? null : c)
        .Add("note", Scalars.String.Nullable, c => c.Note)
        .Add("tags", Scalars.String.RequiredList, c => c.Tags)
        .Add("locale", Scalars.String.Required, c => c.Locale)
        .Add("state", new EnumType("CustomerState").Required, _ => "ENABLED")
        .Add("verifiedEmail", Scalars.Boolean.Required, _ => true)
        .Add("createdAt", Scalars.DateTime.Required, c => c.CreatedAt)
        .Add("updatedAt", Scalars.DateTime.Required, c => c.UpdatedAt)
        .Add("numberOfOrders", Scalars.BigInt.Required, (c, call) => Orders(c, call).Count())
        .Add("amountSpent", CommonTypes.Money.Required, (c, call) => ProductTypes.Money(Orders(c, call).Sum(o => o.Received - o.Refunded), call))
        .Add("defaultAddress", CommonTypes.MailingAddress.Nullable, c => c.Addresses.FirstOrDefault())
        .Add("addresses", CommonTypes.MailingAddress.RequiredList, [CommonTypes.First], (c, call) => c.Addresses.Top(call))
        .Add(Connection.Field<Customer, Customer>("storeCreditAccounts", Connection.TypeOf<Customer>(StoreCreditAccount),
            (c, _) => Rows<Customer>.InOrder(c.StoreCredit is null ? [] : [c]), new Argument("query", Scalars.String.Nullable)))
        .Add(Connection.Field<Customer, Address>("addressesV2", Connection.TypeOf<Address>(CommonTypes.MailingAddress), (c, _) => Rows<Address>.InOrder(c.Addresses)))
        .Add("lastOrder", OrderTypes.Order.Nullable, (c, call) => Orders(c, call).MaxBy(o => o.CreatedAt))
        .Add(Connection.Field<Customer, Order>("orders", OrderTypes.Connections, (c, call) => QueryRoot.OrderRows(OrderTypes.Search.Filter(Orders(c, call), call), call),
            new Argument("query", Scalars.String.Nullable), QueryRoot.OrderSort));

    private static IEnumerable<Order> Orders(Customer customer, FieldCall call) => ShopTypes.Services(call).Store.Orders.OfCustomer(customer.Id);
}
