using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Reva.Connections.Shopify.Admin;

/// <summary>Who waits for the answer.</summary>
internal enum Urgency
{
    /// <summary>A shopper: seconds.</summary>
    Shopper,
    /// <summary>A sync: minutes, and room is left for shoppers.</summary>
    Sync,
    /// <summary>A change that the shop would make twice if it were asked twice: asked again only when it is known that nothing was done.</summary>
    Change,
    /// <summary>A change that comes to the same however often it is asked for.</summary>
    RepeatableChange,
}

/// <summary>How patiently one store's shop is asked: <c>Whole</c> holds the tries together, <c>Try</c> guards each of them.</summary>
internal sealed class Patience
{
    private readonly Dictionary<Urgency, ResiliencePipeline> _whole;
    private readonly Dictionary<Urgency, ResiliencePipeline> _try;

    public Patience(ShopifyOptions options, TimeProvider time)
    {
        // One breaker for both: what a sync learns about a dead shop spares shoppers the wait.
        var breaker = Breaker(options, time);
        _try = new()
        {
            [Urgency.Shopper] = Try(breaker, options.ShopperTrySeconds, time),
            [Urgency.Sync] = Try(breaker, options.SyncTrySeconds, time),
            [Urgency.Change] = Try(breaker, options.ChangeTrySeconds, time),
            [Urgency.RepeatableChange] = Try(breaker, options.ChangeTrySeconds, time),
        };
        _whole = new()
        {
            [Urgency.Shopper] = Whole(options.ShopperSeconds, 3, TimeSpan.FromMilliseconds(150), MayPass, time),
            [Urgency.Sync] = Whole(options.SyncSeconds, 20, TimeSpan.FromMilliseconds(500), fault => MayPass(fault) || fault is BrokenCircuitException, time),
            [Urgency.Change] = Whole(options.ChangeSeconds, 5, TimeSpan.FromMilliseconds(300), NothingWasDone, time),
            [Urgency.RepeatableChange] = Whole(options.ChangeSeconds, 3, TimeSpan.FromMilliseconds(300), MayPass, time),
        };
    }

    public ResiliencePipeline Whole(Urgency urgency) => _whole[urgency];

    public ResiliencePipeline Try(Urgency urgency) => _try[urgency];

    private static bool MayPass(Exception fault) => fault is ShopifyFault { MayPass: true } or TimeoutRejectedException;

    // A shop that turns a request away for its points has not looked at it; after anything else it may have done what it was asked for.
    private static bool NothingWasDone(Exception fault) => fault is ShopifyFault { Kind: ShopifyFaultKind.Throttled };

    private static bool IsDown(Exception fault) => fault is ShopifyFault { Kind: ShopifyFaultKind.Down } or TimeoutRejectedException;

    private static ResiliencePipeline Whole(double seconds, int retries, TimeSpan delay, Func<Exception, bool> mayPass, TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(TimeSpan.FromSeconds(seconds))
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = delay,
                MaxDelay = TimeSpan.FromSeconds(10),
                UseJitter = true,
                DelayGenerator = args => ValueTask.FromResult(AskedFor(args.Outcome.Exception)),
                // A wait that cannot end in time is not begun.
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } fault && mayPass(fault)
                    && !(AskedFor(fault) is { } wait && wait.TotalSeconds >= seconds)),
            })
            .Build();

    private static TimeSpan? AskedFor(Exception? fault) => fault switch
    {
        ShopifyFault shopify => shopify.RetryAfter,
        BrokenCircuitException broken => broken.RetryAfter,
        _ => null,
    };

    private static ResiliencePipeline Breaker(ShopifyOptions options, TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.6,
                MinimumThroughput = 5,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } fault && IsDown(fault)),
            })
            .Build();

    private static ResiliencePipeline Try(ResiliencePipeline breaker, double seconds, TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddPipeline(breaker)
            .AddTimeout(TimeSpan.FromSeconds(seconds))
            .Build();
}
