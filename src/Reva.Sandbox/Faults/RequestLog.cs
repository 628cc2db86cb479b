using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Faults;

/// <summary>One request that came in.</summary>
/// <param name="Status">What was answered; 0 when the connection ended without an answer.</param>
/// <param name="Fault">The kind of the fault that it met.</param>
internal sealed record LoggedRequest(long Number, DateTimeOffset At, string Service, string Method, string Path, string Body, int Status, string? Fault);

/// <summary>The latest requests, so that a test can see what was sent and how often.</summary>
internal sealed class RequestLog
{
    private const int Kept = 5000;

    private readonly Lock _lock = new();
    private readonly Queue<LoggedRequest> _requests = new();
    private readonly Dictionary<string, long> _counts = [];
    private long _number;

    public void Add(DateTimeOffset at, string service, HttpRequest request, string body, int status, string? fault)
    {
        lock (_lock)
        {
            _requests.Enqueue(new LoggedRequest(++_number, at, service, request.Method, request.Path + request.QueryString, body, status, fault));
            _counts[service] = _counts.GetValueOrDefault(service) + 1;
            if (_requests.Count > Kept)
                _requests.Dequeue();
        }
    }

    /// <summary>The counts since the last clearing, and the latest requests, oldest first.</summary>
    /// <param name="effects">What took effect; told as how often each did.</param>
    public object Read(string? service, string? contains, int most, IEnumerable<Effect> effects)
    {
        lock (_lock)
        {
            var found = _requests
                .Where(r => service is null || r.Service == service)
                .Where(r => contains is null || r.Body.Contains(contains, StringComparison.Ordinal) || r.Path.Contains(contains, StringComparison.Ordinal)).ToList();
            return new { Counts = new Dictionary<string, long>(_counts), Count = found.Count, Effects = effects.GroupBy(e => e.Name).ToDictionary(g => g.Key, g => g.Count()), Requests = found.TakeLast(most).ToList() };
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
            _counts.Clear();
        }
    }
}
