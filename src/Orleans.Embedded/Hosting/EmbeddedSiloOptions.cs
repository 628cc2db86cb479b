namespace Orleans.Embedded.Hosting;

/// <summary>Settings of the engine.</summary>
public sealed class EmbeddedSiloOptions
{
    /// <summary>How long a caller waits for an answer. Default 30 s.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an idle activation is kept. Default 15 min.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often overdue answers and idle activations are looked for. Default 1 s.</summary>
    public TimeSpan SweepPeriod { get; set; } = TimeSpan.FromSeconds(1);
}
