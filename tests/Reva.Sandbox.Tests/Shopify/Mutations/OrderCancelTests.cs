using System.Text.Json.Nodes;
using Reva.Sandbox.Tests.Parts;
using static Reva.Sandbox.Tests.Parts.ActingShop;

namespace Reva.Sandbox.Tests.Shopify.Mutations;

public class OrderCancelTests
{
    private const string Cancel = """
        mutation Cancel($id: ID!, $method: OrderCancelRefundMethodInput, $note: String) {
          orderCancel(orderId: $id, reason: CUSTOMER, restock: true, refundMethod: $method, notifyCustomer: true, staffNote: $note) {
            job { id done } orderCancelUserErrors { field message code } userErrors { message } } }
        """;

    [Fact]
    public async Task A_cancellation_is_done_a_moment_later_and_gives_money_and_goods_back()
    {
        await using var shop = await OpenAsync();
        var answer = await shop.Do(Cancel, new { id = Order(201), method = new { originalPaymentMethodsRefund = true }, note = "no longer needed" });
        Assert.Equal("", Errors(answer, "orderCancelUserErrors"));
        var job = (string)answer["job"]!["id"]!;
        Assert.False((bool)answer["job"]!["done"]!);
        Assert.Null((await shop.ReadOrder(201, "cancelledAt"))["cancelledAt"]);

        shop.Clock.Advance(TimeSpan.FromMilliseconds(60));
        Assert.True((bool)(await shop.Data("query J($id: ID!) { job(id: $id) { done } }", new { id = job }))["job"]!["done"]!);
        var order = await shop.ReadOrder(201, """
            cancelReason cancellation { staffNote } displayFinancialStatus netPaymentSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } }
            refunds { totalRefundedSet { shopMoney { amount } } }
            transactions { kind amountSet { shopMoney { amount } } parentTransaction { kind } paymentDetails { ... on CardPaymentDetails { company number } } }
            lineItems(first: 9) { nodes { quantity currentQuantity unfulfilledQuantity } }
            """);
        Assert.Equal("CUSTOMER", (string?)order["cancelReason"]);
        Assert.Equal("no longer needed", (string?)order["cancellation"]!["staffNote"]);
        Assert.Equal("REFUNDED", (string?)order["displayFinancialStatus"]);
        Assert.Equal(0, Money(order["netPaymentSet"]));
        Assert.Equal(0, Money(order["totalOutstandingSet"]));
        Assert.Equal(
            """{"kind":"REFUND","amountSet":{"shopMoney":{"amount":"232.0"}},"parentTransaction":{"kind":"SALE"},"paymentDetails":{"company":"Visa","number":"•••• •••• •••• 4242"}}""",
            order["transactions"]![1]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.All(order["lineItems"]!["nodes"]!.AsArray(), l => Assert.Equal((0, 0), ((int)l!["currentQuantity"]!, (int)l["unfulfilledQuantity"]!)));
        Assert.Equal(5, await Stock(shop, 11));
        Assert.Equal("order_cancelled", (string?)(await shop.ControlGet("mails"))[0]!["kind"]);
    }

    [Fact]
    public async Task Money_paid_by_gift_card_goes_back_onto_it()
    {
        await using var shop = await OpenAsync();
        await shop.Do(Cancel, new { id = Order(206), method = new { originalPaymentMethodsRefund = true } });
        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        var ada = await shop.ControlGet("customers/1");
        Assert.Equal(80m, (decimal)ada["paymentMethods"]![1]!["balance"]!);
    }

    [Fact]
    public async Task Store_credit_instead_of_money_goes_to_the_customers_account()
    {
        await using var shop = await OpenAsync();
        await shop.Do(Cancel, new { id = Order(201), method = new { storeCreditRefund = new { } } });
        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        var customer = (await shop.Data("""{ customer(id: "gid://shopify/Customer/1") { storeCreditAccounts(first: 3) { nodes { balance { amount currencyCode } } } } }"""))["customer"]!;
        Assert.Equal("""[{"balance":{"amount":"232.0","currencyCode":"EUR"}}]""", customer["storeCreditAccounts"]!["nodes"]!.ToJsonString());
    }

    [Theory]
    [InlineData(202, "outstanding fulfillments")]
    [InlineData(203, "outstanding fulfillments")]
    [InlineData(204, "open payment authorizations")]
    [InlineData(999, "does not exist")]
    public async Task An_order_that_cannot_be_cancelled_is_left_as_it_is_and_the_reason_is_told(int order, string reason)
    {
        await using var shop = await OpenAsync();
        var answer = await shop.Do(Cancel, new { id = Order(order), method = new { originalPaymentMethodsRefund = true } });
        Assert.Contains(reason, Errors(answer, "orderCancelUserErrors"), StringComparison.Ordinal);
        Assert.Null(answer["job"]);
        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty((await shop.ControlGet("effects")).AsArray());
    }

    [Fact]
    public async Task An_order_that_is_sent_before_its_cancellation_is_carried_out_stays_as_it_is()
    {
        await using var shop = await OpenAsync();
        var job = (string)(await shop.Do(Cancel, new { id = Order(201), method = new { originalPaymentMethodsRefund = true } }))["job"]!["id"]!;
        await shop.Control("orders/2001", new { fulfillmentStatus = "FULFILLED" });
        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((bool)(await shop.Data("query J($id: ID!) { job(id: $id) { done } }", new { id = job }))["job"]!["done"]!);
        var order = await shop.ReadOrder(201, "cancelledAt totalRefundedSet { shopMoney { amount } } fulfillments { totalQuantity }");
        Assert.Equal((null, 0m, 5), ((string?)order["cancelledAt"], Money(order["totalRefundedSet"]), (int)order["fulfillments"]![0]!["totalQuantity"]!));
    }

    [Fact]
    public async Task Cancelling_twice_takes_effect_once()
    {
        await using var shop = await OpenAsync();
        var asked = new { id = Order(201), method = new { originalPaymentMethodsRefund = true } };
        var both = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => shop.Do(Cancel, asked)));
        Assert.Single(both, a => a["job"] is not null);
        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("already been canceled", Errors(await shop.Do(Cancel, asked), "orderCancelUserErrors"), StringComparison.Ordinal);
        Assert.Equal("orderCancel", (string?)Assert.Single((await shop.ControlGet("effects")).AsArray())!["name"]);
    }

    [Fact]
    public async Task A_staff_note_has_its_limit()
    {
        await using var shop = await OpenAsync();
        Assert.Contains("too long", Errors(await shop.Do(Cancel, new { id = Order(201), note = new string('x', 256) }), "orderCancelUserErrors"), StringComparison.Ordinal);
    }

    private static async Task<int> Stock(SmallShop shop, int variant) =>
        (int)(await shop.Data($$"""{ productVariant(id: "gid://shopify/ProductVariant/{{variant}}") { inventoryQuantity } }"""))["productVariant"]!["inventoryQuantity"]!;
}
