namespace Reva.Connections.LanguageModels.Spending;

/// <summary>One store's month: what the ledger has, and what is on its way there. Thread safe.</summary>
internal sealed class Account
{
    private readonly Lock _lock = new();
    private decimal _written;
    private decimal _onTheWay;
    private DateTimeOffset? _readAt;

    public decimal Total
    {
        get
        {
            lock (_lock)
                return _written + _onTheWay;
        }
    }

    public bool IsStale(DateTimeOffset now, TimeSpan freshness)
    {
        lock (_lock)
            return _readAt is not { } at || now - at >= freshness;
    }

    public void Written(decimal total, DateTimeOffset now)
    {
        lock (_lock)
            (_written, _readAt) = (total, now);
    }

    public void Charge(decimal cost)
    {
        lock (_lock)
            _onTheWay += cost;
    }

    public void Wrote(decimal cost)
    {
        lock (_lock)
            (_written, _onTheWay) = (_written + cost, _onTheWay - cost);
    }
}
