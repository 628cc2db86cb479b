using Microsoft.Extensions.Logging;
using Reva.Agent.Ports;

namespace Reva.Grains.Catalog;

/// <summary>The vector of what somebody types. A provider that fails costs the search its sense of meaning, not its answer.</summary>
internal sealed partial class QueryVectors(IEmbedder embedder, ILogger logger)
{
    /// <summary>The vector, of length 1; null for a text without words, or when the provider does not answer.</summary>
    public async ValueTask<float[]?> OfAsync(string text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            return (await embedder.EmbedAsync([text], cancellationToken))[0];
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogNoVector(failure, embedder.Model);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "No vector from {Model}: searching by words alone")]
    private partial void LogNoVector(Exception failure, string model);
}
