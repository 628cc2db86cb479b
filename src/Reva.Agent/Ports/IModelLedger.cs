namespace Reva.Agent.Ports;

/// <summary>What each store has spent on models, by calendar month (UTC). Durable; thread safe; amounts only grow.</summary>
public interface IModelLedger
{
    /// <summary>USD spent by a store in a month; 0 when nothing was.</summary>
    /// <param name="month">The first day of the month.</param>
    ValueTask<decimal> TotalAsync(string storeId, DateOnly month, CancellationToken cancellationToken);

    /// <summary>Adds tokens and cost of <paramref name="usage"/> to the month, under the model's name.</summary>
    /// <param name="month">The first day of the month.</param>
    ValueTask AddAsync(string storeId, DateOnly month, ModelUsage usage, CancellationToken cancellationToken);
}
