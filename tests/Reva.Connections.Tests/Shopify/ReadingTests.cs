using Reva.Connections.Tests.Parts;
using Reva.Core;
using Reva.Core.Orders;
using Reva.Sandbox;

namespace Reva.Connections.Tests.Shopify;

public sealed class ReadingTests : IAsyncLifetime
{
    private readonly StoreFolder _folder = new(Products, Orders,
        """[{ "type": "REFUND_POLICY", "title": "Returns", "body": "<p>Thirty days.</p>" }]""",
        """[{ "handle": "size-guide", "title": "Size guide", "body": "<h2>Jackets</h2>" }, { "handle": "draft", "title": "Draft", "body": "x", "publishedAt": null }]""");

    private SandboxHost _sandbox = null!;
    private Connected _reva = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(new() { StoreDirectory = _folder.Directory });
        _reva = Connected.ToShop(_sandbox.Url);
    }

    public async Task DisposeAsync()
    {
        await _reva.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_product_comes_with_its_options_stock_sale_and_reviews()
    {
        var product = Assert.Single((await _reva.Source.ProductsAsync("demo", null, null, default)).Items);

        Assert.Equal("Keeps you dry & warm.\nHood", product.Description);
        Assert.Equal("https://small.example/products/rain-jacket", product.Url);
        Assert.Equal((4.5, 340, "Jackets"), (product.Rating, product.UnitsSold, product.Category));
        Assert.Equal(["Green", "Green", "Blue"], product.Variants.Select(v => v.Color));
        Assert.Equal(["S", "M", "M"], product.Variants.Select(v => v.Size));
        Assert.Equal([true, false, true], product.Variants.Select(v => v.Available));
        Assert.Equal([3, 0, 0], product.Variants.Select(v => v.Stock));
        Assert.Equal(new Money(129.90m, "EUR"), product.Variants[0].CompareAtPrice);
        Assert.Equal(new Money(100m, "EUR"), product.PriceFrom);
        Assert.StartsWith("http", product.ImageUrl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#W2611340")]
    [InlineData("w2611340")]
    [InlineData(" #W2611340 ")]
    public async Task An_order_is_found_by_its_number_however_it_is_typed(string number)
    {
        var order = await _reva.Orders.FindAsync("demo", number, default);

        Assert.Equal(("#W2611340", "ada@example.com", "PAID"), (order!.Number, order.Email, order.FinancialStatus));
        Assert.Equal("Berlin, Germany", order.Destination);
        Assert.Equal(new Money(214.50m, "EUR"), order.Total);
        Assert.Equal(new Money(4.50m, "EUR"), order.Shipping);
        Assert.Equal(OrderStanding.PartlyShipped, order.Standing(DateTimeOffset.UtcNow));
        Assert.Equal((2, 0), (order.Lines[0].Quantity, order.Lines[0].Unfulfilled));
        Assert.Equal((1, 1), (order.Lines[1].Quantity, order.Lines[1].Unfulfilled));
        var parcel = Assert.Single(order.Fulfillments);
        Assert.Equal(("DHL", "00340", "IN_TRANSIT"), (parcel.Carrier, parcel.TrackingNumber, parcel.DisplayStatus));
        Assert.Equal("Rain Jacket (Green / S) × 2", Assert.Single(parcel.Contents));
        Assert.NotNull(parcel.EstimatedDeliveryAt);
    }

    [Fact]
    public async Task An_order_says_all_that_acting_on_it_needs()
    {
        await using var shop = await ActingShop.OpenAsync();
        var order = await shop.OrderAsync("1002");

        Assert.Equal("12 Mill Lane, Berlin, 10115, Germany", order.ShippingAddress!.OneLine());
        Assert.Equal((252.24m, 0m, 252.24m), (order.Received!.Value.Amount, order.Outstanding!.Value.Amount, order.Refundable.Amount));
        var payment = Assert.Single(order.Payments);
        Assert.Equal((false, "Visa ending 4242", "card_1", 252.24m), (payment.Refund, payment.Method, payment.MethodId, payment.Amount.Amount));
        var jacket = order.Lines[0];
        Assert.Equal(("J-S", "Jackets", 2, 2, 2), (jacket.Sku, jacket.ProductType, jacket.CurrentQuantity, jacket.Refundable, jacket.Returnable));
        Assert.Equal("rain final-sale", string.Join(' ', jacket.ProductTags));
        Assert.Equal((false, true), (order.Edited, order.Returns.IsEmpty));
        Assert.Equal("vip", Assert.Single((await shop.OrderAsync("1001")).Tags));
        Assert.Equal([0, 0], (await shop.OrderAsync("1001")).Lines.Select(l => l.Returnable));
        Assert.Equal(0, Assert.Single((await shop.OrderAsync("1003")).Lines).Returnable);
        Assert.Equal(order.Number, (await shop.Commerce.ReadAsync(ActingShop.Store, order.Id, default))?.Number);
        Assert.Null(await shop.Commerce.ReadAsync(ActingShop.Store, "1002\") { id } #", default));
    }

    [Fact]
    public async Task Variants_are_offered_as_they_can_be_bought_now()
    {
        await using var shop = await ActingShop.OpenAsync();

        var offers = await shop.Commerce.VariantsAsync(ActingShop.Store, [ActingShop.Variant(12), ActingShop.Variant(13), ActingShop.Variant(99), "13"], default);

        Assert.Equal([("Rain Jacket", "M", 110m, 20, true), ("Rain Jacket", "L", 80m, 0, false)], offers.Select(o => (o.Title, o.VariantTitle!, o.Price.Amount, o.Stock!.Value, o.Available)));
    }

    [Fact]
    public async Task A_cancelled_and_refunded_order_says_both()
    {
        var order = await _reva.Orders.FindAsync("demo", "1001", default);

        Assert.Equal(("CUSTOMER", "REFUNDED"), (order!.CancelReason, order.FinancialStatus));
        Assert.NotNull(order.CancelledAt);
        Assert.NotNull(order.RefundedAt);
        Assert.Equal(new Money(110m, "EUR"), order.Refunded);
    }

    [Theory]
    [InlineData("100")]
    [InlineData("W26113")]
    [InlineData("W2611340\" OR name:\"#1001")]
    [InlineData("*")]
    public async Task No_other_order_is_found_by_a_number_that_is_not_its_own(string number) =>
        Assert.Null(await _reva.Orders.FindAsync("demo", number, default));

    [Fact]
    public async Task A_customer_sees_their_own_orders_newest_first()
    {
        Assert.Equal(["#1002", "#W2611340"], (await _reva.Orders.OfCustomerAsync("demo", "ADA@example.com", 10, default)).Select(o => o.Number));
        Assert.Empty(await _reva.Orders.OfCustomerAsync("demo", "ada@example.com\" OR email:\"ben@example.com", 10, default));
        Assert.Empty(await _reva.Orders.OfCustomerAsync("demo", "*@example.com", 10, default));
    }

    [Fact]
    public async Task Policies_and_published_pages_come_with_their_addresses()
    {
        var page = await _reva.Source.ContentAsync("demo", null, default);

        Assert.Equal(
            [("policy", "Returns", "https://small.example/policies/refund-policy"), ("page", "Size guide", "https://small.example/pages/size-guide")],
            page.Items.Select(c => (c.Kind, c.Title, c.Url)));
        Assert.Null(page.NextCursor);
    }

    [Fact]
    public async Task The_shop_says_its_name_currency_and_time_zone()
    {
        var shop = await _reva.Source.ShopAsync("demo", default);

        Assert.Equal(("Small Shop", "EUR", "Europe/Berlin", "hello@small.example"), (shop.Name, shop.Currency, shop.TimeZone, shop.ContactEmail));
    }

    private const string Products = """
        [{ "id": 1, "handle": "rain-jacket", "title": "Rain Jacket", "bodyHtml": "<p>Keeps you <b>dry</b> &amp; warm.</p><ul><li>Hood</li></ul><script>x()</script>", "productType": "Jackets",
           "options": [{ "name": "Farbe", "values": ["Green", "Blue"] }, { "name": "Größe", "values": ["S", "M"] }],
           "images": ["https://cdn.example/rain-jacket.svg"], "rating": { "value": 4.5, "count": 12 }, "unitsSold": 340,
           "variants": [
             { "id": 11, "options": { "Farbe": "Green", "Größe": "S" }, "price": 100, "compareAtPrice": "129.90", "inventoryQuantity": 3 },
             { "id": 12, "options": { "Farbe": "Green", "Größe": "M" }, "price": 100, "inventoryQuantity": 0 },
             { "id": 13, "options": { "Farbe": "Blue", "Größe": "M" }, "price": 110, "inventoryQuantity": -1, "inventoryPolicy": "CONTINUE" }] },
         { "id": 3, "handle": "old-lamp", "title": "Old Lamp", "status": "ARCHIVED", "variants": [{ "id": 31, "price": 30 }] }]
        """;

    private const string Orders = """
        [{ "id": 100, "name": "#W2611340", "email": "ada@example.com", "createdAt": "-5d", "lineItems": [{ "variantId": 11, "quantity": 2 }, { "title": "Cap", "price": 10, "quantity": 1 }],
           "fulfillmentStatus": "PARTIALLY_FULFILLED", "shippingPrice": 4.5,
           "shippingAddress": { "firstName": "Ada", "lastName": "Moore", "address1": "12 Mill Lane", "city": "Berlin", "country": "Germany", "countryCode": "DE", "zip": "10115" },
           "fulfillments": [{ "displayStatus": "IN_TRANSIT", "createdAt": "-4d", "estimatedDeliveryAt": "+1d",
             "trackingInfo": [{ "company": "DHL", "number": "00340", "url": "https://tracking.example/00340" }], "lineItems": [{ "lineItem": 0, "quantity": 2 }] }] },
         { "id": 1001, "name": "#1001", "email": "ben@example.com", "createdAt": "-20d", "lineItems": [{ "variantId": 13, "quantity": 1 }],
           "financialStatus": "REFUNDED", "cancelledAt": "-19d", "cancelReason": "CUSTOMER",
           "refunds": [{ "createdAt": "-19d", "amount": 110, "lineItems": [{ "lineItem": 0, "quantity": 1, "restockType": "CANCEL" }] }] },
         { "id": 1002, "name": "#1002", "email": "ada@example.com", "createdAt": "-1h", "lineItems": [{ "variantId": 11, "quantity": 1 }] }]
        """;
}
