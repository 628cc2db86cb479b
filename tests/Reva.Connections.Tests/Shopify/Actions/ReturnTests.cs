using Reva.Core.Actions;
using static Reva.Connections.Tests.Parts.ActingShop;

namespace Reva.Connections.Tests.Shopify.Actions;

public sealed class ReturnTests : OnAShop
{
    [Fact]
    public async Task Returned_pieces_of_two_parcels_make_one_return_with_its_fees()
    {
        var order = await Shop.OrderAsync("1002");
        var action = Deeds.Return(order, new ItemPieces(order.Lines[0].Id, 2)) with { RestockingFeePercent = 10, ReturnShippingFee = Euros(4.95m) };
        var quote = await Shop.QuoteAsync(action, order);

        var outcome = await Shop.CarryOutAsync(action, Shop.Call(order));

        Assert.True(quote.AfterArrival);
        Assert.Equal(quote.ToCustomer.Amount, quote.Lines.Sum(l => l.Amount.Amount));
        Assert.Equal(["Rain Jacket (S) × 2", "Restocking fee (10%)", "Return label"], quote.Lines.Select(l => l.Label));
        var now = await Shop.OrderAsync("1002");
        var made = Assert.Single(now.Returns);
        Assert.Equal((outcome.Reference, "OPEN", 2), (made.Number, made.Status, made.Items.Sum(i => i.Quantity)));
        Assert.Equal((2, 0), (order.Lines[0].Returnable, now.Lines[0].Returnable));
        Assert.Equal(Euros(0), now.Refunded);
    }

    [Fact]
    public async Task What_was_not_delivered_or_is_in_a_return_already_does_not_come_back()
    {
        var order = await Shop.OrderAsync("1002");
        var action = Deeds.Return(order, new ItemPieces(order.Lines[1].Id, 2));
        Assert.Equal(ActionResult.Done, (await Shop.CarryOutAsync(action, Shop.Call(order))).Result);

        var again = await Shop.CarryOutAsync(action, Shop.Call(order));

        Assert.Equal((ActionResult.Refused, "NOT_RETURNABLE"), (again.Result, again.Code));
        Assert.Single((await Shop.OrderAsync("1002")).Returns);
    }

    [Fact]
    public async Task An_exchange_names_what_comes_back_what_goes_out_and_the_difference()
    {
        var (action, order) = await Deeds.MakeAsync("exchange", Shop);
        var quote = await Shop.QuoteAsync(action, order);

        var outcome = await Shop.CarryOutAsync(action, Shop.Call(order));

        Assert.Equal(["Rain Jacket (S) × 1", "Rain Jacket (M) × 1"], quote.Lines.Select(l => l.Label));
        Assert.True(quote.FromCustomer.Amount > 10, quote.FromCustomer.ToString());
        Assert.NotNull(outcome.Reference);
        var says = await Shop.OrderSaysAsync(order!, "returns(first: 5) { nodes { exchangeLineItems(first: 5) { nodes { quantity variantId } } } }");
        var line = says.GetProperty("returns").GetProperty("nodes")[0].GetProperty("exchangeLineItems").GetProperty("nodes")[0];
        Assert.Equal(Variant(12), line.GetProperty("variantId").GetString());
    }

    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 12)]
    [InlineData(2, 21)]
    public async Task What_an_exchange_was_quoted_at_is_open_once_the_shop_has_processed_it(int pieces, int variant)
    {
        var order = await Shop.OrderAsync("1002");
        var action = Deeds.Exchange(order, new ItemSwap(order.Lines[0].Id, pieces, Variant(variant)));
        var quote = await Shop.QuoteAsync(action, order);
        var made = await Shop.CarryOutAsync(action, Shop.Call(order));

        await Shop.ProcessAsync(made.PlatformId!);

        var open = (await Shop.OrderAsync("1002")).Outstanding!.Value;
        Assert.Equal(quote.FromCustomer.Amount - quote.ToCustomer.Amount, open.Amount);
        Assert.NotEqual(0, open.Amount);
    }

    [Fact]
    public async Task Nothing_is_exchanged_for_what_is_sold_out()
    {
        var order = await Shop.OrderAsync("1002");
        var action = Deeds.Exchange(order, new ItemSwap(order.Lines[0].Id, 1, Variant(13)));

        var outcome = await Shop.CarryOutAsync(action, Shop.Call(order));

        Assert.Equal((ActionResult.Refused, "OUT_OF_STOCK"), (outcome.Result, outcome.Code));
        Assert.Empty((await Shop.OrderAsync("1002")).Returns);
    }
}
