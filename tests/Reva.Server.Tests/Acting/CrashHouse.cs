using Reva.Core.Actions;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Acting;

/// <summary>A shop, a server that is killed and started again, and how actions end that nothing disturbs.</summary>
public sealed class CrashHouse : IAsyncLifetime
{
    private static readonly ActionKind[] Kinds = [.. Enum.GetValues<ActionKind>().Except([ActionKind.ChangePaymentMethod])];

    // What changes the shop, as it is told there; marks and beginnings of edits come to nothing by themselves.
    private static readonly string[] Effects =
        ["orderCancel", "orderEditCommit", "returnCreate", "refundCreate", "discountCodeBasicCreate"];

    // The call of each kind that does it, and how many kinds it serves.
    private static readonly (string Name, int Kinds)[] Calls =
        [("CancelOrder", 1), ("CommitEdit", 1), ("ChangeAddress", 1), ("CreateReturn", 2), ("CreateRefund", 1), ("GrantDiscount", 1), ("UpdateCustomerAddress", 1)];

    private readonly ActingHouse _acting = new();
    private readonly Dictionary<ActionKind, string> _states = [];
    private List<string> _effects = [];
    private int _seen;

    public ServerProcess Server { get; private set; } = null!;

    internal CommitGate Gate { get; private set; } = null!;

    internal BackOffice Shop => _acting.Shop;

    internal Tracks Tracks => new(_acting);

    public async Task InitializeAsync()
    {
        await _acting.InitializeAsync();
        Gate = await CommitGate.BeforeAsync(_acting.ConnectionString);
        Server = await ServerProcess.Start(_acting.Settings);
        var all = await PlantAsync();
        await Task.WhenAll(Confirm(all));
        await Tracks.ToldAsync(all);
        foreach (var planted in all)
        {
            await Tracks.AssertOnceAsync(planted);
            _states[planted.Kind] = await StateAsync(planted);
        }
        _effects = await EffectsAsync();
        Assert.True(_effects.Count > Effects.Length, string.Join(' ', _effects));
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Gate.DisposeAsync();
        await _acting.DisposeAsync();
    }

    /// <summary>A proposal of each kind; what takes effect is counted from here.</summary>
    internal async Task<IReadOnlyList<Planted>> PlantAsync()
    {
        _seen = (await Shop.AllEffectsAsync()).Count;
        var all = new List<Planted>();
        foreach (var kind in Kinds)
            all.Add(await _acting.Planting.ProposeAsync(kind));
        return all;
    }

    /// <summary>A yes to each; ends with the server's answer.</summary>
    internal List<Task> Confirm(IReadOnlyList<Planted> all) => [.. all.Select(p => (Task)_acting.Program(Server.Http).CallAsync("POST", p.Path + "/confirm"))];

    /// <summary>One fault for each action: the retry of a call goes through.</summary>
    internal async Task FaultEachAsync(string kind)
    {
        foreach (var (name, kinds) in Calls)
            await Shop.FaultAsync(new { service = "shopify", kind, operation = name, count = kinds });
    }

    /// <summary>What has changed the shop since the last planting, by name.</summary>
    internal async Task<List<string>> EffectsAsync() =>
        [.. (await Shop.AllEffectsAsync()).Skip(_seen).Select(e => (string)e["name"]!).Where(Effects.Contains).Order(StringComparer.Ordinal)];

    /// <summary>Waits until each is told as done; it was done once, and the shop is as it was when nothing disturbed them.</summary>
    internal async Task AssertOnceEachAsync(IReadOnlyList<Planted> all)
    {
        await Tracks.ToldAsync(all);
        foreach (var planted in all)
        {
            await Tracks.AssertOnceAsync(planted);
            Assert.Equal(_states[planted.Kind], await StateAsync(planted));
        }
        Assert.Equal(_effects, await EffectsAsync());
        await _acting.AssertAuditWholeAsync(Server.Http);
    }

    // The state of what the action is about, in the shop.
    private Task<string> StateAsync(Planted planted) =>
        planted.Kind == ActionKind.UpdateCustomerAddress ? Shop.CustomerAsync(planted.Order.Email) : Shop.OrderAsync(planted.Order.Number);
}
