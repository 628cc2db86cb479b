namespace Reva.Sandbox.Faults;

/// <summary>The faults in force, oldest first; a request meets the first that fits its service.</summary>
internal sealed class FaultBoard(TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];

    public void Add(FaultRequest request)
    {
        lock (_lock)
            _faults.Add(new Fault(request, request.Duration is { } seconds ? time.GetUtcNow() + TimeSpan.FromSeconds(seconds) : null));
    }

    /// <summary>Ends the faults of a service, or all.</summary>
    public void Clear(string? service)
    {
        lock (_lock)
        {
            foreach (var fault in _faults.Where(f => service is null || f.Request.Service == service))
                fault.End();
            _faults.RemoveAll(f => service is null || f.Request.Service == service);
        }
    }

    /// <summary>The fault that hits a request of a service now, counted as used; null when all is well.</summary>
    public Fault? Take(string service)
    {
        lock (_lock)
        {
            _faults.RemoveAll(f => f.IsSpent(time.GetUtcNow()));
            var fault = _faults.Find(f => f.Request.Service == service || f.Request.Service == "*");
            fault?.Use();
            return fault;
        }
    }

    public IReadOnlyList<object> List()
    {
        lock (_lock)
            return [.. _faults.Where(f => !f.IsSpent(time.GetUtcNow())).Select(f => new { f.Request.Service, f.Request.Kind, f.Left, f.Until })];
    }

    public void Dispose() => Clear(null);
}
