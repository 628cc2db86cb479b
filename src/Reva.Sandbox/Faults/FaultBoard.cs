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

    /// <summary>The fault that hits a request of a service now, counted as used; null when all is well. One that somebody waits in stays, so that it can be cleared.</summary>
    public Fault? Take(string service, string body)
    {
        lock (_lock)
        {
            _faults.RemoveAll(f => f.IsSpent(time.GetUtcNow()) && f.InUse == 0);
            var fault = _faults.Find(f => !f.IsSpent(time.GetUtcNow()) && f.Hits(service, body));
            fault?.Use();
            return fault;
        }
    }

    /// <summary>Tells that a request which met a fault is through.</summary>
    public void Release(Fault fault)
    {
        lock (_lock)
            fault.Release();
    }

    public IReadOnlyList<object> List()
    {
        lock (_lock)
            return [.. _faults.Where(f => !f.IsSpent(time.GetUtcNow()) || f.InUse > 0).Select(f => new { f.Request.Service, f.Request.Kind, f.Request.Operation, f.Left, f.Until, f.Waiting })];
    }

    public void Dispose() => Clear(null);
}
