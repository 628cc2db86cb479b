using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reva.Agent.Ports;
using Reva.Connections.LanguageModels.Settings;

namespace Reva.Connections.LanguageModels.Spending;

/// <summary>
/// What stores have spent this month, against their budget. Charges are counted at once and written to the ledger behind the turn,
/// so that no shopper waits for book-keeping. Thread safe.
/// </summary>
internal sealed partial class ModelAccounts(IModelLedger ledger, IOptions<ModelOptions> options, TimeProvider time, ILogger<ModelAccounts> log) : BackgroundService
{
    // Other processes spend from the same budget; their part is looked up again after this long.
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WriteAgainAfter = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string Store, DateOnly Month), Account> _accounts = new();
    private readonly Channel<(string Store, DateOnly Month, ModelUsage Usage)> _charges =
        Channel.CreateUnbounded<(string, DateOnly, ModelUsage)>(new() { SingleReader = true });

    /// <summary>Whether what is known says that the budget is used up. Cheap; may lag behind the ledger.</summary>
    public bool IsKnownToBeOver(string storeId) => HasBudget && Account(storeId).Total >= options.Value.MonthlyBudget;

    /// <summary>Whether the budget is used up, by the ledger.</summary>
    public async ValueTask<bool> IsOverAsync(string storeId, CancellationToken cancellationToken)
    {
        if (!HasBudget)
            return false;
        var account = Account(storeId);
        if (account.IsStale(time.GetUtcNow(), Freshness))
            account.Written(await ledger.TotalAsync(storeId, Month(), cancellationToken), time.GetUtcNow());
        return account.Total >= options.Value.MonthlyBudget;
    }

    /// <summary>Counts and, behind the turn, writes down.</summary>
    public void Charge(string storeId, ModelUsage usage)
    {
        if (usage is { InputTokens: 0, OutputTokens: 0, CostUsd: 0 })
            return;
        Account(storeId).Charge(usage.CostUsd);
        _charges.Writer.TryWrite((storeId, Month(), usage));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What is still to be written is written before the process goes.
        _charges.Writer.TryComplete();
        if (ExecuteTask is { } writing)
            await writing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (store, month, usage) in _charges.Reader.ReadAllAsync(stoppingToken))
        {
            while (!await TryWriteAsync(store, month, usage, stoppingToken))
                await Task.Delay(WriteAgainAfter, time, stoppingToken);
            _accounts[(store, month)].Wrote(usage.CostUsd);
        }
    }

    private async Task<bool> TryWriteAsync(string store, DateOnly month, ModelUsage usage, CancellationToken cancellationToken)
    {
        try
        {
            await ledger.AddAsync(store, month, usage, cancellationToken);
            return true;
        }
        catch (DbException fault)
        {
            LogNotWritten(store, fault);
            return false;
        }
    }

    private bool HasBudget => options.Value.MonthlyBudget > 0;

    private Account Account(string storeId) => _accounts.GetOrAdd((storeId, Month()), _ => new());

    private DateOnly Month()
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new(now.Year, now.Month, 1);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What store {StoreId} spent on models could not be written down yet")]
    private partial void LogNotWritten(string storeId, Exception fault);
}
