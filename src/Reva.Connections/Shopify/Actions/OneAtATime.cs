namespace Reva.Connections.Shopify.Actions;

/// <summary>Lets the calls for one key in one after the other. Thread safe; forgets a key when nobody holds or waits for it.</summary>
internal sealed class OneAtATime
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Gate> _gates = new(StringComparer.Ordinal);

    /// <summary>Waits for the key; disposing of the answer lets the next in.</summary>
    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellationToken)
    {
        var gate = Join(key);
        try
        {
            await gate.Open.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(key, gate);
            throw;
        }
        return new Turn(() =>
        {
            gate.Open.Release();
            Leave(key, gate);
        });
    }

    private Gate Join(string key)
    {
        lock (_lock)
        {
            if (!_gates.TryGetValue(key, out var gate))
                _gates[key] = gate = new();
            gate.Users++;
            return gate;
        }
    }

    private void Leave(string key, Gate gate)
    {
        lock (_lock)
        {
            if (--gate.Users > 0)
                return;
            _gates.Remove(key);
            gate.Open.Dispose();
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Open { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Turn(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
