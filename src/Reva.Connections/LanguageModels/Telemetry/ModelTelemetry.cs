using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Reva.Connections.LanguageModels.Telemetry;

/// <summary>Names and instruments of OpenTelemetry's conventions for generative AI. No prompt and no reply is ever recorded.</summary>
public static class ModelTelemetry
{
    /// <summary>Name of the activity source and of the meter, for exporters.</summary>
    public const string Name = "Reva.LanguageModels";

    internal static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Histogram<long> Tokens = Meter.CreateHistogram<long>("gen_ai.client.token.usage", "{token}", "Tokens read and written by a call.");

    internal static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("gen_ai.client.operation.duration", "s", "Time that a call took.");
}
