using Reva.Agent.Ports;
using Reva.Connections.Tests.Parts;
using Reva.Core.Actions;

namespace Reva.Connections.Tests.Shopify.Actions;

public sealed class TwoProcessesTests : IAsyncLifetime
{
    private ActingShop _shop = null!;
    private Connected _other = null!;

    public async Task InitializeAsync()
    {
        _shop = await ActingShop.OpenAsync();
        _other = Connected.ToShop(_shop.Road.Url);
    }

    public async Task DisposeAsync()
    {
        await _other.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("address")]
    [InlineData("cheaper")]
    [InlineData("refund")]
    [InlineData("discount")]
    [InlineData("customer")]
    public async Task Even_two_processes_at_once_do_it_once_where_the_shop_itself_guards_it(string deed)
    {
        var (action, order) = await Deeds.MakeAsync(deed, _shop);
        var call = _shop.Call(order);

        await Task.WhenAll(
            SettledAsync(_shop.Commerce, action, call),
            SettledAsync(_other.Get<ICommerce>(), action, call));

        Assert.Equal(1, await Deeds.TimesAsync(deed, _shop));
        Assert.NotNull(await _shop.Commerce.LookUpAsync(ActingShop.Store, action, call, default));
    }

    private static async Task SettledAsync(ICommerce commerce, ShopAction action, ActionCall call)
    {
        var outcome = await commerce.CarryOutAsync(ActingShop.Store, action, call, default);
        Assert.True(outcome.Result == ActionResult.Done || outcome.Code is not null, outcome.Problem);
    }
}
