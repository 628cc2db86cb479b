namespace Reva.Agent.Understanding.Classification;

/// <summary>How a classifier is trained. The defaults were found on the validation split of a public set of 150 intents.</summary>
public sealed record ClassifierOptions
{
    /// <summary>The label of examples that belong to no class; trained as a class of its own that is never the answer. Null when there is none.</summary>
    public string? OutOfScopeLabel { get; init; }

    /// <summary>Passes over the examples, 1–100.</summary>
    public int Epochs { get; init; } = 16;

    /// <summary>Step size at the start, above 0; falls to nothing by the end.</summary>
    public float Rate { get; init; } = 3;

    /// <summary>Share of certainty that is spread over all classes, 0–0.5.</summary>
    public float Smoothing { get; init; } = 0.08f;

    /// <summary>Share of features left out at each step, 0–0.9, so that no single word decides.</summary>
    public float Dropout { get; init; } = 0.2f;

    /// <summary>Features seen in fewer examples are forgotten, at least 1.</summary>
    public int LeastExamples { get; init; } = 2;

    /// <summary>Training is repeatable for a seed.</summary>
    public int Seed { get; init; } = 7;
}
