using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reva.Core.Audit;
using Reva.Replay.Acting;
using Reva.Replay.Data;

namespace Reva.Replay;

/// <summary>How a task ended.</summary>
/// <param name="Task">The task.</param>
/// <param name="Calls">What came of each call.</param>
/// <param name="Orders">The orders that changed, in their final state.</param>
/// <param name="Users">The customers that changed, in their final state.</param>
public sealed record TaskEnd(ReplayTask Task, IReadOnlyList<CallResult> Calls, JsonObject Orders, JsonObject Users)
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Lines on the record of what was tried and done.</summary>
    public int AuditEntries { get; init; }

    /// <summary>Where that record's chain is broken; null when it is whole.</summary>
    public AuditBreak? Broken { get; init; }

    /// <summary>What kept the task from being replayed; null as a rule.</summary>
    public string? Problem { get; init; }

    /// <summary>As it is written and compared.</summary>
    public JsonObject ToJson() => new() { ["task"] = Task.Number, ["orders"] = Orders.DeepClone(), ["users"] = Users.DeepClone() };

    /// <summary>A line of the output.</summary>
    public string ToLine() => ToJson().ToJsonString(OneLine);
}
