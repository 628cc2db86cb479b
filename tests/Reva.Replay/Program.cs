using System.Text.Json;
using Reva.Replay;
using Reva.Replay.Data;

const string Usage = """
    dotnet run --project tests/Reva.Replay -- --data DIR --tasks FILE --out OUT.jsonl [--expected FILE]

      --data DIR       products.json, orders.json and users.json of a retail back office
      --tasks FILE     the tasks: [{user_id, actions: [{name, kwargs}]}]
      --out FILE       gets a line a task: the orders and users that changed, in their final state
      --expected FILE  what they are compared with; the exit code is then 0 only when all are equal
    """;

try
{
    if (ReplayArguments.Parse(args) is not { } asked)
    {
        await Console.Error.WriteLineAsync(Usage);
        return 2;
    }
    var tasks = ReplayTask.Read(asked.Tasks);
    var expected = asked.Expected is null ? null : ExpectedEnds.Read(asked.Expected);
    var ends = await Replayed.RunAsync(asked.Data, tasks);
    await File.WriteAllLinesAsync(asked.Out, ends.Select(e => e.ToLine()));
    var report = new ReplayReport(ends, expected);
    Console.Write(report.ToText());
    return report.IsGood ? 0 : 1;
}
catch (Exception wrong) when (wrong is IOException or JsonException or ReplayInputException)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
