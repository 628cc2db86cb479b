namespace Reva.Sandbox.Models.Scripts;

/// <summary>The scripts in the order in which they were given; the first that fits and is not spent is played.</summary>
internal sealed class ScriptBook
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    public void Add(IEnumerable<Script> scripts)
    {
        lock (_lock)
            _entries.AddRange(scripts.Select(s => new Entry(s)));
    }

    public void Clear()
    {
        lock (_lock)
            _entries.Clear();
    }

    public IReadOnlyList<object> List()
    {
        lock (_lock)
            return [.. _entries.Select(e => new { e.Script.Name, e.Script.When, e.Script.Times, e.Begun, Steps = e.Script.Steps.Count })];
    }

    /// <summary>What the scripts say to a request; null when none fits.</summary>
    public ModelReply? Answer(ModelRequest request)
    {
        lock (_lock)
        {
            var entry = _entries.Find(e => e.IsFor(request));
            if (entry is null)
                return null;
            var at = Math.Min(request.Round, entry.Script.Steps.Count - 1);
            var fault = entry.FaultOf(at);
            // A request that meets a fault will be tried again, and is not counted as an answer.
            if (request.Round == 0 && fault is null)
                entry.Begun++;
            return Play(entry.Script.Steps[at], fault, request);
        }
    }

    private static ModelReply Play(Step step, StepFault? fault, ModelRequest request)
    {
        var template = new Template(request);
        var pieces = step.Chunks is { } chunks ? [.. chunks.Select(template.Fill)] : ModelReply.Words(template.Fill(step.Text ?? ""));
        var calls = (step.ToolCalls ?? []).Select((c, i) => new ModelCall(CallId(request, i), c.Name, c.Raw ?? template.Fill(c.Arguments))).ToList();
        return new ModelReply(pieces, calls, step.Delay, fault);
    }

    public static string CallId(ModelRequest request, int index) => $"call_{request.Messages.Count:D4}{index:D2}";

    private sealed class Entry(Script script)
    {
        private readonly Dictionary<int, int> _faulted = [];

        public Script Script => script;

        public int Begun { get; set; }

        // Later rounds belong to an answer that has begun, so they go on even when the script is spent.
        public bool IsFor(ModelRequest request) =>
            (script.Times is null || (request.Round == 0 ? Begun < script.Times : Begun > 0)) && script.When?.Fits(request) != false;

        public StepFault? FaultOf(int step)
        {
            var fault = script.Steps[step].Fault;
            if (fault is null || _faulted.GetValueOrDefault(step) >= (fault.Times ?? int.MaxValue))
                return null;
            _faulted[step] = _faulted.GetValueOrDefault(step) + 1;
            return fault;
        }
    }
}
