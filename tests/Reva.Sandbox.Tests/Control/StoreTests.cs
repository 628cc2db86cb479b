using System.Net;
using System.Text.Json.Nodes;
using Reva.Sandbox.Tests.Parts;
using static Reva.Sandbox.Tests.Parts.ActingShop;

namespace Reva.Sandbox.Tests.Control;

public class StoreTests
{
    [Fact]
    public async Task A_reset_forgets_every_change_and_every_key()
    {
        await using var shop = await OpenAsync();
        var untouched = (await shop.ControlGet("orders/2001")).ToJsonString();
        const string Refund = """
            mutation { refundCreate(input: { orderId: "gid://shopify/Order/201", refundMethods: [{ storeCreditRefund: { amount: { amount: 5, currencyCode: EUR } } }] }) @idempotent(key: "k") { userErrors { message } } }
            """;
        for (var round = 0; round < 2; round++)
        {
            await shop.Do(Refund);
            await shop.Control("orders/2001/settlements", new { idempotencyKey = "s", kind = "charge", paymentMethodId = "gift_card_1", amount = 1 });
            var after = await shop.ControlGet("orders/2001");
            Assert.Equal((5m, 233m), ((decimal)after["totals"]!["refunded"]!, (decimal)after["totals"]!["received"]!));
            Assert.Equal(2, (await shop.ControlGet("effects?order=2001")).AsArray().Count);
            await shop.Control("store/reset", new { });
            Assert.Equal(untouched, (await shop.ControlGet("orders/2001")).ToJsonString());
            Assert.Empty((await shop.ControlGet("effects")).AsArray());
            Assert.Equal(30, (decimal)(await shop.ControlGet("customers/1"))["paymentMethods"]![1]!["balance"]!);
        }
    }

    [Fact]
    public async Task Another_folder_can_be_served_while_the_sandbox_runs()
    {
        await using var shop = await OpenAsync();
        await shop.Control("store/reset", new { directory = SmallShop.Folder });
        Assert.Equal("Retired hat", (string?)(await shop.ControlGet("orders/1002"))["lineItems"]![0]!["title"]);
        await shop.Control("store/reset", new { });
        Assert.Equal(3, (await shop.ControlGet("orders")).AsArray().Count);
        using var missing = await shop.Post("_control/store/reset", new { directory = "/nowhere" });
        Assert.Equal(HttpStatusCode.BadRequest, missing.StatusCode);
        Assert.Equal(3, (await shop.ControlGet("orders")).AsArray().Count);
    }

    [Fact]
    public async Task A_customer_can_be_added_with_addresses_and_payment_methods()
    {
        await using var shop = await OpenAsync();
        await shop.Control("customers", new { email = "cleo@example.com", firstName = "Cleo", addresses = new[] { new { city = "Bonn" } }, paymentMethods = new[] { new { id = "gift_card_7", kind = "GIFT_CARD", balance = 12 } } });
        await shop.Control("customers", new { email = "cleo@example.com", lastName = "Dor" });
        var cleo = (await shop.ControlGet("customers?email=CLEO@example.com"))[0]!;
        Assert.Equal(("Cleo", "Dor", "Bonn", 12m), ((string)cleo["firstName"]!, (string)cleo["lastName"]!, (string)cleo["addresses"]![0]!["city"]!, (decimal)cleo["paymentMethods"]![0]!["balance"]!));
    }

    [Fact]
    public async Task The_delay_of_jobs_can_be_set()
    {
        await using var shop = await OpenAsync();
        await shop.Control("jobs", new { delay = 0 });
        await shop.Do($$"""mutation { orderCancel(orderId: "{{Order(206)}}", reason: OTHER, restock: false) { job { id } orderCancelUserErrors { message } } }""");
        Assert.True((bool)(await shop.ControlGet("jobs"))[0]!["done"]!);
        JsonNode order = await shop.ControlGet("orders/2006");
        Assert.Equal(("OTHER", 0m), ((string)order["cancelReason"]!, (decimal)order["totals"]!["refunded"]!));
    }
}
