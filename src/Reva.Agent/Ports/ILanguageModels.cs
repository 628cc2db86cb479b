using Microsoft.Extensions.AI;

namespace Reva.Agent.Ports;

/// <summary>
/// The language models of a store. Fail-over, time-outs, retries and budget are inside: a client that is handed out either streams,
/// or throws <see cref="ModelUnavailableException"/> before its first update (then the rule planner answers),
/// or throws it in mid-stream (then what was shown is repaired by the caller).
/// </summary>
public interface ILanguageModels
{
    /// <summary>A client for a purpose, for one turn: its time limits run from its first call. Null when none is configured, all are broken, or the store's budget is used up.</summary>
    IChatClient? For(ModelPurpose purpose, string storeId);

    /// <summary>Why <see cref="For"/> would hand out nothing now; <see cref="ModelAbsence.Failed"/> when it would.</summary>
    ModelAbsence WhyNot(ModelPurpose purpose, string storeId);

    /// <summary>Puts what a turn used on the store's account.</summary>
    void Charge(string storeId, ModelUsage usage);
}

/// <summary>What a model is asked for.</summary>
public enum ModelPurpose
{
    /// <summary>Intent, entities, sentiment as JSON.</summary>
    Understand,
    /// <summary>The reply, streamed, with tools.</summary>
    Reply,
}

/// <summary>Why no model answered a turn.</summary>
public enum ModelAbsence
{
    /// <summary>None is configured for the purpose.</summary>
    NotConfigured,
    /// <summary>All have failed lately and are left alone for a while.</summary>
    LeftAlone,
    /// <summary>The store has used up its budget for the month.</summary>
    OverBudget,
    /// <summary>It was asked and gave no whole answer that could stand.</summary>
    Failed,
    /// <summary>It named sums of money that nothing in the turn had told it.</summary>
    MadeUp,
}

/// <summary>What models used in a turn.</summary>
/// <param name="Model">The model that answered; <c>rules</c> for the rule planner.</param>
public sealed record ModelUsage(string Model, long InputTokens, long OutputTokens, decimal CostUsd)
{
    /// <summary>The rule planner's: nothing.</summary>
    public static ModelUsage Rules { get; } = new("rules", 0, 0, 0m);
}

/// <summary>No model can answer now; the rule planner can.</summary>
public sealed class ModelUnavailableException : Exception
{
    /// <summary>With words for the log; no prompt text.</summary>
    public ModelUnavailableException(string message, Exception? inner = null, ModelAbsence absence = ModelAbsence.Failed) : base(message, inner) => Absence = absence;

    /// <summary>Why.</summary>
    public ModelAbsence Absence { get; }
}
