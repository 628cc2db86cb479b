using Reva.Core.Actions;

namespace Reva.Server.Tests.Acting;

/// <summary>Caps hold over conversations, whoever is first.</summary>
public sealed class CapTests(CapTests.Capped reva) : IClassFixture<CapTests.Capped>
{
    private const string Strict = """
        {"actions":{"refund":{"mode":"customer_confirms","perOrder":null,"perCustomerDay":100,"perStoreDay":null}}}
        """;

    [Fact]
    public async Task Twenty_refunds_at_once_of_one_customer_stay_below_the_days_cap_and_the_rest_wait_for_a_person()
    {
        // Proposed while nothing counts yet, each alone is fine: 20 dollars of 100 a day.
        var all = new List<Planted>();
        for (var n = 0; n < 20; n++)
            all.Add(await reva.Planting.ProposeOnAsync(ActionKind.Refund, reva.Acting.NewOrderOfRegular(), Strict));

        await Task.WhenAll(all.Select(p => reva.CallAsync(p, "confirm")));
        await reva.EndedAsync(all, "done", "waiting_approval");

        var states = await Task.WhenAll(all.Select(reva.Tracks.StatusAsync));
        Assert.Equal(5, states.Count(s => s == "done"));
        Assert.Equal(5, (await reva.Shop.AllEffectsAsync()).Count(e => (string)e["name"]! == "refundCreate"));

        // A person may let one more through; nobody else's yes can.
        var waiting = all[Array.IndexOf(states, "waiting_approval")];
        Assert.Equal("waiting_approval", await reva.CallAsync(waiting, "confirm"));
        await reva.CallAsync(waiting, "approve", new { person = "Dana", reason = "A good customer." });
        await reva.EndedAsync([waiting], "done");
        Assert.Equal(6, (await reva.Shop.AllEffectsAsync()).Count(e => (string)e["name"]! == "refundCreate"));
        await reva.Acting.AssertAuditWholeAsync(reva.Server.Http);
    }

    /// <summary>A server whose merchant gives a customer 100 a day.</summary>
    public sealed class Capped : ActingServer
    {
        protected override string Policies => Strict;
    }
}
