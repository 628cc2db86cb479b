using System.Collections.Concurrent;

namespace Orleans.Embedded.Tests.Contract;

/// <summary>A place in a grain's method where a test makes it wait.</summary>
internal sealed class Gate
{
    private static readonly ConcurrentDictionary<string, Gate> Gates = new(StringComparer.Ordinal);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The gate of a name; test and grain share it.</summary>
    public static Gate Of(string name) => Gates.GetOrAdd(name, _ => new Gate());

    /// <summary>Completes when somebody stands in it.</summary>
    public Task Entered => _entered.Task.WaitAsync(Patience);

    public void Open() => _open.TrySetResult();

    /// <summary>Stands in it until it is opened or the token is cancelled.</summary>
    public Task PassAsync(CancellationToken cancellationToken = default)
    {
        _entered.TrySetResult();
        return _open.Task.WaitAsync(Patience, cancellationToken);
    }
}
