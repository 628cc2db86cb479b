using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Reva.Sandbox.Tests.Parts;
using static Reva.Sandbox.Tests.Parts.ActingShop;

namespace Reva.Sandbox.Tests.Control;

public class SettlementTests
{
    private static async Task<(HttpStatusCode Status, JsonNode Answer)> Settle(SmallShop shop, int order, string key, string kind, string method, decimal? amount = null)
    {
        using var response = await shop.Post($"_control/orders/{order}/settlements", new { idempotencyKey = key, kind, paymentMethodId = method, amount, reference = "r" });
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    private static async Task<decimal> Balance(SmallShop shop) => (decimal)(await shop.ControlGet("customers/ada@example.com/payment-methods"))[1]!["balance"]!;

    private static async Task<string> Transactions(SmallShop shop, int order) => string.Join(", ", (await shop.ControlGet($"orders/{order}"))["transactions"]!.AsArray()
        .Select(t => $"{t!["kind"]} {(decimal)t["amount"]!:0.##} {t["paymentMethodId"]}"));

    [Fact]
    public async Task Charges_and_refunds_move_a_gift_card_and_are_booked_once()
    {
        await using var shop = await OpenAsync();
        var (_, first) = await Settle(shop, 2001, "k1", "charge", "gift_card_1", 20);
        var (_, second) = await Settle(shop, 2001, "k1", "charge", "gift_card_1", 20);
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal(10, await Balance(shop));
        await Settle(shop, 2001, "k2", "refund", "gift_card_1", 5.5m);
        Assert.Equal(15.5m, await Balance(shop));
        Assert.Equal("SALE 232 credit_card_1, SALE 20 gift_card_1, REFUND 5.5 gift_card_1", await Transactions(shop, 2001));
        var (status, reused) = await Settle(shop, 2001, "k1", "charge", "gift_card_1", 21);
        Assert.Equal((HttpStatusCode.Conflict, "idempotency_key_reused"), (status, (string?)reused["code"]));
    }

    [Theory]
    [InlineData(2001, "charge", "gift_card_1", 30.01, "insufficient_balance")]
    [InlineData(2001, "planned_charge", "gift_card_1", 31.0, "insufficient_balance")]
    [InlineData(2001, "change_method", "gift_card_1", null, "insufficient_balance")]
    [InlineData(2001, "change_method", "credit_card_1", null, "same_payment_method")]
    [InlineData(2002, "change_method", "paypal_1", null, "not_one_payment")]
    [InlineData(2001, "charge", "credit_card_9", 1.0, "unknown_payment_method")]
    [InlineData(2001, "refund", "paypal_1", 233.0, "more_than_paid")]
    [InlineData(2001, "refund", "paypal_1", -1.0, "invalid_amount")]
    [InlineData(2001, "gift", "paypal_1", 1.0, "unknown_kind")]
    public async Task What_cannot_be_settled_is_refused_and_changes_nothing(int order, string kind, string method, double? amount, string code)
    {
        await using var shop = await OpenAsync();
        var before = await Transactions(shop, order);
        var (status, answer) = await Settle(shop, order, "k", kind, method, (decimal?)amount);
        Assert.True(status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest);
        Assert.Equal(code, (string?)answer["code"]);
        Assert.Equal((before, 30m), (await Transactions(shop, order), await Balance(shop)));
    }

    [Fact]
    public async Task A_change_of_the_payment_method_charges_the_new_and_refunds_the_old()
    {
        await using var shop = await OpenAsync();
        await Settle(shop, 2006, "k", "change_method", "paypal_1");
        Assert.Equal("SALE 50 gift_card_1, SALE 50 paypal_1, REFUND 50 gift_card_1", await Transactions(shop, 2006));
        Assert.Equal(80, await Balance(shop));
        var order = await shop.ControlGet("orders/2006");
        Assert.Equal(("PAID", 0m, 50m), ((string)order["financialStatus"]!, (decimal)order["totals"]!["outstanding"]!, (decimal)order["totals"]!["currentTotal"]!));
    }

    [Fact]
    public async Task A_planned_settlement_is_written_down_and_moves_nothing()
    {
        await using var shop = await OpenAsync();
        await Settle(shop, 2002, "k", "planned_refund", "gift_card_1", 12.5m);
        var order = await shop.ControlGet("orders/2002");
        Assert.Equal(("planned_refund", 12.5m, "gift_card_1"), ((string)order["settlements"]![0]!["kind"]!, (decimal)order["settlements"]![0]!["amount"]!, (string)order["settlements"]![0]!["paymentMethodId"]!));
        Assert.Equal((2, 30m), (order["transactions"]!.AsArray().Count, await Balance(shop)));
    }

    [Fact]
    public async Task A_credit_reaches_the_method_and_leaves_the_sums_of_the_order_alone()
    {
        await using var shop = await OpenAsync();
        var before = (await shop.ControlGet("orders/2001"))["totals"]!.ToJsonString();
        await Settle(shop, 2001, "k", "credit", "gift_card_1", 232);
        await Settle(shop, 2001, "k", "credit", "gift_card_1", 232);
        Assert.Equal(("SALE 232 credit_card_1, REFUND 232 gift_card_1", 262m), (await Transactions(shop, 2001), await Balance(shop)));
        var order = await shop.ControlGet("orders/2001");
        Assert.Equal((before, "PAID"), (order["totals"]!.ToJsonString(), (string?)order["financialStatus"]));
    }
}
