using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Reva.Agent.Ports;
using Reva.Connections.LanguageModels.Telemetry;
using Reva.Connections.Tests.Parts;

namespace Reva.Connections.Tests.LanguageModels;

public sealed class TelemetryTests : IAsyncLifetime
{
    private ModelSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await ModelSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_call_is_traced_and_measured_without_a_word_of_what_was_said()
    {
        await _sandbox.PlayAsync("main", new { text = "Certainly, Ada." });
        var settings = _sandbox.Settings();
        settings["Models:Providers:main:Model"] = "main";
        await using var reva = new Connected(settings);
        using var turn = new Activity("turn").Start();
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ModelTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => spans.Enqueue(span),
        };
        ActivitySource.AddActivityListener(listener);
        var measured = new ConcurrentQueue<string>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == ModelTelemetry.Name) l.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((instrument, _, _, _) => measured.Enqueue(instrument.Name));
        meters.SetMeasurementEventCallback<double>((instrument, _, _, _) => measured.Enqueue(instrument.Name));
        meters.Start();

        await reva.Models.For(ModelPurpose.Reply, "demo")!.GetResponseAsync("My secret is 4711");

        var span = Assert.Single(spans, s => s.TraceId == turn.TraceId);
        Assert.Equal("chat main", span.DisplayName);
        Assert.Equal(("chat", "openai", "main"), (span.GetTagItem("gen_ai.operation.name"), span.GetTagItem("gen_ai.provider.name"), span.GetTagItem("gen_ai.request.model")));
        Assert.NotNull(span.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.NotNull(span.GetTagItem("gen_ai.usage.output_tokens"));
        Assert.DoesNotContain(span.TagObjects, t => t.Value?.ToString() is { } text && (text.Contains("4711", StringComparison.Ordinal) || text.Contains("Certainly", StringComparison.Ordinal)));
        Assert.Contains("gen_ai.client.token.usage", measured);
        Assert.Contains("gen_ai.client.operation.duration", measured);
    }
}
