using System.Net.Http.Json;
using System.Text.Json;
using Reva.Agent.Ports;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Orders;
using Reva.Sandbox;

namespace Reva.Connections.Tests.Parts;

/// <summary>A small shop to act on, over a road on which answers can be lost. What came of it is asked of the shop itself.</summary>
internal sealed class ActingShop : IAsyncDisposable
{
    public const string Store = "demo";

    private readonly StoreFolder _folder;
    private readonly HttpClient _direct = new();
    private SandboxHost _sandbox = null!;
    private Connected _reva = null!;
    private readonly ShiftedClock _clock = new();
    private long _actions;

    private ActingShop(string orders) => _folder = new(Products, orders, customers: Customers);

    public UnreliableRoad Road { get; private set; } = null!;

    public ICommerce Commerce => _reva.Get<ICommerce>();

    public ICustomers People => _reva.Get<ICustomers>();

    public static async Task<ActingShop> OpenAsync(string orders = Orders)
    {
        var shop = new ActingShop(orders);
        shop._sandbox = await SandboxHost.StartAsync(new() { StoreDirectory = shop._folder.Directory });
        shop.Road = await UnreliableRoad.ToAsync(shop._sandbox.Url);
        shop._reva = Connected.ToShop(shop.Road.Url, shop._clock, ("Shopify:CancelLookUpSeconds", "1"));
        return shop;
    }

    public async Task<Order> OrderAsync(string number) => (await _reva.Orders.FindAsync(Store, number, default))!;

    /// <summary>A call under an id of its own.</summary>
    public ActionCall Call(Order? before) => new($"01jactiontest{Interlocked.Increment(ref _actions):d13}", before, DateTimeOffset.UtcNow);

    public Task<ActionOutcome> CarryOutAsync(ShopAction action, ActionCall call) => Commerce.CarryOutAsync(Store, action, call, default);

    public Task<ActionQuote> QuoteAsync(ShopAction action, Order? order = null) => Commerce.QuoteAsync(Store, action, order, default);

    /// <summary>What the shop itself answers, past the road.</summary>
    public async Task<JsonElement> AskAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _sandbox.Url + "/admin/api/2026-10/graphql.json") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("X-Shopify-Access-Token", SandboxOptions.DefaultAccessToken);
        using var answer = await _direct.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(body.TryGetProperty("errors", out var errors), errors.ToString());
        return body.GetProperty("data");
    }

    public async Task<JsonElement> OrderSaysAsync(Order order, string fields) => (await AskAsync($$"""{ order(id: "{{order.Id}}") { {{fields}} } }""")).GetProperty("order");

    /// <summary>What the shop does when the parcel has arrived: takes the pieces back and sends those for them.</summary>
    public async Task ProcessAsync(string returnId)
    {
        var fields = "returnLineItems(first: 10) { nodes { id quantity } } exchangeLineItems(first: 10) { nodes { id quantity } }";
        var made = (await AskAsync($$"""{ return(id: "{{returnId}}") { {{fields}} } }""")).GetProperty("return");
        string Lines(string name) => string.Join(' ', made.GetProperty(name).GetProperty("nodes").EnumerateArray().Select(l => $$"""{ id: "{{l.GetProperty("id")}}", quantity: {{l.GetProperty("quantity")}} }"""));
        var input = $$"""{ returnId: "{{returnId}}", returnLineItems: [{{Lines("returnLineItems")}}], exchangeLineItems: [{{Lines("exchangeLineItems")}}] }""";
        var answer = (await AskAsync($$"""mutation { returnProcess(input: {{input}}) { userErrors { message } } }""")).GetProperty("returnProcess").GetProperty("userErrors");
        Assert.Equal(0, answer.GetArrayLength());
    }

    /// <summary>Lets a broken connection be forgiven first: a shop that kept failing is left alone for a while.</summary>
    public async Task WhenAskedAgainAsync(Func<Task> check)
    {
        _clock.Advance(TimeSpan.FromSeconds(10));
        await check();
    }

    public static Money Euros(decimal amount) => new(amount, "EUR");

    public async ValueTask DisposeAsync()
    {
        await _reva.DisposeAsync();
        await Road.DisposeAsync();
        await _sandbox.DisposeAsync();
        _direct.Dispose();
        _folder.Dispose();
    }

    public static string Variant(int id) => $"gid://shopify/ProductVariant/{id}";

    public const string Products = """
        [{ "id": 1, "handle": "jacket", "title": "Rain Jacket", "productType": "Jackets", "tags": ["rain", "final-sale"], "options": [{ "name": "Size", "values": ["S", "M", "L"] }],
           "variants": [{ "id": 11, "sku": "J-S", "options": { "Size": "S" }, "price": 100, "inventoryQuantity": 20 },
                        { "id": 12, "sku": "J-M", "options": { "Size": "M" }, "price": 110, "inventoryQuantity": 20 },
                        { "id": 13, "sku": "J-L", "options": { "Size": "L" }, "price": 80, "inventoryQuantity": 0 }] },
         { "id": 2, "handle": "cap", "title": "Cap", "variants": [{ "id": 21, "price": 9.99, "inventoryQuantity": 50 }] }]
        """;

    public const string Customers = """
        [{ "id": 501, "firstName": "Ada", "lastName": "Moore", "email": "ada@example.com",
           "addresses": [{ "address1": "12 Mill Lane", "city": "Berlin", "province": "Berlin", "provinceCode": "BE", "country": "Germany", "countryCode": "DE", "zip": "10115", "phone": "+49 30 1" }],
           "paymentMethods": [{ "id": "card_1", "kind": "CREDIT_CARD", "brand": "visa", "lastDigits": "4242" }, { "id": "gift_1", "kind": "GIFT_CARD", "balance": 50 }] },
         { "id": 502, "firstName": "José", "lastName": "Núñez-O'Hara", "email": "jose@example.com",
           "addresses": [{ "address1": "Calle Mayor 1", "city": "Madrid", "country": "Spain", "countryCode": "ES", "zip": "28013" }] },
         { "id": 503, "firstName": "Ben", "lastName": "Smith", "email": "ben1@example.com",
           "addresses": [{ "address1": "1 High Street", "city": "York", "country": "United Kingdom", "countryCode": "GB", "zip": "YO1 7HH" }] },
         { "id": 504, "firstName": "Ben", "lastName": "Smith", "email": "ben2@example.com",
           "addresses": [{ "address1": "2 High Street", "city": "York", "country": "United Kingdom", "countryCode": "GB", "zip": "yo17hh" }] },
         { "id": 505, "firstName": "Cleo", "lastName": "Day", "email": "cleo@example.com", "addresses": [] }]
        """;

    /// <summary>#1001 still to be sent, #1002 delivered, #1003 on its way, #1004 cancelled, #1005 paid half by gift card.</summary>
    public const string Orders = """
        [{ "id": 1001, "name": "#1001", "email": "ada@example.com", "customerId": 501, "createdAt": "-1d", "tags": ["vip"],
           "lineItems": [{ "variantId": 11, "quantity": 2, "price": 100 }, { "variantId": 21, "quantity": 1, "price": 9.99 }],
           "shippingPrice": 4.5, "tax": 19.99, "discounts": [{ "code": "TEN", "amount": 10 }],
           "transactions": [{ "kind": "SALE", "gateway": "shopify_payments", "paymentMethod": "card_1", "amount": 224.48 }], "shippingAddress": { "firstName": "Ada", "lastName": "Moore", "address1": "12 Mill Lane", "city": "Berlin", "country": "Germany", "countryCode": "DE", "zip": "10115", "phone": "+49 30 1" } },
         { "id": 1002, "name": "#1002", "email": "ada@example.com", "customerId": 501, "createdAt": "-9d", "fulfillmentStatus": "FULFILLED",
           "lineItems": [{ "variantId": 11, "quantity": 2, "price": 100 }, { "variantId": 21, "quantity": 3, "price": 9.99 }],
           "shippingPrice": 4.5, "tax": 22.77, "discounts": [{ "code": "FIVE", "amount": 5 }],
           "transactions": [{ "kind": "SALE", "gateway": "shopify_payments", "paymentMethod": "card_1", "amount": 252.24 }], "shippingAddress": { "firstName": "Ada", "lastName": "Moore", "address1": "12 Mill Lane", "city": "Berlin", "country": "Germany", "countryCode": "DE", "zip": "10115", "phone": "+49 30 1" },
           "fulfillments": [{ "displayStatus": "DELIVERED", "createdAt": "-8d", "deliveredAt": "-6d", "lineItems": [{ "lineItem": 0, "quantity": 1 }, { "lineItem": 1, "quantity": 3 }] },
                            { "displayStatus": "DELIVERED", "createdAt": "-8d", "deliveredAt": "-5d", "lineItems": [{ "lineItem": 0, "quantity": 1 }] }] },
         { "id": 1003, "name": "#1003", "email": "ada@example.com", "customerId": 501, "createdAt": "-3d", "fulfillmentStatus": "FULFILLED",
           "lineItems": [{ "variantId": 11, "quantity": 1 }], "shippingAddress": { "firstName": "Ada", "lastName": "Moore", "address1": "12 Mill Lane", "city": "Berlin", "country": "Germany", "countryCode": "DE", "zip": "10115", "phone": "+49 30 1" }, "fulfillments": [{ "displayStatus": "IN_TRANSIT", "createdAt": "-2d" }] },
         { "id": 1004, "name": "#1004", "email": "ada@example.com", "customerId": 501, "createdAt": "-20d", "lineItems": [{ "variantId": 21, "quantity": 1 }],
           "cancelledAt": "-19d", "cancelReason": "CUSTOMER", "financialStatus": "REFUNDED", "refunds": [{ "createdAt": "-19d", "amount": 9.99, "lineItems": [{ "lineItem": 0, "quantity": 1, "restockType": "CANCEL" }] }] },
         { "id": 1005, "name": "#1005", "email": "ada@example.com", "customerId": 501, "createdAt": "-1d", "lineItems": [{ "variantId": 12, "quantity": 1 }], "shippingAddress": { "firstName": "Ada", "lastName": "Moore", "address1": "12 Mill Lane", "city": "Berlin", "country": "Germany", "countryCode": "DE", "zip": "10115", "phone": "+49 30 1" },
           "transactions": [{ "kind": "SALE", "gateway": "gift_card", "paymentMethod": "gift_1", "amount": 60 }, { "kind": "SALE", "gateway": "shopify_payments", "paymentMethod": "card_1", "amount": 50 }] }]
        """;
}
