using System.Globalization;
using System.Text.RegularExpressions;
using Reva.Sandbox.Control;
using Reva.Sandbox.Shopify.Folder;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Evaluations.Stores;

/// <summary>All that is true of a store, read from its folder and not through Reva.</summary>
internal sealed partial class StoreFacts
{
    private readonly ShopStore _store;
    private readonly Dictionary<string, Product> _byHandle;
    private readonly Dictionary<string, List<Order>> _byStatus;

    private StoreFacts(ShopStore store)
    {
        _store = store;
        _byHandle = store.Products.All.ToDictionary(p => p.Handle, StringComparer.Ordinal);
        _byStatus = store.Orders.All.OrderByDescending(o => o.CreatedAt).GroupBy(SampleOrders.StatusOf).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        PageAmounts = store.Pages.All.Select(p => p.Body).Concat(store.Policies.All.Select(p => p.Body)).Concat(store.Products.All.Select(p => p.BodyHtml)).SelectMany(Amounts).ToHashSet();
    }

    public string ShopName => _store.Shop.Name;

    public IEnumerable<Product> Products => _store.Products.All;

    public IEnumerable<Order> Orders => _store.Orders.All;

    /// <summary>Amounts of money that the shop's pages speak of.</summary>
    public IReadOnlySet<decimal> PageAmounts { get; }

    public static StoreFacts Read(string folder)
    {
        var now = DateTimeOffset.UtcNow;
        return new StoreFacts(new StoreFolder(folder, now, now).Load());
    }

    public Product Product(string handle) => _byHandle.TryGetValue(handle, out var found) ? found : throw new Xunit.Sdk.XunitException($"The store has no product {handle}.");

    public Product? ProductByTitle(string title) => Products.FirstOrDefault(p => p.Title.Equals(title, StringComparison.OrdinalIgnoreCase));

    /// <summary>An order in a state, newest first.</summary>
    public Order Order(string status, int at = 0) =>
        _byStatus.TryGetValue(status, out var orders) && at < orders.Count ? orders[at] : throw new Xunit.Sdk.XunitException($"The store has no order {at} that is {status}; it has {string.Join(", ", _byStatus.Keys)}.");

    /// <summary>The states that orders of this store are in.</summary>
    public IEnumerable<string> Statuses => _byStatus.Keys;

    public Order? OrderByNumber(string number) => _store.Orders.ByName(number);

    /// <summary>Whether the shop has a page at this path.</summary>
    public bool HasPage(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["products", var handle] => _byHandle.ContainsKey(handle),
        ["pages", var handle] => _store.Pages.ByHandle(handle) is not null,
        ["policies", var handle] => _store.Policies.ByHandle(handle) is not null,
        _ => false,
    };

    /// <summary>All words of the shop's pages and policies, without markup.</summary>
    public string PagesText => string.Join('\n', _store.Pages.All.Select(p => p.Title + "\n" + p.Body).Concat(_store.Policies.All.Select(p => p.Title + "\n" + p.Body)).Select(b => Tags().Replace(b, " ")));

    /// <summary>Puts the store's orders where a script names their state.</summary>
    public string Fill(string script) => Placeholder().Replace(script, m =>
    {
        var order = Order(m.Groups["status"].Value, m.Groups["at"].Success ? int.Parse(m.Groups["at"].Value, CultureInfo.InvariantCulture) : 0);
        return m.Groups["what"].Value == "order" ? order.Name : order.Email;
    });

    /// <summary>Amounts of money in a text.</summary>
    public static IEnumerable<decimal> Amounts(string text) => Money().Matches(text).Select(m => decimal.Parse(m.Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"[$€£]\s?(\d[\d,]*(?:\.\d+)?)")]
    private static partial Regex Money();

    [GeneratedRegex(@"\{(?<what>order|email):(?<status>[a-z_]+)(?::(?<at>\d+))?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
