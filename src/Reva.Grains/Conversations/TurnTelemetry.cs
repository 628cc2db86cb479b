using System.Diagnostics;
using System.Diagnostics.Metrics;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Grains.Conversations;

/// <summary>What operators see of turns, without a word of what was said.</summary>
public static class TurnTelemetry
{
    /// <summary>Name of the activity source and the meter.</summary>
    public const string Name = "Reva.Turns";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("reva.turn.duration", "s", "From the message to the stored reply.");

    internal static Activity? Start(string turnId)
    {
        var activity = Source.StartActivity("invoke_agent reva", ActivityKind.Internal);
        activity?.SetTag("gen_ai.operation.name", "invoke_agent").SetTag("gen_ai.agent.name", "reva").SetTag("reva.turn.id", turnId);
        return activity;
    }

    internal static void Record(TurnCompleted? end, TextCompleted? reply, TimeSpan duration) =>
        Duration.Record(duration.TotalSeconds, new TagList
        {
            { "reva.intent", end?.Intent.ToWire() ?? "none" },
            { "gen_ai.response.model", reply?.Usage.Model ?? "none" },
            { "error", end is null },
        });
}
