using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.Runtime;
using Reva.Testing.Time;

namespace Orleans.Embedded.Tests.Contract;

public interface IRemindedGrain : IGrainWithStringKey
{
    Task Set(string name, TimeSpan due, TimeSpan period);
    Task Remove(string name);
    Task<string[]> Names();
    Task<bool> Has(string name);
}

public sealed class RemindedGrain : Grain, IRemindedGrain, IRemindable
{
    /// <summary>Ticks by grain key and reminder name; they outlive an activation.</summary>
    public static ConcurrentDictionary<string, ConcurrentQueue<TickStatus>> Ticks { get; } = new(StringComparer.Ordinal);

    public Task Set(string name, TimeSpan due, TimeSpan period) => this.RegisterOrUpdateReminder(name, due, period);

    public async Task Remove(string name) => await this.UnregisterReminder((await this.GetReminder(name))!);

    public async Task<string[]> Names() => [.. (await this.GetReminders()).Select(r => r.ReminderName)];

    public async Task<bool> Has(string name) => await this.GetReminder(name) is not null;

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Ticks.GetOrAdd($"{this.GetPrimaryKeyString()}/{reminderName}", _ => new()).Enqueue(status);
        return reminderName == "broken" ? throw new InvalidDataException("It fails each time.") : Task.CompletedTask;
    }
}

public sealed class ReminderTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly TurnableClock _clock = new();

    [Theory]
    [InlineData("plain")]
    [InlineData("broken")]
    public async Task A_reminder_wakes_its_grain_when_due_and_again_every_period(string name)
    {
        await using var silo = await StartAsync();
        var grain = silo.Grains.GetGrain<IRemindedGrain>($"reminded:{name}");
        await grain.Set(name, Hour * 2, Hour);
        await silo.Silo.ActivationOf(grain.GetGrainId()).EndAsync(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "Idle."));
        var first = _clock.GetUtcNow().UtcDateTime + (Hour * 2);

        _clock.Advance(Hour * 2);
        await TickAsync($"reminded:{name}/{name}", 1);
        var tick = Assert.Single(RemindedGrain.Ticks[$"reminded:{name}/{name}"]);
        Assert.Equal((first, Hour, first), (tick.FirstTickTime, tick.Period, tick.CurrentTickTime));
        await TurnUntilAsync($"reminded:{name}/{name}", 2);
    }

    [Fact]
    public async Task A_reminder_set_again_is_one_reminder_and_one_removed_comes_no_more()
    {
        await using var silo = await StartAsync();
        var grain = silo.Grains.GetGrain<IRemindedGrain>("reminded:changed");
        await grain.Set("a", Hour, Hour);
        await grain.Set("a", Hour * 5, Hour);
        await grain.Set("b", Hour, Hour);
        Assert.Equal(["a", "b"], (await grain.Names()).Order(StringComparer.Ordinal));
        await grain.Remove("b");
        Assert.False(await grain.Has("b"));
        _clock.Advance(Hour * 4);
        Assert.False(RemindedGrain.Ticks.ContainsKey("reminded:changed/a") || RemindedGrain.Ticks.ContainsKey("reminded:changed/b"));
        _clock.Advance(Hour);
        await TickAsync("reminded:changed/a", 1);
    }

    [Fact]
    public async Task Reminders_outlive_their_silo_and_what_was_missed_comes_once()
    {
        var table = new Orleans.Embedded.Reminders.MemoryReminderTable();
        await using (var before = await StartAsync(table))
            await before.Grains.GetGrain<IRemindedGrain>("reminded:kept").Set("kept", Hour, Hour);
        _clock.Advance((Hour * 7) + (Hour / 2));
        await using var after = await StartAsync(table);
        Assert.True(await after.Grains.GetGrain<IRemindedGrain>("reminded:kept").Has("kept"));
        _clock.Advance(Hour / 2);
        await TickAsync("reminded:kept/kept", 1);
    }

    [Fact]
    public async Task A_period_below_the_shortest_is_refused_with_both_named()
    {
        await using var silo = await StartAsync();
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => silo.Grains.GetGrain<IRemindedGrain>("reminded:short").Set("short", Hour, TimeSpan.FromSeconds(59)));
        Assert.Contains("00:01:00", refused.Message, StringComparison.Ordinal);
        Assert.Contains("00:00:59", refused.Message, StringComparison.Ordinal);
    }

    private Task<TestSilo> StartAsync(IReminderTable? table = null) => TestSilo.StartAsync(silo =>
    {
        silo.UseInMemoryReminderService();
        if (table is not null)
            silo.Services.AddSingleton(table);
    }, _clock);

    private static Task TickAsync(string reminder, int ticks) =>
        Eventually.Is($"tick {ticks} of {reminder}", () => Task.FromResult(RemindedGrain.Ticks.TryGetValue(reminder, out var all) && all.Count == ticks));

    private Task TurnUntilAsync(string reminder, int ticks) => Eventually.Is($"tick {ticks} of {reminder}", () =>
    {
        if (RemindedGrain.Ticks[reminder].Count < ticks)
            _clock.Advance(Hour / 4);
        return Task.FromResult(RemindedGrain.Ticks[reminder].Count >= ticks);
    });
}
