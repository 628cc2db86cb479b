using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Reva.Grains.Conversations;

namespace Reva.Server.Observability;

/// <summary>Traces and metrics by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, and logs without personal data.</summary>
internal static class ObservabilityServices
{
    private static readonly string[] Sources = [TurnTelemetry.Name, "Reva.LanguageModels", "Microsoft.AspNetCore", "System.Net.Http", "Npgsql"];
    private static readonly string[] Meters = [TurnTelemetry.Name, "Reva.LanguageModels", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "Npgsql"];

    public static void AddObservability(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning);
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
            builder.Services.AddHostedService<Export>();
    }

    private sealed class Export : IHostedService, IDisposable
    {
        private readonly TracerProvider _traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(Name).AddSource(Sources).AddOtlpExporter().Build();
        private readonly MeterProvider _metrics = Sdk.CreateMeterProviderBuilder().ConfigureResource(Name).AddMeter(Meters).AddOtlpExporter().Build();

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            _traces.ForceFlush(2000);
            _metrics.ForceFlush(2000);
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            _traces.Dispose();
            _metrics.Dispose();
        }

        private static void Name(ResourceBuilder resource) => resource.AddService("reva");
    }
}
