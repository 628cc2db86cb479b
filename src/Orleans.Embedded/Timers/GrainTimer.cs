using Microsoft.Extensions.Logging;
using Orleans.Embedded.Activations;
using Orleans.Runtime;

namespace Orleans.Runtime
{
    /// <summary>A timer of a grain; disposing it stops it.</summary>
    public interface IGrainTimer : IDisposable
    {
        /// <summary>Starts it anew; <see cref="Timeout.InfiniteTimeSpan"/> stops it or its repetition.</summary>
        void Change(TimeSpan dueTime, TimeSpan period);
    }

    /// <summary>How a timer runs.</summary>
    public struct GrainTimerCreationOptions
    {
        /// <summary>First tick after <paramref name="dueTime"/>, then every <paramref name="period"/>.</summary>
        public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
        {
            DueTime = dueTime;
            Period = period;
        }

        /// <summary>Time to the first tick.</summary>
        public TimeSpan DueTime { get; set; }

        /// <summary>Time from one tick's end to the next.</summary>
        public TimeSpan Period { get; set; }

        /// <summary>Whether ticks may interleave with requests.</summary>
        public bool Interleave { get; set; }

        /// <summary>Whether ticks count as use of the grain.</summary>
        public bool KeepAlive { get; set; }
    }
}

namespace Orleans.Embedded.Timers
{
    using Orleans.Embedded.Calls;

    /// <summary>Ticks as turns of its grain: a tick waits for running requests, and the next is set when it has ended.</summary>
    internal sealed class GrainTimer : IGrainTimer
    {
        private readonly Activation _activation;
        private readonly Func<CancellationToken, Task> _callback;
        private readonly CancellationTokenSource _stop = new();
        private readonly ITimer _timer;
        private readonly bool _interleave;
        private TimeSpan _period;

        public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
        {
            _activation = activation;
            _callback = callback;
            _interleave = options.Interleave;
            _period = options.Period;
            using (ExecutionContext.SuppressFlow())
                _timer = activation.Silo.TimeProvider.CreateTimer(static state => ((GrainTimer)state!).Due(), this, options.DueTime, Timeout.InfiniteTimeSpan);
            activation.Add(this);
        }

        public void Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            if (_stop.IsCancellationRequested)
                return;
            _stop.Cancel();
            _timer.Dispose();
            _activation.Remove(this);
        }

        private void Due() => _activation.Accept(new Tick(this, _activation, _interleave ? TickMethod.Interleaving : TickMethod.Turn));

        private async Task RunAsync()
        {
            if (_stop.IsCancellationRequested)
                return;
            try
            {
                await _callback(_stop.Token);
            }
            catch (Exception failure) when (!_stop.IsCancellationRequested)
            {
                _activation.Silo.Log.LogError(failure, "A timer of {GrainType} failed", _activation.GrainId.Type);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            if (!_stop.IsCancellationRequested && _period >= TimeSpan.Zero)
                _timer.Change(_period, Timeout.InfiniteTimeSpan);
        }

        private sealed class TickMethod(bool interleaves) : GrainMethod("timer tick", interleaves)
        {
            public static TickMethod Turn { get; } = new(interleaves: false);

            public static TickMethod Interleaving { get; } = new(interleaves: true);

            public override object Call(GrainReference reference, object?[] arguments) => throw new InvalidOperationException("A tick is not called.");
        }

        private sealed class Tick(GrainTimer timer, Activation activation, GrainMethod method) : Request(activation.Silo, activation.GrainId, method, [])
        {
            public override bool BelongsToActivation => true;

            protected override bool IsOver => timer._stop.IsCancellationRequested;

            public override void Fail(Exception failure) => timer._activation.Silo.Log.LogWarning(failure, "A timer tick of {GrainType} was not run", timer._activation.GrainId.Type);

            protected override void Cancel(CancellationToken token) => timer.Dispose();

            protected override Task InvokeAsync(Activation activation) => timer.RunAsync();
        }
    }
}
