using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Embedded.Reminders;

namespace Orleans.Embedded.Hosting;

/// <summary>Starts the sweep and the reminders with the host, and ends all grains with it.</summary>
internal sealed class SiloLifetime(Silo silo, TimeProvider timeProvider, IOptions<EmbeddedSiloOptions> options, ReminderService? reminders = null) : IHostedLifecycleService
{
    private ITimer? _sweep;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var period = options.Value.SweepPeriod;
        _sweep = timeProvider.CreateTimer(static state => ((Silo)state!).Sweep(), silo, period, period);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => reminders?.StartAsync(cancellationToken) ?? Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Last of all: the web server has drained, nobody calls any more.
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        reminders?.Stop();
        if (_sweep is not null)
            await _sweep.DisposeAsync();
        await silo.StopAsync(cancellationToken);
    }
}
