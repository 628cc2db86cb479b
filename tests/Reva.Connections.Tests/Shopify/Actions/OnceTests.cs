using Reva.Agent.Ports;
using Reva.Connections.Tests.Parts;
using Reva.Core.Actions;

namespace Reva.Connections.Tests.Shopify.Actions;

public sealed class OnceTests : OnAShop
{
    public static TheoryData<string> All => Deeds.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Five_calls_at_once_do_it_once_and_all_hear_the_same(string deed)
    {
        var (action, order) = await Deeds.MakeAsync(deed, Shop);
        var call = Shop.Call(order);
        Assert.Equal(0, await Deeds.TimesAsync(deed, Shop));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Shop.CarryOutAsync(action, call)));

        Assert.All(outcomes, outcome => Assert.Equal((ActionResult.Done, null), (outcome.Result, outcome.Problem)));
        Assert.Single(outcomes.Select(o => (o.Reference, o.Refunded, o.Charged)).Distinct());
        Assert.Equal(1, await Deeds.TimesAsync(deed, Shop));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_answer_that_was_lost_after_the_effect_is_found_and_nothing_is_done_again(string deed)
    {
        var (action, order) = await Deeds.MakeAsync(deed, Shop);
        var call = Shop.Call(order);
        Shop.Road.NextOf(Deeds.Mutation(deed), Shop.Road.LoseAnswer);
        var outcome = await TriedAsync(action, call);

        // Where the shop takes the same change twice for one, the retry has its answer already.
        outcome ??= await Shop.Commerce.LookUpAsync(ActingShop.Store, action, call, default) ?? await Shop.CarryOutAsync(action, call);

        Assert.Equal((ActionResult.Done, null), (outcome.Result, outcome.Problem));
        Assert.Equal(1, await Deeds.TimesAsync(deed, Shop));
        Assert.Equal(ActionResult.Done, (await Shop.CarryOutAsync(action, call)).Result);
        Assert.Equal(1, await Deeds.TimesAsync(deed, Shop));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_request_that_never_arrived_leaves_nothing_and_is_done_when_it_is_tried_again(string deed)
    {
        var (action, order) = await Deeds.MakeAsync(deed, Shop);
        var call = Shop.Call(order);
        Shop.Road.NextOf(Deeds.Mutation(deed), UnreliableRoad.Reset);
        if (await TriedAsync(action, call) is null)
        {
            Assert.Equal(0, await Deeds.TimesAsync(deed, Shop));
            Assert.Null(await Shop.Commerce.LookUpAsync(ActingShop.Store, action, call, default));
        }

        Assert.Equal(ActionResult.Done, (await Shop.CarryOutAsync(action, call)).Result);

        Assert.Equal(1, await Deeds.TimesAsync(deed, Shop));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_shop_without_points_is_asked_again_since_it_has_done_nothing(string deed)
    {
        var (action, order) = await Deeds.MakeAsync(deed, Shop);
        Shop.Road.NextOf(Deeds.Mutation(deed), UnreliableRoad.Body("""{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}]}"""));

        Assert.Equal(ActionResult.Done, (await Shop.CarryOutAsync(action, Shop.Call(order))).Result);

        Assert.Equal(1, await Deeds.TimesAsync(deed, Shop));
    }

    [Theory]
    [InlineData("more expensive", "orderInvoiceSend(")]
    [InlineData("cheaper", "refundCreate(")]
    public async Task A_change_of_items_that_broke_off_before_the_difference_was_settled_is_completed(string deed, string settlement)
    {
        var (action, order) = await Deeds.MakeAsync(deed, Shop);
        var call = Shop.Call(order);
        // Every try of the settlement fails, so that the process might as well have died here.
        Shop.Road.NextOf(settlement, http =>
        {
            Shop.Road.Always = UnreliableRoad.Reset;
            return UnreliableRoad.Reset(http);
        });
        await Assert.ThrowsAsync<ShopUnavailableException>(() => Shop.CarryOutAsync(action, call));
        Shop.Road.Always = null;
        Assert.True((await Shop.OrderSaysAsync(order!, "edited")).GetProperty("edited").GetBoolean());

        await Shop.WhenAskedAgainAsync(async () => Assert.Null(await Shop.Commerce.LookUpAsync(ActingShop.Store, action, call, default)));
        var outcome = await Shop.CarryOutAsync(action, call);

        Assert.Equal((ActionResult.Done, null), (outcome.Result, outcome.Problem));
        Assert.True(outcome.Charged is not null || outcome.Refunded is not null);
        Assert.Equal(1, await Deeds.TimesAsync(deed, Shop));
    }

    private async Task<ActionOutcome?> TriedAsync(ShopAction action, ActionCall call)
    {
        try
        {
            return await Shop.CarryOutAsync(action, call);
        }
        catch (ShopUnavailableException)
        {
            return null;
        }
    }
}
