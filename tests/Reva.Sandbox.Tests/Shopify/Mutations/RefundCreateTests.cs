using Reva.Sandbox.Tests.Parts;
using static Reva.Sandbox.Tests.Parts.ActingShop;

namespace Reva.Sandbox.Tests.Shopify.Mutations;

public class RefundCreateTests
{
    private const string Refund = """
        mutation Refund($input: RefundInput!, $key: String!) {
          refundCreate(input: $input) @idempotent(key: $key) {
            refund { id totalRefundedSet { shopMoney { amount } } refundLineItems(first: 9) { nodes { quantity subtotalSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } } } }
            order { displayFinancialStatus } userErrors { field message } } }
        """;

    private static object Sale(int order, decimal amount, long parent) =>
        new { orderId = Order(order), parentId = $"gid://shopify/OrderTransaction/{parent}", amount, gateway = "shopify_payments", kind = "REFUND" };

    private static object Line(long id, int quantity, string restock = "NO_RESTOCK") => new { lineItemId = $"gid://shopify/LineItem/{id}", quantity, restockType = restock };

    [Fact]
    public async Task Without_an_idempotency_key_nothing_happens()
    {
        await using var shop = await OpenAsync();
        var answer = await shop.Ask(
            "mutation R($input: RefundInput!) { refundCreate(input: $input) { refund { id } } }", new { input = new { orderId = Order(201), transactions = new[] { Sale(201, 5, 20100) } } });
        Assert.Equal("The @idempotent directive is required for this mutation but was not provided.", (string?)answer["errors"]![0]!["message"]);
        Assert.Equal("BAD_REQUEST", (string?)answer["errors"]![0]!["extensions"]!["code"]);
        Assert.Empty((await shop.ControlGet("effects")).AsArray());
    }

    [Fact]
    public async Task Five_retries_at_once_with_one_key_refund_once_and_hear_the_same()
    {
        await using var shop = await OpenAsync();
        var asked = new { key = "k1", input = new { orderId = Order(201), transactions = new[] { Sale(201, 5, 20100) } } };
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => shop.Do(Refund, asked)));
        Assert.Single(answers.Select(a => a.ToJsonString()).Distinct());
        Assert.Equal(5, Money((await shop.ReadOrder(201, "totalRefundedSet { shopMoney { amount } }"))["totalRefundedSet"]));
        var effect = Assert.Single((await shop.ControlGet("effects")).AsArray())!;
        Assert.Equal(("refundCreate", "#2001", "k1"), ((string)effect["name"]!, (string)effect["order"]!, (string)effect["key"]!));
    }

    [Fact]
    public async Task A_key_that_was_used_for_something_else_is_refused()
    {
        await using var shop = await OpenAsync();
        await shop.Do(Refund, new { key = "k1", input = new { orderId = Order(201), transactions = new[] { Sale(201, 5, 20100) } } });
        var other = await shop.Do(Refund, new { key = "k1", input = new { orderId = Order(201), transactions = new[] { Sale(201, 6, 20100) } } });
        Assert.Equal("The same idempotency key cannot be used with different operation parameters.", Errors(other));
        Assert.Equal(5, Money((await shop.ReadOrder(201, "totalRefundedSet { shopMoney { amount } }"))["totalRefundedSet"]));
    }

    [Fact]
    public async Task Each_payment_takes_back_its_own_part_and_no_more()
    {
        await using var shop = await OpenAsync();
        Assert.Contains("more than the 50.00", Errors(await shop.Do(Refund, new { key = "a", input = new { orderId = Order(202), transactions = new[] { Sale(202, 50.01m, 20200) } } })), StringComparison.Ordinal);
        Assert.Equal("", Errors(await shop.Do(Refund, new { key = "b", input = new { orderId = Order(202), transactions = new[] { Sale(202, 50, 20200), Sale(202, 25, 20201) } } })));
        Assert.Contains("more than the 50.00", Errors(await shop.Do(Refund, new { key = "c", input = new { orderId = Order(202), transactions = new[] { Sale(202, 50.5m, 20201) } } })), StringComparison.Ordinal);
        Assert.Equal(80m, (decimal)(await shop.ControlGet("customers/1"))["paymentMethods"]![1]!["balance"]!);
        Assert.Equal("PARTIALLY_REFUNDED", (string?)(await shop.ReadOrder(202, "displayFinancialStatus"))["displayFinancialStatus"]);
    }

    [Fact]
    public async Task Store_credit_counts_against_what_was_paid()
    {
        await using var shop = await OpenAsync();
        object Credit(decimal amount) => new { orderId = Order(202), refundMethods = new[] { new { storeCreditRefund = new { amount = new { amount, currencyCode = "EUR" } } } } };
        Assert.Equal("", Errors(await shop.Do(Refund, new { key = "a", input = Credit(100) })));
        Assert.Contains("25.00 available", Errors(await shop.Do(Refund, new { key = "b", input = Credit(26) })), StringComparison.Ordinal);
        Assert.Contains("25.00 available", Errors(await shop.Do(Refund, new { key = "c", input = new { orderId = Order(202), transactions = new[] { Sale(202, 30, 20201) } } })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20100, 3, "NO_RESTOCK", "more items than were purchased")]
    [InlineData(20100, 0, "NO_RESTOCK", "greater than 0")]
    [InlineData(20100, 1, "RETURN", "than were fulfilled")]
    [InlineData(777, 1, "NO_RESTOCK", "does not exist")]
    public async Task No_more_pieces_are_refunded_than_there_are(long line, int quantity, string restock, string message)
    {
        await using var shop = await OpenAsync();
        Assert.Contains(message, Errors(await shop.Do(Refund, new { key = "k", input = new { orderId = Order(201), refundLineItems = new[] { Line(line, quantity, restock) } } })), StringComparison.Ordinal);
        Assert.Empty((await shop.ControlGet("effects")).AsArray());
    }

    [Fact]
    public async Task What_is_suggested_can_be_refunded_and_restocked()
    {
        await using var shop = await OpenAsync();
        var suggested = (await shop.ReadOrder(201, """
            suggestedRefund(refundLineItems: [{ lineItemId: "gid://shopify/LineItem/20100", quantity: 1, restockType: CANCEL }], refundShipping: true) {
              amountSet { shopMoney { amount } } subtotalSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } maximumRefundableSet { shopMoney { amount } }
              shipping { amountSet { shopMoney { amount } } }
              suggestedTransactions { kind gateway amountSet { shopMoney { amount } } parentTransaction { id } maximumRefundableSet { shopMoney { amount } } paymentDetails { ... on CardPaymentDetails { number } } } }
            """))["suggestedRefund"]!;
        var amount = Money(suggested["amountSet"]);
        Assert.Equal(amount, Money(suggested["subtotalSet"]) + Money(suggested["totalTaxSet"]) + 4.5m);
        Assert.Equal(232, Money(suggested["maximumRefundableSet"]));
        Assert.Equal("gid://shopify/OrderTransaction/20100", (string?)suggested["suggestedTransactions"]![0]!["parentTransaction"]!["id"]);
        Assert.Equal(amount, Money(suggested["suggestedTransactions"]![0]!["amountSet"]));

        var done = await shop.Do(Refund, new
        {
            key = "k", input = new { orderId = Order(201), refundLineItems = new[] { Line(20100, 1, "CANCEL") }, shipping = new { fullRefund = true }, transactions = new[] { Sale(201, amount, 20100) } },
        });
        Assert.Equal("", Errors(done));
        var order = await shop.ReadOrder(201, "currentTotalPriceSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } } lineItems(first: 1) { nodes { currentQuantity refundableQuantity unfulfilledQuantity variant { inventoryQuantity } } }");
        Assert.Equal(232 - amount, Money(order["currentTotalPriceSet"]));
        Assert.Equal(0, Money(order["totalOutstandingSet"]));
        Assert.Equal("""{"currentQuantity":1,"refundableQuantity":1,"unfulfilledQuantity":1,"variant":{"inventoryQuantity":4}}""", order["lineItems"]!["nodes"]![0]!.ToJsonString());
    }
}
