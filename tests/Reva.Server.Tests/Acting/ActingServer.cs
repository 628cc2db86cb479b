using Reva.Testing.Hub;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.Acting;

/// <summary>A shop and a server within the tests' own process, whose clock can be set forward.</summary>
public class ActingServer : IAsyncLifetime
{
    public ActingHouse Acting { get; } = new();

    public ServerInside Server { get; private set; } = null!;

    public ShiftableClock Clock => Acting.Clock;

    public RestClient Program => Acting.Program(Server.Http);

    internal Tracks Tracks => new(Acting);

    internal BackOffice Shop => Acting.Shop;

    internal Planting Planting => Acting.Planting;

    /// <summary>What the merchant allows.</summary>
    protected virtual string Policies => ActingHouse.Policies;

    public async Task InitializeAsync()
    {
        await Acting.InitializeAsync();
        Server = await ServerInside.StartAsync(Acting.With(Policies), Clock);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Acting.DisposeAsync();
    }

    /// <summary>Ends the server and starts another on the same database.</summary>
    public async Task RestartAsync()
    {
        await Server.DisposeAsync();
        Server = await ServerInside.StartAsync(Acting.With(Policies), Clock);
    }

    /// <summary>Waits until all have ended in one of these states.</summary>
    internal async Task EndedAsync(IReadOnlyList<Planted> all, params string[] states)
    {
        foreach (var planted in all)
            await Eventually.Is($"{planted.Kind} ends as {string.Join(" or ", states)}; {Server.Log.Lines.LastOrDefault(l => l.StartsWith("Err", StringComparison.Ordinal))}", async () => await Tracks.StatusAsync(planted) is var status && Array.IndexOf(states, status) >= 0);
    }

    /// <summary>The shopper of a planted conversation, at one more tab.</summary>
    internal Task<Shopper> ArriveAsync(Planted planted) => Shopper.ArriveAsync(Server.Url, planted.Token);

    /// <summary>The shopper's click on Confirm; the status that the hub answers.</summary>
    internal static async Task<string> ConfirmAsync(Shopper shopper, Planted planted) => await AnswerAsync(shopper, "Confirm", planted.ConversationId, planted.ActionId);

    /// <summary>A click; the status that the hub answers.</summary>
    internal static async Task<string> AnswerAsync(Shopper shopper, string call, string conversationId, string actionId) =>
        (string)(await shopper.Line.CallAsync(call, new { conversationId, actionId }))!["status"]!;

    /// <summary>A call of the API about an action; the status that it answers.</summary>
    internal async Task<string> CallAsync(Planted planted, string call, object? body = null, string? key = null) =>
        (string)(await Program.CallAsync("POST", $"{planted.Path}/{call}", body, key)).Taken["status"]!;
}
