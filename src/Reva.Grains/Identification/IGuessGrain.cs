using Orleans;

namespace Reva.Grains.Identification;

/// <summary>Failed tries at one order number, with one e-mail address, or by one visitor. Key: <see cref="GuessKey"/>.</summary>
public interface IGuessGrain : IGrainWithStringKey
{
    /// <summary>Takes a try; null when it may be made, else the moment (UTC) from which one may be made again.</summary>
    Task<DateTimeOffset?> Take();

    /// <summary>Settles a try that was taken; only a failed one is kept.</summary>
    Task Settle(bool failed);
}
