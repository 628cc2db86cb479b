using System.Threading.RateLimiting;

namespace Reva.Server.Api.Keys;

/// <summary>Slows down an address that sends keys which nobody holds. Thread safe.</summary>
internal sealed class KeyGuesses(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _failures = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
    {
        PermitLimit = configuration.GetValue("Api:UnknownKeysPerMinute", 60), Window = TimeSpan.FromMinutes(1), QueueLimit = 0,
    }));

    /// <summary>Whether an address has used up its guesses: its keys are not even looked at then. Null when it has not; else how long to wait.</summary>
    public TimeSpan? Refused(HttpContext http)
    {
        // Asking for no permit tells whether there is one.
        using var lease = _failures.AttemptAcquire(AddressOf(http), 0);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    /// <summary>Counts a key that nobody holds.</summary>
    public void Count(HttpContext http) => _failures.AttemptAcquire(AddressOf(http)).Dispose();

    public void Dispose() => _failures.Dispose();

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
