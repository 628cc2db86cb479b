using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using Reva.Agent.Ports;

namespace Reva.Connections.Mail;

/// <summary>How patiently the mail service is asked. Nobody waits at the other end, and the outbox comes back: a few tries and then later.</summary>
internal static class MailPatience
{
    public static ResiliencePipeline Of(MailOptions options, TimeProvider time)
    {
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.Retries > 0)
        {
            pipeline.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(400),
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(IsDown(args.Outcome.Exception)),
            });
        }
        return pipeline
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.6,
                MinimumThroughput = 5,
                SamplingDuration = TimeSpan.FromSeconds(20),
                BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
                ShouldHandle = args => ValueTask.FromResult(IsDown(args.Outcome.Exception)),
            })
            .AddTimeout(TimeSpan.FromSeconds(options.TrySeconds))
            .Build();
    }

    private static bool IsDown(Exception? fault) => fault is MailUnavailableException or TimeoutRejectedException;
}
