using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>Everything that can be asked, on one screen.</summary>
internal static class QueryRoot
{
    private static readonly Argument Query = new("query", Scalars.String.Nullable);
    private static readonly Argument Id = new("id", Scalars.Id.Required);

    /// <summary>How orders can be sorted, here and under a customer.</summary>
    public static readonly Argument OrderSort = Sort("OrderSortKeys", "PROCESSED_AT", "CREATED_AT", "UPDATED_AT", "ID", "ORDER_NUMBER", "TOTAL_PRICE");

    /// <summary>Anything with a global id.</summary>
    public static readonly AbstractType Node = new AbstractType("Node", NodeLookup.TypeOf).Add("id", Scalars.Id.Required);

    public static readonly ObjectType<ShopServices> Type = new ObjectType<ShopServices>("QueryRoot")
        .Add("shop", ShopTypes.Shop.Required, s => s)
        .Add("node", Node.Nullable, [Id], (s, call) => NodeLookup.Find(s.Store, call.Get<string>("id")!))
        .Add("nodes", Node.RequiredList, [new("ids", Scalars.Id.RequiredList)],
            (s, call) => call.Get<List<object?>>("ids")!.Select(id => NodeLookup.Find(s.Store, (string)id!)).Where(n => n is not null))
        .Add("product", ProductTypes.Product.Nullable, [Id], (s, call) => s.Store.Products.Find(Number("Product", call)))
        .Add("productByHandle", ProductTypes.Product.Nullable, [new("handle", Scalars.String.Required)], (s, call) => s.Store.Products.ByHandle(call.Get<string>("handle")!))
        .Add("productByIdentifier", ProductTypes.Product.Nullable, [Identifiers.Product], Identifiers.FindProduct)
        .Add(Connection.Field<ShopServices, Product>("products", ProductTypes.Connections, (s, call) => Sorted.Products(ProductTypes.Search.Filter(s.Store.Products.All, call), call),
            Query, Sort("ProductSortKeys", "ID", "TITLE", "CREATED_AT", "UPDATED_AT", "PUBLISHED_AT", "PRODUCT_TYPE", "VENDOR", "INVENTORY_TOTAL", "RELEVANCE")))
        .Add("productsCount", CommonTypes.Count.Nullable, [Query], (s, call) => new[] { ProductTypes.Search.Filter(s.Store.Products.All, call).Count() })
        .Add("productVariant", VariantTypes.Variant.Nullable, [Id], (s, call) => s.Store.Products.FindVariant(Number("ProductVariant", call)))
        .Add(Connection.Field<ShopServices, Variant>("productVariants", VariantTypes.Connections,
            (s, call) => new Rows<Variant>(VariantTypes.Search.Filter(s.Store.Products.All.SelectMany(p => p.Variants), call), v => Gid.Key(v.Id), IsReversed(call)),
            Query, new Argument("sortKey", VariantTypes.SortKeys)))
        .Add("collection", CollectionTypes.Collection.Nullable, [Id], (s, call) => s.Store.Collections.Find(Number("Collection", call)))
        .Add("collectionByHandle", CollectionTypes.Collection.Nullable, [new("handle", Scalars.String.Required)], (s, call) => s.Store.Collections.ByHandle(call.Get<string>("handle")!))
        .Add(Connection.Field<ShopServices, Collection>("collections", CollectionTypes.Connections,
            (s, call) => Sorted.Collections(CollectionTypes.Search.Filter(s.Store.Collections.All, call), call), Query, Sort("CollectionSortKeys", "ID", "TITLE", "UPDATED_AT", "RELEVANCE")))
        .Add("order", OrderTypes.Order.Nullable, [Id], (s, call) => s.Store.Orders.Find(Number("Order", call)))
        .Add("orderByIdentifier", OrderTypes.Order.Nullable, [Identifiers.Order], Identifiers.FindOrder)
        .Add(Connection.Field<ShopServices, Order>("orders", OrderTypes.Connections, (s, call) => OrderRows(OrderTypes.Search.Filter(s.Store.Orders.All, call), call), Query, OrderSort))
        .Add("ordersCount", CommonTypes.Count.Nullable, [Query], (s, call) => new[] { OrderTypes.Search.Filter(s.Store.Orders.All, call).Count() })
        .Add("return", ReturnTypes.Return.Nullable, [Id], (s, call) => ReturnView.Find(s.Store, Number("Return", call)))
        .Add("reverseFulfillmentOrder", ReverseTypes.Order.Nullable, [Id], (s, call) => ReturnView.Find(s.Store, Number("ReverseFulfillmentOrder", call)))
        .Add(Connection.Field<ShopServices, FulfillmentView>("returnableFulfillments", ReturnableTypes.Connections,
            (s, call) => ReturnableTypes.Of(s.Store.Orders.Find(Gid.Parse("Order", call.Get<string>("orderId")!))), new Argument("orderId", Scalars.Id.Required)))
        .Add(ReturnCalculations.Field)
        .Add(Connection.Field<ShopServices, ReasonDefinition>("returnReasonDefinitions", ReturnReasons.Connections, (_, _) => Rows<ReasonDefinition>.InOrder(ReturnReasons.All)))
        .Add("job", JobTypes.Job.Nullable, [Id], (s, call) => JobTypes.Find(s, call.Get<string>("id")!))
        .Add("codeDiscountNode", DiscountTypes.Node.Nullable, [Id], (s, call) => s.Store.Discounts.Find(Number("DiscountCodeNode", call)))
        .Add("codeDiscountNodeByCode", DiscountTypes.Node.Nullable, [new("code", Scalars.String.Required)], (s, call) => s.Store.Discounts.ByCode(call.Get<string>("code")!))
        .Add("customer", CustomerTypes.Customer.Nullable, [Id], (s, call) => s.Store.Customers.Find(Number("Customer", call)))
        .Add("customerByIdentifier", CustomerTypes.Customer.Nullable, [Identifiers.Customer], Identifiers.FindCustomer)
        .Add(Connection.Field<ShopServices, Customer>("customers", CustomerTypes.Connections, (s, call) => Sorted.Customers(CustomerTypes.Search.Filter(s.Store.Customers.All, call), call),
            Query, Sort("CustomerSortKeys", "ID", "NAME", "CREATED_AT", "UPDATED_AT", "RELEVANCE")))
        .Add("customersCount", CommonTypes.Count.Nullable, [Query], (s, call) => new[] { CustomerTypes.Search.Filter(s.Store.Customers.All, call).Count() })
        .Add("page", ShopTypes.Page.Nullable, [Id], (s, call) => s.Store.Pages.Find(Number("Page", call)))
        .Add(Connection.Field<ShopServices, ContentPage>("pages", Connection.TypeOf<ContentPage>(ShopTypes.Page), (s, call) => Sorted.Pages(Sorted.PageSearch.Filter(s.Store.Pages.All, call), call),
            Query, Sort("PageSortKeys", "ID", "TITLE", "UPDATED_AT", "PUBLISHED_AT", "RELEVANCE")))
        .Add(Connection.Field<ShopServices, ContentPage>("articles", Connection.TypeOf<ContentPage>(ShopTypes.Article), (_, _) => Rows<ContentPage>.InOrder([]),
            Query, Sort("ArticleSortKeys", "ID", "TITLE", "UPDATED_AT", "PUBLISHED_AT", "AUTHOR", "BLOG_TITLE", "RELEVANCE")));

    public static bool IsReversed(FieldCall call) => call.Get<bool>("reverse");

    public static Rows<Order> OrderRows(IEnumerable<Order> orders, FieldCall call) => Sorted.Orders(orders, call);

    private static long Number(string type, FieldCall call) => Gid.Parse(type, call.Get<string>("id")!);

    private static Argument Sort(string type, params string[] keys) => new("sortKey", new EnumType(type, keys).Nullable);
}
