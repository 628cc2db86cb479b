namespace Reva.Agent.Ports;

/// <summary>Turns text into vectors. Deterministic for the built-in one. Thread safe.</summary>
public interface IEmbedder
{
    /// <summary>Name and version; vectors of different models are never compared.</summary>
    string Model { get; }

    /// <summary>Length of every vector.</summary>
    int Dimensions { get; }

    /// <summary>One vector of length 1 per text, in order. Throws what the provider's client throws.</summary>
    ValueTask<float[][]> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken);
}
