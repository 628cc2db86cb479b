using Reva.Connections.Tests.Parts;
using Reva.Core.Actions;
using static Reva.Connections.Tests.Parts.ActingShop;

namespace Reva.Connections.Tests.Shopify.Actions;

public sealed class ActionTests : IAsyncLifetime
{
    private ActingShop _shop = null!;

    public async Task InitializeAsync() => _shop = await OpenAsync();

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task A_cancelled_order_is_paid_back_whole_and_says_who_did_it_and_why()
    {
        var (action, order) = await Deeds.MakeAsync("cancel", _shop);
        var quote = await _shop.QuoteAsync(action, order);
        var call = _shop.Call(order);

        var outcome = await _shop.CarryOutAsync(action, call);

        Assert.Equal((Euros(224.48m), "Visa ending 4242"), (quote.ToCustomer, quote.Method));
        Assert.Equal((ActionResult.Done, Euros(224.48m)), (outcome.Result, outcome.Refunded));
        var says = await _shop.OrderSaysAsync(order!, "cancelReason cancellation { staffNote }");
        Assert.Equal(("CUSTOMER", $"Bought twice reva:{call.ActionId}"), (says.GetProperty("cancelReason").GetString(), says.GetProperty("cancellation").GetProperty("staffNote").GetString()));
    }

    [Fact]
    public async Task An_order_that_is_on_its_way_or_cancelled_by_others_is_not_cancelled()
    {
        foreach (var number in new[] { "1003", "1004" })
        {
            var order = await _shop.OrderAsync(number);
            var outcome = await _shop.CarryOutAsync(new CancelOrder { OrderId = order.Id, OrderNumber = order.Number, Reason = "Too late" }, _shop.Call(order));

            Assert.Equal(ActionResult.Refused, outcome.Result);
            Assert.NotEmpty(outcome.Problem!);
            Assert.Equal(order.CancelledAt, (await _shop.OrderAsync(number)).CancelledAt);
        }
    }

    [Fact]
    public async Task An_order_goes_to_the_new_address_with_its_person_and_telephone()
    {
        var (action, order) = await Deeds.MakeAsync("address", _shop);

        await _shop.CarryOutAsync(action, _shop.Call(order));

        var address = (await _shop.OrderSaysAsync(order!, "shippingAddress { name phone address1 address2 city zip countryCodeV2 }")).GetProperty("shippingAddress");
        Assert.Equal(
            ["Ada Moore", "+49 30 1", "5 Oak Street", "Flat 2", "Paris", "75001", "FR"],
            address.EnumerateObject().Select(p => p.Value.GetString()));
    }

    [Fact]
    public async Task A_dearer_size_is_quoted_changed_and_invoiced()
    {
        var (action, order) = await Deeds.MakeAsync("more expensive", _shop);
        var quote = await _shop.QuoteAsync(action, order);

        var outcome = await _shop.CarryOutAsync(action, _shop.Call(order) with { Quote = quote });

        Assert.True(quote.FromCustomer.Amount > 0, "nothing is asked for");
        Assert.Equal(Euros(0), quote.ToCustomer);
        Assert.Equal(quote.FromCustomer.Amount, -quote.Lines.Sum(l => l.Amount.Amount));
        Assert.Equal(Euros(110), Assert.Single(quote.Offers).Price);
        Assert.Equal((ActionResult.Done, quote.FromCustomer), (outcome.Result, outcome.Charged));
        var now = await _shop.OrderAsync("1001");
        Assert.Equal(quote.FromCustomer, now.Outstanding);
        Assert.True(now.Edited);
    }

    [Fact]
    public async Task A_piece_that_is_taken_out_is_paid_back_at_once()
    {
        var (action, order) = await Deeds.MakeAsync("cheaper", _shop);
        var quote = await _shop.QuoteAsync(action, order);

        var outcome = await _shop.CarryOutAsync(action, _shop.Call(order) with { Quote = quote });

        Assert.True(quote.ToCustomer.Amount is > 80 and < 120, quote.ToCustomer.ToString());
        Assert.Equal((ActionResult.Done, quote.ToCustomer), (outcome.Result, outcome.Refunded));
        var now = await _shop.OrderAsync("1001");
        Assert.Equal((quote.ToCustomer, Euros(0)), (now.Refunded, now.Outstanding));
        Assert.Equal(1, now.Lines[0].CurrentQuantity);
    }

    [Fact]
    public async Task Returned_pieces_of_two_parcels_make_one_return_with_its_fees()
    {
        var order = await _shop.OrderAsync("1002");
        var action = new ReturnItems
        {
            OrderId = order.Id, OrderNumber = order.Number, Items = [new(order.Lines[0].Id, 2)], Reason = ReturnReason.SizeTooSmall, RestockingFeePercent = 10, ReturnShippingFee = Euros(4.95m),
        };
        var quote = await _shop.QuoteAsync(action, order);

        var outcome = await _shop.CarryOutAsync(action, _shop.Call(order));

        Assert.True(quote.AfterArrival);
        Assert.Equal(quote.ToCustomer.Amount, quote.Lines.Sum(l => l.Amount.Amount));
        Assert.Equal(["Rain Jacket (S) × 2", "Restocking fee (10%)", "Return label"], quote.Lines.Select(l => l.Label));
        var now = await _shop.OrderAsync("1002");
        var made = Assert.Single(now.Returns);
        Assert.Equal((outcome.Reference, "OPEN", 2), (made.Number, made.Status, made.Items.Sum(i => i.Quantity)));
        Assert.Equal((2, 0), (order.Lines[0].Returnable, now.Lines[0].Returnable));
        Assert.Equal(Euros(0), now.Refunded);
    }

    [Fact]
    public async Task What_was_not_delivered_or_is_in_a_return_already_does_not_come_back()
    {
        var order = await _shop.OrderAsync("1002");
        var action = new ReturnItems { OrderId = order.Id, OrderNumber = order.Number, Items = [new(order.Lines[1].Id, 2)], Reason = ReturnReason.Unwanted };
        Assert.Equal(ActionResult.Done, (await _shop.CarryOutAsync(action, _shop.Call(order))).Result);

        var again = await _shop.CarryOutAsync(action, _shop.Call(order));

        Assert.Equal((ActionResult.Refused, "NOT_RETURNABLE"), (again.Result, again.Code));
        Assert.Single((await _shop.OrderAsync("1002")).Returns);
    }

    [Fact]
    public async Task An_exchange_names_what_comes_back_what_goes_out_and_the_difference()
    {
        var (action, order) = await Deeds.MakeAsync("exchange", _shop);
        var quote = await _shop.QuoteAsync(action, order);

        var outcome = await _shop.CarryOutAsync(action, _shop.Call(order));

        Assert.Equal(["Rain Jacket (S) × 1", "Rain Jacket (M) × 1"], quote.Lines.Select(l => l.Label));
        Assert.True(quote.FromCustomer.Amount > 10, quote.FromCustomer.ToString());
        Assert.NotNull(outcome.Reference);
        var says = await _shop.OrderSaysAsync(order!, "returns(first: 5) { nodes { exchangeLineItems(first: 5) { nodes { quantity variantId } } } }");
        var line = says.GetProperty("returns").GetProperty("nodes")[0].GetProperty("exchangeLineItems").GetProperty("nodes")[0];
        Assert.Equal(Variant(12), line.GetProperty("variantId").GetString());
    }

    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 12)]
    [InlineData(2, 21)]
    public async Task What_an_exchange_was_quoted_at_is_open_once_the_shop_has_processed_it(int pieces, int variant)
    {
        var order = await _shop.OrderAsync("1002");
        var action = new ExchangeItems { OrderId = order.Id, OrderNumber = order.Number, Swaps = [new(order.Lines[0].Id, pieces, Variant(variant))], Reason = ReturnReason.Style };
        var quote = await _shop.QuoteAsync(action, order);
        var made = await _shop.CarryOutAsync(action, _shop.Call(order));

        await _shop.ProcessAsync(made.PlatformId!);

        var open = (await _shop.OrderAsync("1002")).Outstanding!.Value;
        Assert.Equal(quote.FromCustomer.Amount - quote.ToCustomer.Amount, open.Amount);
        Assert.NotEqual(0, open.Amount);
    }

    [Fact]
    public async Task Nothing_is_exchanged_for_what_is_sold_out()
    {
        var order = await _shop.OrderAsync("1002");
        var action = new ExchangeItems { OrderId = order.Id, OrderNumber = order.Number, Swaps = [new(order.Lines[0].Id, 1, Variant(13))], Reason = ReturnReason.SizeTooSmall };

        var outcome = await _shop.CarryOutAsync(action, _shop.Call(order));

        Assert.Equal((ActionResult.Refused, "OUT_OF_STOCK"), (outcome.Result, outcome.Code));
        Assert.Empty((await _shop.OrderAsync("1002")).Returns);
    }

    [Fact]
    public async Task A_discount_code_is_for_one_customer_and_one_use()
    {
        var (action, _) = await Deeds.MakeAsync("discount", _shop);

        var outcome = await _shop.CarryOutAsync(action, _shop.Call(null));

        Assert.Equal("SORRY-1", outcome.Reference);
        var says = await _shop.AskAsync("""{ codeDiscountNodeByCode(code: "SORRY-1") { codeDiscount { ... on DiscountCodeBasic { usageLimit appliesOncePerCustomer } } } }""");
        Assert.Equal(1, says.GetProperty("codeDiscountNodeByCode").GetProperty("codeDiscount").GetProperty("usageLimit").GetInt32());
    }

    [Fact]
    public async Task A_customer_lives_elsewhere_from_now_on()
    {
        var (action, _) = await Deeds.MakeAsync("customer", _shop);

        await _shop.CarryOutAsync(action, _shop.Call(null));

        var customer = await _shop.People.ByEmailAsync(Store, "ADA@example.com", default);
        Assert.Equal(("5 Oak Street", "75001"), (customer!.Address!.Address1, customer.Address.Zip));
    }

    [Fact]
    public async Task Another_payment_method_is_for_a_person()
    {
        var order = await _shop.OrderAsync("1001");
        ShopAction[] actions =
        [
            new ChangePaymentMethod { OrderId = order.Id, OrderNumber = order.Number, PaymentMethodId = "gift_1" },
            new CancelOrder { OrderId = order.Id, OrderNumber = order.Number, Reason = "x", RefundTo = new(RefundRoute.PaymentMethod, "gift_1") },
            Deeds.Change(order, new ItemChange(order.Lines[0].Id, 1, null)) with { PaymentMethodId = "gift_1" },
        ];
        foreach (var action in actions)
            Assert.Equal(ActionResult.Unsupported, (await _shop.CarryOutAsync(action, _shop.Call(order))).Result);

        Assert.Null((await _shop.OrderAsync("1001")).CancelledAt);
        var abilities = await _shop.Commerce.AbilitiesAsync(Store, default);
        Assert.Equal(Enum.GetValues<ActionKind>().Except([ActionKind.ChangePaymentMethod]), abilities.Actions.Order());
    }

    [Fact]
    public async Task Customers_are_found_by_name_and_postcode_only_when_there_is_one()
    {
        Assert.Equal("jose@example.com", (await _shop.People.ByNameAndPostcodeAsync(Store, "JOSÉ", "NÚÑEZ-o'hara", "280 13", default))?.Email);
        Assert.Null(await _shop.People.ByNameAndPostcodeAsync(Store, "Ben", "Smith", "YO1 7HH", default));
        Assert.Null(await _shop.People.ByNameAndPostcodeAsync(Store, "Ada", "Moore", "10116", default));
        Assert.Null(await _shop.People.ByNameAndPostcodeAsync(Store, "Ada\" OR email:\"*", "Moore", "10115", default));
        Assert.Null(await _shop.People.ByEmailAsync(Store, "*@example.com", default));
    }
}
