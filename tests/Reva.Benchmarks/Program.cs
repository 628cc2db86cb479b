using Reva.Benchmarks.Agent;
using Reva.Benchmarks.Engine;
using Reva.Benchmarks.Harness;
using Reva.Benchmarks.Server;
using Reva.Benchmarks.Widget;

if (args is ["plain-hub", var hubUrl])
{
    await PlainHub.ServeAsync(hubUrl);
    return 0;
}

// ./reva bench [--only NAME] [--json FILE]
IBenchmark[] all = [new IntentBenchmark(), new SearchBenchmark(), new GrainCallBenchmark(), new ActivationBenchmark(), new StartBenchmark(), new StreamBenchmark(), new TurnBenchmark(), new HubBenchmark(), new ConnectionBenchmark(), new SizeBenchmark()];
string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;

var only = Option("--only");
var chosen = all.Where(b => only is null || b.Names.Contains(only)).ToList();
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"There is no benchmark '{only}'. There are: {string.Join(", ", all.SelectMany(b => b.Names))}.");
    return 2;
}
var figures = new List<Figure>();
foreach (var benchmark in chosen)
{
    Console.Error.WriteLine($"Measuring {string.Join(", ", benchmark.Names)} …");
    figures.AddRange(await benchmark.MeasureAsync());
}
var table = Report.Table(figures);
Console.WriteLine(table);
if (only is null)
    Report.IntoDocs(table);
if (Option("--json") is { } file)
    Report.AsJson(figures, file);
return 0;
