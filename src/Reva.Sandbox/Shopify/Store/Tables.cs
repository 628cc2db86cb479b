using System.Collections.Immutable;

namespace Reva.Sandbox.Shopify.Store;

/// <summary>The products and their variants.</summary>
internal sealed class Products : Table<Product>
{
    private ImmutableDictionary<long, long> _productOfVariant;

    public Products(IEnumerable<Product> rows)
        : base(rows, p => p.Id) =>
        _productOfVariant = All.SelectMany(p => p.Variants).ToImmutableDictionary(v => v.Id, v => v.ProductId);

    public Products(Products other)
        : base(other.All, p => p.Id) => _productOfVariant = other._productOfVariant;

    public Product? ByHandle(string handle) => All.FirstOrDefault(p => p.Handle == handle);

    public Variant? FindVariant(long id) =>
        _productOfVariant.TryGetValue(id, out var product) ? Find(product)?.Variants.FirstOrDefault(v => v.Id == id) : null;

    protected override void Replaced(Product? before, Product? after)
    {
        if (before is not null)
            _productOfVariant = _productOfVariant.RemoveRange(before.Variants.Select(v => v.Id));
        if (after is not null)
            _productOfVariant = _productOfVariant.SetItems(after.Variants.Select(v => KeyValuePair.Create(v.Id, v.ProductId)));
    }
}

/// <summary>The orders.</summary>
internal sealed class Orders(IEnumerable<Order> rows) : Table<Order>(rows, o => o.Id)
{
    /// <summary>By the exact name, with or without its <c>#</c>.</summary>
    public Order? ByName(string name) => All.FirstOrDefault(o => IsNamed(o, name));

    public static bool IsNamed(Order order, string name) =>
        string.Equals(order.Name.TrimStart('#'), name.TrimStart('#'), StringComparison.OrdinalIgnoreCase);

    public IEnumerable<Order> OfCustomer(long customerId) => All.Where(o => o.CustomerId == customerId);
}

/// <summary>The customers.</summary>
internal sealed class Customers(IEnumerable<Customer> rows) : Table<Customer>(rows, c => c.Id)
{
    public Customer? ByEmail(string email) => All.FirstOrDefault(c => string.Equals(c.Email, email, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The collections.</summary>
internal sealed class Collections(IEnumerable<Collection> rows) : Table<Collection>(rows, c => c.Id)
{
    public Collection? ByHandle(string handle) => All.FirstOrDefault(c => c.Handle == handle);
}

/// <summary>The shop's policies.</summary>
internal sealed class Policies(IEnumerable<Policy> rows) : Table<Policy>(rows, p => p.Id)
{
    public Policy? ByHandle(string handle) => All.FirstOrDefault(p => p.Handle == handle);
}

/// <summary>The help pages.</summary>
internal sealed class ContentPages(IEnumerable<ContentPage> rows) : Table<ContentPage>(rows, p => p.Id)
{
    public ContentPage? ByHandle(string handle) => All.FirstOrDefault(p => p.Handle == handle);
}

/// <summary>The discount codes.</summary>
internal sealed class DiscountCodes(IEnumerable<DiscountCode> rows) : Table<DiscountCode>(rows, d => d.Id)
{
    public DiscountCode? ByCode(string code) => All.FirstOrDefault(d => string.Equals(d.Code, code, StringComparison.OrdinalIgnoreCase));
}
