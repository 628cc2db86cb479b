using System.Globalization;
using System.Text;
using Reva.Replay.Acting;
using Reva.Replay.Data;
using Reva.Replay.State;

namespace Reva.Replay;

/// <summary>What a replay comes to: how many tasks ended as expected, why others did not, and what became of the calls.</summary>
public sealed class ReplayReport
{
    private readonly IReadOnlyList<TaskEnd> _ends;
    private readonly IReadOnlyList<(int Task, string Why)>? _different;

    /// <summary>Compares the ends when there is something to compare them with.</summary>
    public ReplayReport(IReadOnlyList<TaskEnd> ends, ExpectedEnds? expected)
    {
        _ends = ends;
        _different = expected is null ? null : [.. ends.Select(e => (e.Task.Number, Why: Difference(e, expected))).Where(d => d.Why is not null).Select(d => (d.Number, d.Why!))];
    }

    /// <summary>Tasks that ended otherwise than expected; 0 without a comparison.</summary>
    public int Different => _different?.Count ?? 0;

    /// <summary>Whether all tasks could be replayed, ended as expected and are on an unbroken record.</summary>
    public bool IsGood => Different == 0 && _ends.All(e => e is { Problem: null, Broken: null });

    /// <summary>How many calls ended so.</summary>
    public int Count(CallEnd end) => _ends.SelectMany(e => e.Calls).Count(c => c.End == end);

    /// <summary>For the console.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        if (_different is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"{_ends.Count - Different} of {_ends.Count} tasks ended exactly as expected.\n");
            foreach (var (task, why) in _different)
                text.Append(CultureInfo.InvariantCulture, $"  task {task}: {why}\n");
        }
        foreach (var end in _ends.Where(e => e.Problem is not null))
            text.Append(CultureInfo.InvariantCulture, $"  task {end.Task.Number} was not replayed: {end.Problem}\n");
        Calls(text);
        Record(text);
        return text.ToString();
    }

    private void Calls(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"{Count(CallEnd.Done)} calls done, {Count(CallEnd.Refused)} refused, {Count(CallEnd.Malformed)} malformed, {Count(CallEnd.Read)} that only read.\n");
        var refused = _ends.SelectMany(e => e.Calls).Where(c => c.End is CallEnd.Refused).GroupBy(c => $"{c.Name}: {c.Why}", StringComparer.Ordinal).OrderByDescending(g => g.Count());
        foreach (var group in refused)
            text.Append(CultureInfo.InvariantCulture, $"  {group.Count()} × {group.Key}\n");
        foreach (var (end, call) in _ends.SelectMany(e => e.Calls.Where(c => c.End == CallEnd.Malformed).Select(c => (e, c))))
            text.Append(CultureInfo.InvariantCulture, $"  task {end.Task.Number}, {(call.Name.Length == 0 ? "a call without a name" : call.Name)}: {call.Why}\n");
    }

    private void Record(StringBuilder text)
    {
        var broken = _ends.Where(e => e.Broken is not null).ToList();
        text.Append(CultureInfo.InvariantCulture, $"{_ends.Sum(e => e.AuditEntries)} lines of audit, {(broken.Count == 0 ? "every chain whole" : $"chains broken in {broken.Count} tasks")}.\n");
    }

    private static string? Difference(TaskEnd end, ExpectedEnds expected) =>
        expected.ByTask.TryGetValue(end.Task.Number, out var wanted) ? FirstDifference.Of(wanted, end.ToJson()) : "nothing is expected of it";
}
