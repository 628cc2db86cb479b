using Reva.Agent.Ports;
using Reva.Connections.Tests.Parts;
using Reva.Core.Actions;

namespace Reva.Connections.Tests.Shopify.Actions;

public sealed class ElsewhereTests : IAsyncLifetime
{
    private ActingShop _shop = null!;
    private Connected _reva = null!;

    public async Task InitializeAsync()
    {
        _shop = await ActingShop.OpenAsync();
        _reva = Connected.ToShop(_shop.Road.Url, null, ("Shopify:DifferencesSettledElsewhere", "true"));
    }

    public async Task DisposeAsync()
    {
        await _reva.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Theory]
    [InlineData("more expensive")]
    [InlineData("cheaper")]
    public async Task Where_another_system_settles_differences_an_order_is_edited_and_no_money_asked_or_moved(string deed)
    {
        var (action, order) = await Deeds.MakeAsync(deed, _shop);
        var (call, commerce) = (_shop.Call(order), _reva.Get<ICommerce>());

        Assert.Null(await commerce.LookUpAsync(ActingShop.Store, action, call, default));
        var outcome = await commerce.CarryOutAsync(ActingShop.Store, action, call, default);

        Assert.Equal((ActionResult.Done, null, null, null), (outcome.Result, outcome.Problem, outcome.Refunded, outcome.Charged));
        var after = await _shop.OrderAsync("1001");
        Assert.True(after.Edited);
        Assert.NotEqual(order!.Outstanding, after.Outstanding);
        Assert.Equal(order.Payments.Length, after.Payments.Length);
        Assert.Equal(outcome, await commerce.LookUpAsync(ActingShop.Store, action, call, default));
    }
}
