using Orleans.Runtime;
using Reva.Grains.Conversations;

namespace Reva.Server.Conversations;

/// <summary>Tells what passes by itself from a fault of ours.</summary>
internal static class PassingFailure
{
    /// <summary>True when the same call may succeed shortly: the database is away, the process that had the conversation went, or it did not answer in time.</summary>
    public static bool Is(Exception failure) =>
        failure is LogUnavailableException or OrleansException or EnumerationAbortedException or TimeoutException;
}
