using System.Text.Json.Nodes;
using Reva.Sandbox.Tests.Parts;
using static Reva.Sandbox.Tests.Parts.ActingShop;

namespace Reva.Sandbox.Tests.Shopify.Mutations;

public class ReturnTests
{
    private const string Fields = """
        return { id name status totalQuantity
          returnLineItems(first: 9) { nodes { ... on ReturnLineItem { id quantity returnReason returnReasonNote restockingFee { percentage } fulfillmentLineItem { lineItem { sku } } } } }
          exchangeLineItems(first: 9) { nodes { id quantity variantId lineItems { sku } } }
          reverseFulfillmentOrders(first: 1) { nodes { id status lineItems(first: 9) { nodes { id totalQuantity } } } } }
        userErrors { field message code }
        """;

    private const string Create = $$"""mutation Create($input: ReturnInput!) { returnCreate(returnInput: $input) { {{Fields}} } }""";

    private const string Process = $$"""mutation Process($input: ReturnProcessInput!) { returnProcess(input: $input) { {{Fields}} } }""";

    private static string Sent(int order, int line) => $"gid://shopify/FulfillmentLineItem/{order}0{line}";

    private static object Back(int order, int line, int quantity, object? fee = null) =>
        new { fulfillmentLineItemId = Sent(order * 10, line), quantity, returnReason = "UNWANTED", returnReasonNote = "too blue", restockingFee = fee };

    [Fact]
    public async Task A_return_is_numbered_and_holds_its_pieces_until_it_is_over()
    {
        await using var shop = await OpenAsync();
        Assert.Equal("[1,2]", await Returnable(shop, 202));
        var made = await shop.Do(Create, new { input = new { orderId = Order(202), returnLineItems = new[] { Back(202, 1, 1) } } });
        Assert.Equal("", Errors(made));
        Assert.Equal(("#2002-R1", "OPEN", 1), ((string)made["return"]!["name"]!, (string)made["return"]!["status"]!, (int)made["return"]!["totalQuantity"]!));
        Assert.Equal("[1,1]", await Returnable(shop, 202));
        Assert.Equal("IN_PROGRESS", (string?)(await shop.ReadOrder(202, "returnStatus"))["returnStatus"]);
        var cancelled = await shop.Do("mutation C($id: ID!) { returnCancel(id: $id) { return { status } userErrors { message } } }", new { id = (string)made["return"]!["id"]! });
        Assert.Equal("CANCELED", (string?)cancelled["return"]!["status"]);
        Assert.Equal("[1,2]", await Returnable(shop, 202));
    }

    [Theory]
    [InlineData(202, 0, 2, "exceeds")]
    [InlineData(202, 0, 0, "greater than 0")]
    [InlineData(203, 7, 1, "only items that were fulfilled")]
    [InlineData(201, 0, 1, "only items that were fulfilled")]
    public async Task What_was_not_sent_cannot_come_back(int order, int line, int quantity, string message)
    {
        await using var shop = await OpenAsync();
        var refused = await shop.Do(Create, new { input = new { orderId = Order(order), returnLineItems = new[] { Back(order, line, quantity) } } });
        Assert.Contains(message, Errors(refused), StringComparison.Ordinal);
        Assert.Null(refused["return"]);
    }

    [Theory]
    [InlineData("gid://shopify/ProductVariant/13", "out of stock", "INVALID")]
    [InlineData("gid://shopify/ProductVariant/999", "not found", "NOT_FOUND")]
    public async Task An_exchange_for_what_is_not_to_be_had_is_refused(string variant, string message, string code)
    {
        await using var shop = await OpenAsync();
        var refused = await shop.Do(Create, new
        {
            input = new { orderId = Order(202), returnLineItems = new[] { Back(202, 0, 1) }, exchangeLineItems = new[] { new { variantId = variant, quantity = 1 } } },
        });
        Assert.Contains(message, Errors(refused), StringComparison.Ordinal);
        Assert.Equal(code, (string?)refused["userErrors"]![0]!["code"]);
    }

    [Fact]
    public async Task An_exchange_that_is_processed_swaps_the_pieces_and_leaves_the_difference_to_pay()
    {
        await using var shop = await OpenAsync();
        var made = (await shop.Do(Create, new
        {
            input = new
            {
                orderId = Order(202), returnLineItems = new[] { Back(202, 0, 1) },
                exchangeLineItems = new[] { new { variantId = "gid://shopify/ProductVariant/12", quantity = 1, appliedDiscount = new { value = new { amount = new { amount = 5, currencyCode = "EUR" } } } } },
            },
        }))["return"]!;
        Assert.Empty(made["exchangeLineItems"]!["nodes"]![0]!["lineItems"]!.AsArray());
        var done = await shop.Do(Process, new
        {
            input = new
            {
                returnId = (string)made["id"]!,
                returnLineItems = new[] { new { id = (string)made["returnLineItems"]!["nodes"]![0]!["id"]!, quantity = 1, dispositions = new[] { new { quantity = 1, dispositionType = "RESTOCKED" } } } },
                exchangeLineItems = new[] { new { id = (string)made["exchangeLineItems"]!["nodes"]![0]!["id"]!, quantity = 1 } },
            },
        });
        Assert.Equal("", Errors(done));
        Assert.Equal("CLOSED", (string?)done["return"]!["status"]);
        var order = await shop.ReadOrder(202, "returnStatus totalOutstandingSet { shopMoney { amount } } displayFulfillmentStatus lineItems(first: 9) { nodes { sku currentQuantity unfulfilledQuantity } }");
        Assert.Equal(15, Money(order["totalOutstandingSet"]));
        Assert.Equal("PARTIALLY_FULFILLED", (string?)order["displayFulfillmentStatus"]);
        Assert.Equal("RETURNED", (string?)order["returnStatus"]);
        Assert.Equal(
            """[{"sku":"RJ-S","currentQuantity":0,"unfulfilledQuantity":0},{"sku":"MUG","currentQuantity":2,"unfulfilledQuantity":0},{"sku":"RJ-M","currentQuantity":1,"unfulfilledQuantity":1}]""",
            order["lineItems"]!["nodes"]!.ToJsonString());
    }

    [Fact]
    public async Task A_return_that_arrives_is_refunded_less_the_fee()
    {
        await using var shop = await OpenAsync();
        var made = (await shop.Do(Create, new { input = new { orderId = Order(202), returnLineItems = new[] { Back(202, 0, 1, new { percentage = 10 }) } } }))["return"]!;
        object Input(decimal amount) => new
        {
            returnId = (string)made["id"]!, returnLineItems = new[] { new { id = (string)made["returnLineItems"]!["nodes"]![0]!["id"]!, quantity = 1 } },
            financialTransfer = new { issueRefund = new { orderTransactions = new[] { new { parentId = "gid://shopify/OrderTransaction/20201", transactionAmount = new { amount, currencyCode = "EUR" } } } } },
        };
        Assert.Contains("more than the 75.00", Errors(await shop.Do(Process, new { input = Input(90) })), StringComparison.Ordinal);
        Assert.Equal("", Errors(await shop.Do(Process, new { input = Input(75) })));
        var order = await shop.ReadOrder(202, "totalOutstandingSet { shopMoney { amount } } refunds { totalRefundedSet { shopMoney { amount } } return { name } }");
        Assert.Equal(-15, Money(order["totalOutstandingSet"]));
        Assert.Equal("#2002-R1", (string?)order["refunds"]![0]!["return"]!["name"]);
        Assert.Contains("must be open", Errors(await shop.Do(Process, new { input = Input(1) })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_waits_for_approval_and_the_label_for_the_request()
    {
        await using var shop = await OpenAsync();
        async Task<JsonNode> Request() => (await shop.Do(
            $$"""mutation R($input: ReturnRequestInput!) { returnRequest(input: $input) { {{Fields}} } }""",
            new { input = new { orderId = Order(202), returnLineItems = new[] { new { fulfillmentLineItemId = Sent(2020, 1), quantity = 1, returnReason = "DEFECTIVE", customerNote = "handle broke" } } } }))["return"]!;
        var first = await Request();
        Assert.Equal("REQUESTED", (string?)first["status"]);
        Assert.Empty(first["reverseFulfillmentOrders"]!["nodes"]!.AsArray());
        var declined = await shop.Do(
            """mutation D($id: ID!) { returnDeclineRequest(input: { id: $id, declineReason: FINAL_SALE, declineNote: "sold as seen" }) { return { status decline { reason note } } userErrors { message } } }""",
            new { id = (string)first["id"]! });
        Assert.Equal("""{"status":"DECLINED","decline":{"reason":"FINAL_SALE","note":"sold as seen"}}""", declined["return"]!.ToJsonString());
        var second = await Request();
        var approved = (await shop.Do(
            $$"""mutation A($id: ID!) { returnApproveRequest(input: { id: $id }) { {{Fields}} } }""", new { id = (string)second["id"]! }))["return"]!;
        Assert.Equal(("OPEN", "#2002-R2"), ((string)approved["status"]!, (string)approved["name"]!));
        var way = (string)approved["reverseFulfillmentOrders"]!["nodes"]![0]!["id"]!;
        var label = await shop.Do(
            """
            mutation L($way: ID!) {
              reverseDeliveryCreateWithShipping(reverseFulfillmentOrderId: $way, reverseDeliveryLineItems: [], labelInput: { fileUrl: "https://labels.example/1.pdf" }, trackingInput: { number: "1Z9" }, notifyCustomer: true) {
                reverseDelivery { deliverable { ... on ReverseDeliveryShippingDeliverable { label { publicFileUrl } tracking { number } } } } userErrors { message } } }
            """, new { way });
        Assert.Equal("""{"label":{"publicFileUrl":"https://labels.example/1.pdf"},"tracking":{"number":"1Z9"}}""", label["reverseDelivery"]!["deliverable"]!.ToJsonString());
        Assert.Equal("https://labels.example/1.pdf", (string?)(await shop.ControlGet("orders/2002"))["returns"]![1]!["deliveries"]![0]!["labelUrl"]);
    }

    private static async Task<string> Returnable(SmallShop shop, int order)
    {
        var data = await shop.Data($$"""{ returnableFulfillments(orderId: "{{Order(order)}}", first: 5) { nodes { returnableFulfillmentLineItems(first: 9) { nodes { quantity } } } } }""");
        return $"[{string.Join(',', data["returnableFulfillments"]!["nodes"]!.AsArray().SelectMany(f => f!["returnableFulfillmentLineItems"]!["nodes"]!.AsArray()).Select(l => (int)l!["quantity"]!))}]";
    }
}
