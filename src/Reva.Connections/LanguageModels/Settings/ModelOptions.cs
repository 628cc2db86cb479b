using System.ComponentModel.DataAnnotations;

namespace Reva.Connections.LanguageModels.Settings;

/// <summary>Which language models answer, in which order, how long they are waited for and what they may cost (configuration <c>Models:…</c>). Checked at start.</summary>
public sealed record ModelOptions
{
    /// <summary>The endpoints, by a name of the merchant's choice; none by default, then the rule planner answers.</summary>
    public Dictionary<string, ModelProviderOptions> Providers { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of providers that read messages (intent, entities, sentiment), in fail-over order; none by default.</summary>
    public IReadOnlyList<string> Understand { get; init; } = [];

    /// <summary>Names of providers that write replies, in fail-over order; none by default.</summary>
    public IReadOnlyList<string> Reply { get; init; } = [];

    /// <summary>Names of providers that embed, in fail-over order, all with the same <see cref="ModelProviderOptions.EmbeddingModel"/>; none by default.</summary>
    public IReadOnlyList<string> Embed { get; init; } = [];

    /// <summary>USD that a store may spend in a calendar month (UTC); default 0 = no limit, range 0–1,000,000.</summary>
    [Range(0, 1_000_000)]
    public decimal MonthlyBudget { get; init; }

    /// <summary>Seconds until one try must have shown its first token; default 3.5, range 0.2–60.</summary>
    [Range(0.2, 60)]
    public double FirstTokenSeconds { get; init; } = 3.5;

    /// <summary>Seconds between two tokens; default 2.5, range 0.2–60. The defaults of understanding, first and next token together stay below the ten seconds in which every shopper is answered.</summary>
    [Range(0.2, 60)]
    public double NextTokenSeconds { get; init; } = 2.5;

    /// <summary>Seconds from a reply's first call until the first token of each of its rounds, all tries, providers and tools together; default 5, range 0.5–120.</summary>
    [Range(0.5, 120)]
    public double ReplyWithinSeconds { get; init; } = 5;

    /// <summary>Seconds until a reply must be whole, all rounds together, and a second more for every 20 characters said: who drips is cut off, who speaks at reading pace is not; default 6.5, range 0.5–300 (never less than <see cref="ReplyWithinSeconds"/>).</summary>
    [Range(0.5, 300)]
    public double ReplyWholeSeconds { get; init; } = 6.5;

    /// <summary>Seconds for the whole of an understanding, all tries and providers together; default 2, range 0.5–60. The rules understand too, so waiting long buys little.</summary>
    [Range(0.5, 60)]
    public double UnderstandWithinSeconds { get; init; } = 2;

    /// <summary>Seconds for one batch of embeddings, all tries together; default 20, range 1–120.</summary>
    [Range(1, 120)]
    public double EmbedWithinSeconds { get; init; } = 20;

    /// <summary>Second tries with the same provider before its first token; default 1, range 0–3.</summary>
    [Range(0, 3)]
    public int Retries { get; init; } = 1;

    /// <summary>Failures in a row until a provider is left alone; default 3, range 1–20. Silence counts at once, because every further shopper would sit through it.</summary>
    [Range(1, 20)]
    public int FailuresToBreak { get; init; } = 3;

    /// <summary>Seconds that a broken provider is left alone before one call tries it again; default 10, range 0.5–30.</summary>
    [Range(0.5, 30)]
    public double BreakSeconds { get; init; } = 10;
}
