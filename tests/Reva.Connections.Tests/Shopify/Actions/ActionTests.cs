using Reva.Core.Actions;
using static Reva.Connections.Tests.Parts.ActingShop;

namespace Reva.Connections.Tests.Shopify.Actions;

public sealed class ActionTests : OnAShop
{
    [Fact]
    public async Task A_cancelled_order_is_paid_back_whole_and_says_who_did_it_and_why()
    {
        var (action, order) = await Deeds.MakeAsync("cancel", Shop);
        var quote = await Shop.QuoteAsync(action, order);
        var call = Shop.Call(order);

        var outcome = await Shop.CarryOutAsync(action, call);

        Assert.Equal((Euros(224.48m), "Visa ending 4242"), (quote.ToCustomer, quote.Method));
        Assert.Equal((ActionResult.Done, Euros(224.48m)), (outcome.Result, outcome.Refunded));
        var says = await Shop.OrderSaysAsync(order!, "cancelReason cancellation { staffNote }");
        Assert.Equal(("CUSTOMER", $"Bought twice reva:{call.ActionId}"), (says.GetProperty("cancelReason").GetString(), says.GetProperty("cancellation").GetProperty("staffNote").GetString()));
    }

    [Fact]
    public async Task An_order_that_is_on_its_way_or_cancelled_by_others_is_not_cancelled()
    {
        foreach (var number in new[] { "1003", "1004" })
        {
            var order = await Shop.OrderAsync(number);
            var outcome = await Shop.CarryOutAsync(Deeds.Cancel(order), Shop.Call(order));

            Assert.Equal(ActionResult.Refused, outcome.Result);
            Assert.NotEmpty(outcome.Problem!);
            Assert.Equal(order.CancelledAt, (await Shop.OrderAsync(number)).CancelledAt);
        }
    }

    [Fact]
    public async Task An_order_goes_to_the_new_address_with_its_person_and_telephone()
    {
        var (action, order) = await Deeds.MakeAsync("address", Shop);

        await Shop.CarryOutAsync(action, Shop.Call(order));

        var address = (await Shop.OrderSaysAsync(order!, "shippingAddress { name phone address1 address2 city zip countryCodeV2 }")).GetProperty("shippingAddress");
        Assert.Equal(
            ["Ada Moore", "+49 30 1", "5 Oak Street", "Flat 2", "Paris", "75001", "FR"],
            address.EnumerateObject().Select(p => p.Value.GetString()));
    }

    [Fact]
    public async Task A_discount_code_is_for_one_customer_and_one_use()
    {
        var (action, _) = await Deeds.MakeAsync("discount", Shop);

        var outcome = await Shop.CarryOutAsync(action, Shop.Call(null));

        Assert.Equal("SORRY-1", outcome.Reference);
        var says = await Shop.AskAsync("""{ codeDiscountNodeByCode(code: "SORRY-1") { codeDiscount { ... on DiscountCodeBasic { usageLimit appliesOncePerCustomer } } } }""");
        Assert.Equal(1, says.GetProperty("codeDiscountNodeByCode").GetProperty("codeDiscount").GetProperty("usageLimit").GetInt32());
    }

    [Fact]
    public async Task Another_payment_method_is_for_a_person()
    {
        var order = await Shop.OrderAsync("1001");
        ShopAction[] actions =
        [
            new ChangePaymentMethod { OrderId = order.Id, OrderNumber = order.Number, PaymentMethodId = "gift_1" },
            Deeds.Cancel(order) with { RefundTo = new(RefundRoute.PaymentMethod, "gift_1") },
            Deeds.Change(order, new ItemChange(order.Lines[0].Id, 1, null)) with { PaymentMethodId = "gift_1" },
        ];
        foreach (var action in actions)
            Assert.Equal(ActionResult.Unsupported, (await Shop.CarryOutAsync(action, Shop.Call(order))).Result);

        Assert.Null((await Shop.OrderAsync("1001")).CancelledAt);
        var abilities = await Shop.Commerce.AbilitiesAsync(Store, default);
        Assert.Equal(Enum.GetValues<ActionKind>().Except([ActionKind.ChangePaymentMethod]), abilities.Actions.Order());
    }
}
