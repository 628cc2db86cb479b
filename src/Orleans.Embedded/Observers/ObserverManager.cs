using System.Collections;
using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Utilities;

/// <summary>Observers known by their own reference.</summary>
public class ObserverManager<TObserver>(TimeSpan expiration, ILogger log) : ObserverManager<IAddressable, TObserver>(expiration, log) where TObserver : notnull;

/// <summary>Who observes a grain; those who do not subscribe again in time are forgotten.</summary>
public class ObserverManager<TIdentity, TObserver>(TimeSpan expiration, ILogger log) : IEnumerable<TObserver> where TIdentity : notnull
{
    private readonly ConcurrentDictionary<TIdentity, (TObserver Observer, DateTime Seen)> _observers = new();

    /// <summary>The clock, UTC.</summary>
    public Func<DateTime> GetDateTime { get; set; } = () => DateTime.UtcNow;

    /// <summary>How long a subscription holds.</summary>
    public TimeSpan ExpirationDuration { get; set; } = expiration;

    /// <summary>How many there are.</summary>
    public int Count => _observers.Count;

    /// <summary>All of them.</summary>
    public IReadOnlyDictionary<TIdentity, TObserver> Observers => _observers.ToDictionary(p => p.Key, p => p.Value.Observer);

    /// <summary>Forgets all.</summary>
    public void Clear() => _observers.Clear();

    /// <summary>Adds or renews one.</summary>
    public void Subscribe(TIdentity id, TObserver observer) => _observers[id] = (observer, GetDateTime());

    /// <summary>Forgets one.</summary>
    public void Unsubscribe(TIdentity id) => _observers.TryRemove(id, out _);

    /// <summary>Tells all that pass <paramref name="predicate"/>; one that fails is forgotten.</summary>
    public async Task Notify(Func<TObserver, Task> notification, Func<TObserver, bool>? predicate = null)
    {
        foreach (var (id, observer) in Current(predicate))
        {
            try
            {
                await notification(observer);
            }
            catch (Exception failure)
            {
                Forget(id, failure);
            }
        }
    }

    /// <summary>As the asynchronous one, without waiting for answers.</summary>
    public void Notify(Action<TObserver> notification, Func<TObserver, bool>? predicate = null)
    {
        foreach (var (id, observer) in Current(predicate))
        {
            try
            {
                notification(observer);
            }
            catch (Exception failure)
            {
                Forget(id, failure);
            }
        }
    }

    /// <summary>Forgets those whose time is over.</summary>
    public void ClearExpired()
    {
        var before = GetDateTime() - ExpirationDuration;
        foreach (var (id, entry) in _observers)
        {
            if (entry.Seen < before)
                _observers.TryRemove(id, out _);
        }
    }

    /// <inheritdoc/>
    public virtual IEnumerator<TObserver> GetEnumerator() => _observers.Values.Select(v => v.Observer).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<(TIdentity, TObserver)> Current(Func<TObserver, bool>? predicate)
    {
        ClearExpired();
        return [.. _observers.Where(p => predicate?.Invoke(p.Value.Observer) != false).Select(p => (p.Key, p.Value.Observer))];
    }

    private void Forget(TIdentity id, Exception failure)
    {
        log.LogDebug(failure, "An observer failed and is forgotten");
        _observers.TryRemove(id, out _);
    }
}
