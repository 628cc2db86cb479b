using Reva.Sandbox.Shopify.Throttle;
using Reva.Sandbox.Tests.Parts;

namespace Reva.Sandbox.Tests.Shopify;

public class CostTests
{
    private const string Query = "{ products(first: 50) { nodes { id variants(first: 20) { nodes { id } } } } }";

    [Fact]
    public async Task A_query_pays_for_what_came_back_and_is_quoted_the_most_it_could_cost()
    {
        await using var shop = await SmallShop.OpenAsync();
        var cost = (await shop.Ask(Query))["extensions"]!["cost"]!;
        Assert.True((int)cost["actualQueryCost"]! < (int)cost["requestedQueryCost"]!);
        Assert.Equal(2000 - (int)cost["actualQueryCost"]!, (int)cost["throttleStatus"]!["currentlyAvailable"]!);
    }

    [Fact]
    public async Task An_empty_bucket_throttles_and_fills_again_with_time()
    {
        await using var shop = await SmallShop.OpenAsync(o => o with { CostLimits = new CostLimits(Size: 100, RestoreRate: 10) });
        var answer = await shop.Ask(Query);
        Assert.Null(answer["errors"]);
        var spent = 1;
        for (; answer["errors"] is null; spent++)
            answer = await shop.Ask(Query);
        Assert.InRange(spent, 2, 100);
        Assert.Equal("THROTTLED", (string?)answer["errors"]![0]!["extensions"]!["code"]);
        var cost = answer["extensions"]!["cost"]!;
        var missing = (int)cost["requestedQueryCost"]! - (int)cost["throttleStatus"]!["currentlyAvailable"]!;
        shop.Clock.Advance(TimeSpan.FromSeconds(missing / 10.0));
        Assert.Null((await shop.Ask(Query))["errors"]);
    }

    [Fact]
    public void A_bucket_never_holds_more_than_its_size()
    {
        var clock = new HandTurnedClock(SmallShop.Start);
        var bucket = new CostBucket(new CostLimits(100, 10), clock);
        Assert.True(bucket.TryTake(60));
        Assert.False(bucket.TryTake(41));
        clock.Advance(TimeSpan.FromHours(1));
        bucket.GiveBack(50);
        Assert.Equal(100, bucket.Status().CurrentlyAvailable);
    }
}
