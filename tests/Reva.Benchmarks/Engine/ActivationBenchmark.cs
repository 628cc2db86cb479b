using Reva.Benchmarks.Harness;

namespace Reva.Benchmarks.Engine;

/// <summary>Memory of a grain that has been called once and rests.</summary>
internal sealed class ActivationBenchmark : IBenchmark
{
    private const int Grains = 100_000;

    public IReadOnlyList<string> Names { get; } = ["activation_bytes"];

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var (host, grains) = await EngineHost.StartAsync();
        using (host)
        {
            await grains.GetGrain<ICountGrain>("count:first").Next();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            for (var i = 0; i < Grains; i++)
                await grains.GetGrain<ICountGrain>($"count:{i}").Next();
            var after = GC.GetTotalMemory(forceFullCollection: true);
            return [new("activation_bytes", (after - before) / (double)Grains, "bytes", null, "≤ 2,688 (1.5 × Orleans)")];
        }
    }
}
