using Reva.Agent.Ports;
using Reva.Connections.Tests.Parts;
using Reva.Sandbox;

namespace Reva.Connections.Tests.Shopify;

public sealed class FaultTests : IAsyncLifetime
{
    private readonly StoreFolder _folder = new(
        """[{ "id": 1, "handle": "mug", "title": "Mug", "variants": [{ "id": 11, "price": 9 }] }]""",
        """[{ "id": 1, "name": "#1001", "email": "ada@example.com", "createdAt": "-1d", "lineItems": [{ "variantId": 11, "quantity": 1 }] }]""");

    private readonly ShiftedClock _clock = new();
    private SandboxHost _sandbox = null!;
    private UnreliableRoad _road = null!;
    private Connected _reva = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(new() { StoreDirectory = _folder.Directory });
        _road = await UnreliableRoad.ToAsync(_sandbox.Url);
        _reva = Connected.ToShop(_road.Url, _clock, ("Shopify:ShopperTrySeconds", "0.8"), ("Shopify:ShopperSeconds", "4"));
    }

    public async Task DisposeAsync()
    {
        await _reva.DisposeAsync();
        await _road.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("reset")]
    [InlineData("silence")]
    [InlineData("malformed")]
    [InlineData("empty")]
    [InlineData("throttled")]
    public async Task A_passing_fault_is_not_felt(string fault)
    {
        // The first call of a process is slow by itself and may be tried twice for that alone.
        await _reva.Orders.FindAsync("demo", "1001", default);
        var before = _road.Requests;
        _road.Next(Fault(fault));

        Assert.Equal("#1001", (await _reva.Orders.FindAsync("demo", "1001", default))?.Number);
        // The search, the search again, and the order that it found.
        Assert.Equal(before + 3, _road.Requests);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("429 for an hour")]
    [InlineData("500")]
    [InlineData("reset")]
    [InlineData("silence")]
    [InlineData("malformed")]
    [InlineData("empty")]
    [InlineData("401")]
    [InlineData("wrong query")]
    public async Task A_lasting_fault_is_told_as_such_and_never_hangs(string fault)
    {
        _road.Always = Fault(fault);

        await Assert.ThrowsAsync<ShopUnavailableException>(() => _reva.Orders.FindAsync("demo", "1001", default));
    }

    [Fact]
    public async Task A_dead_shop_is_left_alone_and_asked_again_when_it_may_be_back()
    {
        // The first call of a process is slow by itself, and this one gives the shop only a single try when it may be back.
        await _reva.Orders.FindAsync("demo", "1001", default);
        _road.Always = UnreliableRoad.Reset;
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<ShopUnavailableException>(() => _reva.Orders.FindAsync("demo", "1001", default));
        var asked = _road.Requests;

        await Assert.ThrowsAsync<ShopUnavailableException>(() => _reva.Orders.FindAsync("demo", "1001", default));
        Assert.Equal(asked, _road.Requests);

        _road.Always = null;
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.NotNull(await _reva.Orders.FindAsync("demo", "1001", default));
    }

    [Fact]
    public async Task A_store_without_a_shop_says_which_setting_is_missing()
    {
        var fault = await Assert.ThrowsAsync<ShopUnavailableException>(() => _reva.Orders.FindAsync("other", "1001", default));

        Assert.Contains("Stores:other:Shopify", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shopper_who_leaves_is_not_told_that_the_shop_is_down()
    {
        _road.Always = _road.Silence;
        using var left = new CancellationTokenSource();
        var asking = _reva.Orders.FindAsync("demo", "1001", left.Token);

        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private Func<Microsoft.AspNetCore.Http.HttpContext, Task> Fault(string name) => name switch
    {
        "429" => UnreliableRoad.Status(429, "0"),
        "429 for an hour" => UnreliableRoad.Status(429, "3600"),
        "500" => UnreliableRoad.Status(500),
        "401" => UnreliableRoad.Status(401),
        "reset" => UnreliableRoad.Reset,
        "silence" => _road.Silence,
        "malformed" => UnreliableRoad.Body("{\"data\": {\"orders\": {\"nodes\": [{\"id\":"),
        "empty" => UnreliableRoad.Body("{}"),
        "throttled" => UnreliableRoad.Body("""{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}]}"""),
        _ => UnreliableRoad.Body("""{"errors":[{"message":"Field 'x' doesn't exist","extensions":{"code":"undefinedField"}}]}"""),
    };
}
