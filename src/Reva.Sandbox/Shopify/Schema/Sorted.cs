using System.Globalization;
using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Search;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>The orders in which lists can come; every key ends with the id, so that no two rows share one.</summary>
internal static class Sorted
{
    public static readonly SearchFields<ContentPage> PageSearch = new SearchFields<ContentPage>("pages", p => [p.Title, p.Handle])
        .Number("id", p => [p.Id]).Text("handle", p => [p.Handle]).Text("title", p => [p.Title])
        .Text("published_status", p => [p.PublishedAt is null ? "unpublished" : "published", "any"])
        .Date("created_at", p => p.CreatedAt).Date("updated_at", p => p.UpdatedAt).Date("published_at", p => p.PublishedAt);

    public static Rows<Product> Products(IEnumerable<Product> rows, FieldCall call) => By(rows, call, (Func<Product, string>)(call.Get<string>("sortKey") switch
    {
        "TITLE" => p => Gid.Key(p.Title, p.Id),
        "PRODUCT_TYPE" => p => Gid.Key(p.ProductType, p.Id),
        "VENDOR" => p => Gid.Key(p.Vendor, p.Id),
        "CREATED_AT" => p => Gid.Key(p.CreatedAt, p.Id),
        "UPDATED_AT" => p => Gid.Key(p.UpdatedAt, p.Id),
        "PUBLISHED_AT" => p => Gid.Key(p.PublishedAt ?? DateTimeOffset.MinValue, p.Id),
        "INVENTORY_TOTAL" => p => Gid.Key(p.Variants.Sum(v => (decimal)v.InventoryQuantity), p.Id),
        _ => p => Gid.Key(p.Id),
    }));

    public static Rows<Order> Orders(IEnumerable<Order> rows, FieldCall call) => By(rows, call, (Func<Order, string>)(call.Get<string>("sortKey") switch
    {
        "ID" => o => Gid.Key(o.Id),
        "UPDATED_AT" => o => Gid.Key(o.UpdatedAt, o.Id),
        "TOTAL_PRICE" => o => Gid.Key(o.Total, o.Id),
        "ORDER_NUMBER" => o => Gid.Key(OrderNumber(o), o.Id),
        _ => o => Gid.Key(o.CreatedAt, o.Id),
    }));

    public static Rows<Customer> Customers(IEnumerable<Customer> rows, FieldCall call) => By(rows, call, (Func<Customer, string>)(call.Get<string>("sortKey") switch
    {
        "NAME" => c => Gid.Key($"{c.LastName}, {c.FirstName}", c.Id),
        "CREATED_AT" => c => Gid.Key(c.CreatedAt, c.Id),
        "UPDATED_AT" => c => Gid.Key(c.UpdatedAt, c.Id),
        _ => c => Gid.Key(c.Id),
    }));

    public static Rows<Collection> Collections(IEnumerable<Collection> rows, FieldCall call) => By(rows, call, (Func<Collection, string>)(call.Get<string>("sortKey") switch
    {
        "TITLE" => c => Gid.Key(c.Title, c.Id),
        "UPDATED_AT" => c => Gid.Key(c.UpdatedAt, c.Id),
        _ => c => Gid.Key(c.Id),
    }));

    public static Rows<ContentPage> Pages(IEnumerable<ContentPage> rows, FieldCall call) => By(rows, call, (Func<ContentPage, string>)(call.Get<string>("sortKey") switch
    {
        "TITLE" => p => Gid.Key(p.Title, p.Id),
        "UPDATED_AT" => p => Gid.Key(p.UpdatedAt, p.Id),
        "PUBLISHED_AT" => p => Gid.Key(p.PublishedAt ?? DateTimeOffset.MinValue, p.Id),
        _ => p => Gid.Key(p.Id),
    }));

    private static Rows<T> By<T>(IEnumerable<T> rows, FieldCall call, Func<T, string> key) => new(rows, key, QueryRoot.IsReversed(call));

    private static decimal OrderNumber(Order order) =>
        decimal.TryParse(new string([.. order.Name.Where(char.IsAsciiDigit)]), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number % 1_000_000_000_000m : 0;
}
