namespace Reva.Connections.LanguageModels.Settings;

/// <summary>One endpoint that serves models.</summary>
public sealed record ModelProviderOptions
{
    /// <summary><c>openai</c> (and everything compatible: Azure, Gemini, Ollama, vLLM) or <c>anthropic</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Base address, e.g. <c>http://localhost:11434/v1</c>; default the vendor's own.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>The key; may be left out with a <see cref="BaseUrl"/> of one's own. Never logged.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Name of the chat model; needed for understanding and replies.</summary>
    public string? Model { get; init; }

    /// <summary>Whether the model takes a temperature; default true. False for reasoning models, which refuse one.</summary>
    public bool Temperature { get; init; } = true;

    /// <summary>Name of the embedding model; needed for embedding, <c>openai</c> only.</summary>
    public string? EmbeddingModel { get; init; }

    /// <summary>Length of its vectors, 1–8192; known for OpenAI's own models, needed for others.</summary>
    public int? EmbeddingDimensions { get; init; }

    /// <summary>USD for a million tokens read; default 0 = free.</summary>
    public decimal InputCostPerMillion { get; init; }

    /// <summary>USD for a million tokens written; default 0 = free.</summary>
    public decimal OutputCostPerMillion { get; init; }

    /// <summary>Length of the vectors: as set, or as known of the model; null when neither.</summary>
    internal int? Dimensions => EmbeddingDimensions ?? EmbeddingModel switch
    {
        "text-embedding-3-small" or "text-embedding-ada-002" => 1536,
        "text-embedding-3-large" => 3072,
        _ => null,
    };

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Kind} {Model} at {BaseUrl ?? "the vendor's address"}";
}
