using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Runtime;
using Orleans.Utilities;
using Reva.Testing.Time;

namespace Orleans.Embedded.Tests.Contract;

public interface IListener : IGrainObserver
{
    Task Hear(string what);
}

public interface INewsGrain : IGrainWithStringKey
{
    Task Subscribe(IListener listener);
    Task Tell(string what);
    Task<int> Listeners();
}

public sealed class NewsGrain(TimeProvider clock) : Grain, INewsGrain
{
    private readonly ObserverManager<IListener> _listeners = new(TimeSpan.FromMinutes(5), NullLogger.Instance) { GetDateTime = () => clock.GetUtcNow().UtcDateTime };

    public Task Subscribe(IListener listener)
    {
        _listeners.Subscribe(listener, listener);
        return Task.CompletedTask;
    }

    public Task Tell(string what) => _listeners.Notify(l => l.Hear(what));

    public Task<int> Listeners() => Task.FromResult(_listeners.Count);
}

public sealed class ObserverTests
{
    private readonly TurnableClock _clock = new();

    [Fact]
    public async Task Those_who_listen_hear_until_their_reference_is_deleted()
    {
        await using var silo = await TestSilo.StartAsync(clock: _clock);
        var news = silo.Grains.GetGrain<INewsGrain>("news:1");
        var (stays, leaves) = (new Ear(), new Ear());
        await news.Subscribe(silo.Grains.CreateObjectReference<IListener>(stays));
        await news.Subscribe(silo.Grains.CreateObjectReference<IListener>(leaves));
        await news.Tell("first");
        silo.Grains.DeleteObjectReference<IListener>(leaves);
        await news.Tell("second");
        Assert.Equal(["first", "second"], stays.Heard);
        Assert.Equal(["first"], leaves.Heard);
        Assert.Equal(1, await news.Listeners());
        GC.KeepAlive(stays);
    }

    [Fact]
    public async Task One_who_fails_is_forgotten_and_the_others_hear()
    {
        await using var silo = await TestSilo.StartAsync(clock: _clock);
        var news = silo.Grains.GetGrain<INewsGrain>("news:2");
        var (broken, sound) = (new Ear { Broken = true }, new Ear());
        await news.Subscribe(silo.Grains.CreateObjectReference<IListener>(broken));
        await news.Subscribe(silo.Grains.CreateObjectReference<IListener>(sound));
        await news.Tell("first");
        Assert.Equal(["first"], sound.Heard);
        Assert.Equal(1, await news.Listeners());
        GC.KeepAlive(broken);
    }

    [Fact]
    public async Task One_who_does_not_subscribe_again_in_time_is_forgotten()
    {
        await using var silo = await TestSilo.StartAsync(clock: _clock);
        var news = silo.Grains.GetGrain<INewsGrain>("news:3");
        var (renews, sleeps) = (new Ear(), new Ear());
        var renewed = silo.Grains.CreateObjectReference<IListener>(renews);
        await news.Subscribe(renewed);
        await news.Subscribe(silo.Grains.CreateObjectReference<IListener>(sleeps));
        _clock.Advance(TimeSpan.FromMinutes(4));
        await news.Subscribe(renewed);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await news.Tell("late");
        Assert.Equal(["late"], renews.Heard);
        Assert.Empty(sleeps.Heard);
    }

    private sealed class Ear : IListener
    {
        public ConcurrentQueue<string> Heard { get; } = new();

        public bool Broken { get; init; }

        public Task Hear(string what)
        {
            Heard.Enqueue(what);
            return Broken ? throw new InvalidDataException("deaf") : Task.CompletedTask;
        }
    }
}
