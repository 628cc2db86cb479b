using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Orleans.Runtime;
using Reva.Testing.Time;

namespace Orleans.Embedded.Tests.Contract;

public interface IPatientGrain : IGrainWithStringKey
{
    Task Wait(string gate, CancellationToken cancellationToken);
    [ResponseTimeout("00:00:02")]
    Task WaitBriefly(string gate);
    IAsyncEnumerable<int> Endless(string name, CancellationToken cancellationToken = default);
    IAsyncEnumerable<int> Breaking();
    Task<string> Quick();
}

public sealed class PatientGrain : Grain, IPatientGrain
{
    /// <summary>Names of waits that saw their token cancelled, and of streams that were closed.</summary>
    public static ConcurrentDictionary<string, string> Ended { get; } = new(StringComparer.Ordinal);

    public async Task Wait(string gate, CancellationToken cancellationToken)
    {
        try
        {
            await Gate.Of(gate).PassAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Ended[gate] = "cancelled";
            throw;
        }
    }

    public Task WaitBriefly(string gate) => Gate.Of(gate).PassAsync();

    public async IAsyncEnumerable<int> Endless(string name, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            yield return 1;
            yield return 2;
            await Gate.Of(name).PassAsync(cancellationToken);
        }
        finally
        {
            Ended[name] = "closed";
        }
    }

    public async IAsyncEnumerable<int> Breaking()
    {
        yield return 1;
        await Task.Yield();
        throw new InvalidDataException("broken off");
    }

    public Task<string> Quick() => Task.FromResult("quick");
}

public sealed class CancellationTests
{
    private readonly TurnableClock _clock = new();

    [Fact]
    public async Task A_callers_token_reaches_the_method_and_ends_the_wait()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IPatientGrain>("patient:1");
        using var stop = new CancellationTokenSource();
        var waiting = grain.Wait("patient:1", stop.Token);
        await Gate.Of("patient:1").Entered;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal("quick", await grain.Quick());
        Assert.Equal("cancelled", PatientGrain.Ended["patient:1"]);
    }

    [Fact]
    public async Task A_request_whose_caller_has_gone_is_not_begun()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IPatientGrain>("patient:2");
        var first = grain.Wait("patient:2a", CancellationToken.None);
        await Gate.Of("patient:2a").Entered;
        using var stop = new CancellationTokenSource();
        var second = grain.Wait("patient:2b", stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Gate.Of("patient:2a").Open();
        await first;
        Assert.Equal("quick", await grain.Quick());
        Assert.False(PatientGrain.Ended.ContainsKey("patient:2b"));
    }

    [Fact]
    public async Task A_caller_waits_no_longer_than_the_methods_time_for_answers()
    {
        await using var silo = await TestSilo.StartAsync(clock: _clock);
        var grain = silo.Grains.GetGrain<IPatientGrain>("patient:3");
        var waiting = grain.WaitBriefly("patient:3");
        await Gate.Of("patient:3").Entered;
        _clock.Advance(TimeSpan.FromSeconds(4));
        var late = await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        Assert.Contains(nameof(IPatientGrain.WaitBriefly), late.Message, StringComparison.Ordinal);
        Gate.Of("patient:3").Open();
        Assert.Equal("quick", await grain.Quick());
    }

    [Fact]
    public async Task A_stream_left_early_is_closed_in_its_grain()
    {
        await using var silo = await TestSilo.StartAsync();
        await foreach (var number in silo.Grains.GetGrain<IPatientGrain>("patient:4").Endless("patient:4"))
        {
            if (number == 2)
                break;
        }
        Assert.Equal("closed", PatientGrain.Ended["patient:4"]);
    }

    [Fact]
    public async Task A_stream_ends_with_its_callers_token_with_its_grain_and_with_its_own_failure()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IPatientGrain>("patient:5");
        using var stop = new CancellationTokenSource();
        var cancelled = grain.Endless("patient:5a", stop.Token).CountAsync();
        var aborted = grain.Endless("patient:5b").CountAsync();
        await Gate.Of("patient:5a").Entered;
        await Gate.Of("patient:5b").Entered;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.AsTask());
        Assert.Equal("quick", await grain.Quick());
        await silo.Silo.ActivationOf(grain.GetGrainId()).EndAsync(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "Enough."));
        await Assert.ThrowsAsync<EnumerationAbortedException>(() => aborted.AsTask());
        await Assert.ThrowsAsync<InvalidDataException>(() => grain.Breaking().CountAsync().AsTask());
    }
}
