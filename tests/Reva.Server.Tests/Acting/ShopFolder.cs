using System.Globalization;
using System.Text.Json;

namespace Reva.Server.Tests.Acting;

/// <summary>A shop with as many orders as tests wish for: each is of a customer of its own, alike but for number and address.</summary>
internal sealed class ShopFolder : IDisposable
{
    /// <summary>Orders of each sort.</summary>
    public const int Each = 400;

    /// <summary>The first number of orders that are still to be sent; those of the delivered ones follow at <see cref="FirstDelivered"/>.</summary>
    public const int FirstOpen = 2001;

    public const int FirstDelivered = 5001;

    /// <summary>The first number of delivered orders that all belong to one customer.</summary>
    public const int FirstOfRegular = 8001;

    public const string Regular = "regular@shop.example";

    public ShopFolder()
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("reva-acting-").FullName;
        Write("shop.json", new { name = "Acting Shop", domain = "acting.example", currency = "USD", timezone = "America/New_York", email = "hello@acting.example" });
        Write("products.json", new object[]
        {
            new
            {
                id = 1, handle = "wool-blanket", title = "Wool Blanket", productType = "Blankets", options = new[] { new { name = "Size", values = new[] { "S", "M", "L" } } },
                variants = new[] { Variant(11, "S", 40), Variant(12, "M", 40), Variant(13, "L", 30) },
            },
            new { id = 2, handle = "tea-tin", title = "Tea Tin", productType = "Tea", variants = new[] { new { id = 21, price = 20, inventoryQuantity = 50_000 } } },
            new { id = 3, handle = "old-lamp", title = "Old Lamp", productType = "Lamps", tags = new[] { "final-sale" }, variants = new[] { new { id = 31, price = 60, inventoryQuantity = 50_000 } } },
        });
        var open = Enumerable.Range(FirstOpen, Each).ToArray();
        var delivered = Enumerable.Range(FirstDelivered, Each).ToArray();
        var regular = Enumerable.Range(FirstOfRegular, 60).ToArray();
        Write("customers.json", open.Concat(delivered).Select(n => Customer(n, EmailOf(n))).Append(Customer(9999, Regular)));
        Write("orders.json", open.Select(n => Order(n, EmailOf(n), n, false)).Concat(delivered.Select(n => Order(n, EmailOf(n), n, true))).Concat(regular.Select(n => Order(n, Regular, 9999, true))));
    }

    public string Directory { get; }

    public static string EmailOf(int number) => string.Create(CultureInfo.InvariantCulture, $"customer{number}@shop.example");

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    private static object Variant(int id, string size, decimal price) => new { id, sku = $"WB-{size}", options = new { Size = size }, price, inventoryQuantity = 50_000 };

    private static object Customer(int id, string email) => new { id, firstName = "Robin", lastName = $"Number{id}", email, addresses = new[] { Address } };

    private static object Order(int number, string email, int customer, bool delivered) => new
    {
        id = number, name = $"#{number}", email, customerId = customer, createdAt = delivered ? "-8d" : "-6h",
        lineItems = new object[] { new { variantId = 11, quantity = 2, price = 40 }, new { variantId = 21, quantity = 1, price = 20 } },
        shippingPrice = 5, shippingAddress = Address, fulfillmentStatus = delivered ? "FULFILLED" : "UNFULFILLED",
        fulfillments = delivered ? new object[] { new { displayStatus = "DELIVERED", createdAt = "-7d", deliveredAt = "-4d" } } : [],
    };

    private static object Address => new
    {
        firstName = "Robin", lastName = "Hale", address1 = "12 Mill Lane", city = "Ithaca", province = "New York", provinceCode = "NY", country = "United States", countryCode = "US", zip = "14850",
    };

    private void Write<T>(string file, T content) => File.WriteAllText(Path.Combine(Directory, file), JsonSerializer.Serialize(content));
}
