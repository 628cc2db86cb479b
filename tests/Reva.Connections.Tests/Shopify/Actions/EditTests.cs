using Reva.Core.Actions;
using static Reva.Connections.Tests.Parts.ActingShop;

namespace Reva.Connections.Tests.Shopify.Actions;

public sealed class EditTests : OnAShop
{
    [Fact]
    public async Task A_dearer_size_is_quoted_changed_and_invoiced()
    {
        var (action, order) = await Deeds.MakeAsync("more expensive", Shop);
        var quote = await Shop.QuoteAsync(action, order);

        var outcome = await Shop.CarryOutAsync(action, Shop.Call(order) with { Quote = quote });

        Assert.True(quote.FromCustomer.Amount > 0, "nothing is asked for");
        Assert.Equal(Euros(0), quote.ToCustomer);
        Assert.Equal(quote.FromCustomer.Amount, -quote.Lines.Sum(l => l.Amount.Amount));
        Assert.Equal(Euros(110), Assert.Single(quote.Offers).Price);
        Assert.Equal((ActionResult.Done, quote.FromCustomer), (outcome.Result, outcome.Charged));
        var now = await Shop.OrderAsync("1001");
        Assert.Equal(quote.FromCustomer, now.Outstanding);
        Assert.True(now.Edited);
    }

    [Fact]
    public async Task A_piece_that_is_taken_out_is_paid_back_at_once()
    {
        var (action, order) = await Deeds.MakeAsync("cheaper", Shop);
        var quote = await Shop.QuoteAsync(action, order);

        var outcome = await Shop.CarryOutAsync(action, Shop.Call(order) with { Quote = quote });

        Assert.True(quote.ToCustomer.Amount is > 80 and < 120, quote.ToCustomer.ToString());
        Assert.Equal((ActionResult.Done, quote.ToCustomer), (outcome.Result, outcome.Refunded));
        var now = await Shop.OrderAsync("1001");
        Assert.Equal((quote.ToCustomer, Euros(0)), (now.Refunded, now.Outstanding));
        Assert.Equal(1, now.Lines[0].CurrentQuantity);
    }
}
