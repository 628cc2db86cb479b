using System.Text.Json.Nodes;
using Reva.Sandbox.Tests.Parts;
using static Reva.Sandbox.Tests.Parts.ActingShop;

namespace Reva.Sandbox.Tests.Shopify.Mutations;

public class OrderEditTests
{
    private const string Calculated = "calculatedOrder { id lineItems(first: 9) { nodes { id quantity editableQuantity sku } } totalPriceSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } } } userErrors { field message }";

    [Fact]
    public async Task An_item_is_changed_for_another_and_the_difference_is_due()
    {
        await using var shop = await OpenAsync();
        var edit = await Begin(shop, 201);
        await Set(shop, edit, 20100, 1);
        var added = await Add(shop, edit, 12, 1);
        Assert.Equal("", Errors(added));
        var outstanding = Money(added["calculatedOrder"]!["totalOutstandingSet"]);
        Assert.Equal("", Errors(await Commit(shop, edit)));
        var order = await shop.ReadOrder(201, """
            edited displayFinancialStatus totalOutstandingSet { shopMoney { amount } } currentTotalPriceSet { shopMoney { amount } } originalTotalPriceSet { shopMoney { amount } }
            lineItems(first: 9) { nodes { sku quantity currentQuantity refundableQuantity unfulfilledQuantity variant { inventoryQuantity } } }
            """);
        Assert.True((bool)order["edited"]!);
        Assert.Equal(outstanding, Money(order["totalOutstandingSet"]));
        Assert.True(outstanding > 20, "the dearer jacket costs 20 more, and the old one took its share of the discount along");
        Assert.Equal(232 + outstanding, Money(order["currentTotalPriceSet"]));
        Assert.Equal(232, Money(order["originalTotalPriceSet"]));
        Assert.Equal("PARTIALLY_PAID", (string?)order["displayFinancialStatus"]);
        Assert.Equal(
            """
            [{"sku":"RJ-S","quantity":2,"currentQuantity":1,"refundableQuantity":1,"unfulfilledQuantity":1,"variant":{"inventoryQuantity":4}},
            {"sku":"MUG","quantity":3,"currentQuantity":3,"refundableQuantity":3,"unfulfilledQuantity":3,"variant":{"inventoryQuantity":40}},
            {"sku":"RJ-M","quantity":1,"currentQuantity":1,"refundableQuantity":1,"unfulfilledQuantity":1,"variant":{"inventoryQuantity":4}}]
            """.ReplaceLineEndings(""),
            order["lineItems"]!["nodes"]!.ToJsonString());
    }

    [Fact]
    public async Task A_discount_on_the_new_item_can_keep_the_price()
    {
        await using var shop = await OpenAsync();
        var edit = await Begin(shop, 203);
        await Set(shop, edit, 20300, 1);
        var line = (string)(await Add(shop, edit, 12, 1))["calculatedLineItem"]!["id"]!;
        var kept = await shop.Do(
            $$"""mutation D($id: ID!, $line: ID!) { orderEditAddLineItemDiscount(id: $id, lineItemId: $line, discount: { fixedValue: { amount: "20", currencyCode: EUR }, description: "price kept" }) { {{Calculated}} } }""",
            new { id = edit, line });
        Assert.Equal(0, Money(kept["calculatedOrder"]!["totalOutstandingSet"]));
        Assert.Equal("", Errors(await Commit(shop, edit)));
        Assert.Equal("PAID", (string?)(await shop.ReadOrder(203, "displayFinancialStatus"))["displayFinancialStatus"]);
    }

    [Fact]
    public async Task What_was_sent_cannot_be_edited()
    {
        await using var shop = await OpenAsync();
        var edit = await Begin(shop, 203);
        Assert.Contains("at least 1", Errors(await Set(shop, edit, 20300, 0)), StringComparison.Ordinal);
        Assert.Contains("fulfilled", Errors(await BeginPayload(shop, 202)), StringComparison.Ordinal);
        var order = await shop.ReadOrder(202, "merchantEditable merchantEditableErrors");
        Assert.Equal("""{"merchantEditable":false,"merchantEditableErrors":["The order is fulfilled."]}""", order.ToJsonString());
    }

    [Fact]
    public async Task A_stale_edit_and_a_second_commit_are_refused()
    {
        await using var shop = await OpenAsync();
        var (stale, other) = (await Begin(shop, 201), await Begin(shop, 201));
        await Set(shop, other, 20101, 1);
        await Set(shop, stale, 20101, 2);
        Assert.Equal("", Errors(await Commit(shop, other)));
        Assert.Contains("already been committed", Errors(await Commit(shop, other)), StringComparison.Ordinal);
        Assert.Contains("has changed", Errors(await Commit(shop, stale)), StringComparison.Ordinal);
        Assert.Equal(1, (int)(await shop.ReadOrder(201, "lineItems(first: 9) { nodes { currentQuantity } }"))["lineItems"]!["nodes"]![1]!["currentQuantity"]!);
    }

    [Theory]
    [InlineData(11, 1, "already on the order")]
    [InlineData(99, 1, "does not exist")]
    [InlineData(12, 0, "greater than 0")]
    public async Task A_variant_that_cannot_be_added_is_refused(int variant, int quantity, string message)
    {
        await using var shop = await OpenAsync();
        Assert.Contains(message, Errors(await Add(shop, await Begin(shop, 201), variant, quantity)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoice_asks_for_the_rest_and_marking_as_paid_settles_it()
    {
        await using var shop = await OpenAsync();
        Assert.Equal("", Errors(await shop.Do($$"""mutation { orderInvoiceSend(id: "{{Order(205)}}", email: { to: "ben@example.com", subject: "The rest" }) { userErrors { message code } } }""")));
        Assert.Equal("invoice", (string?)(await shop.ControlGet("mails?kind=invoice"))[0]!["kind"]);
        var paid = await shop.Do($$"""mutation { orderMarkAsPaid(input: { id: "{{Order(205)}}" }) { order { displayFinancialStatus totalOutstandingSet { shopMoney { amount } } } userErrors { message } } }""");
        Assert.Equal(("PAID", 0m), ((string)paid["order"]!["displayFinancialStatus"]!, Money(paid["order"]!["totalOutstandingSet"])));
        Assert.Equal("Order cannot be marked as paid.", Errors(await shop.Do($$"""mutation { orderMarkAsPaid(input: { id: "{{Order(205)}}" }) { userErrors { message } } }""")));
    }

    private static Task<JsonNode> BeginPayload(SmallShop shop, int order) => shop.Do($$"""mutation B($id: ID!) { orderEditBegin(id: $id) { {{Calculated}} } }""", new { id = Order(order) });

    private static async Task<string> Begin(SmallShop shop, int order) => (string)(await BeginPayload(shop, order))["calculatedOrder"]!["id"]!;

    private static Task<JsonNode> Set(SmallShop shop, string edit, long line, int quantity) => shop.Do(
        $$"""mutation S($id: ID!, $line: ID!, $quantity: Int!) { orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $quantity, restock: true) { {{Calculated}} } }""",
        new { id = edit, line = $"gid://shopify/CalculatedLineItem/{line}", quantity });

    private static Task<JsonNode> Add(SmallShop shop, string edit, int variant, int quantity) => shop.Do(
        $$"""mutation A($id: ID!, $variant: ID!, $quantity: Int!) { orderEditAddVariant(id: $id, variantId: $variant, quantity: $quantity) { calculatedLineItem { id } {{Calculated}} } }""",
        new { id = edit, variant = $"gid://shopify/ProductVariant/{variant}", quantity });

    private static Task<JsonNode> Commit(SmallShop shop, string edit) => shop.Do(
        """mutation C($id: ID!) { orderEditCommit(id: $id, notifyCustomer: false, staffNote: "as asked") { order { id } userErrors { field message } } }""", new { id = edit });
}
