using Npgsql;
using Reva.Agent.Ports;

namespace Reva.Postgres.LanguageModels;

/// <summary>The ledger in PostgreSQL: a row for each store, month and model. Throws what the driver throws.</summary>
public sealed class ModelLedger(NpgsqlDataSource database) : IModelLedger
{
    /// <inheritdoc/>
    public async ValueTask<decimal> TotalAsync(string storeId, DateOnly month, CancellationToken cancellationToken)
    {
        var total = await Rows.QueryAsync(
            database, "select coalesce(sum(cost_usd), 0) from model_ledger where store_id = $1 and month = $2", row => row.GetDecimal(0), [storeId, month], cancellationToken);
        return total[0];
    }

    /// <inheritdoc/>
    public async ValueTask AddAsync(string storeId, DateOnly month, ModelUsage usage, CancellationToken cancellationToken) => await Rows.ExecuteAsync(
        database,
        """
        insert into model_ledger (store_id, month, model, input_tokens, output_tokens, cost_usd) values ($1, $2, $3, $4, $5, $6)
        on conflict (store_id, month, model) do update set input_tokens = model_ledger.input_tokens + excluded.input_tokens,
            output_tokens = model_ledger.output_tokens + excluded.output_tokens, cost_usd = model_ledger.cost_usd + excluded.cost_usd
        """,
        [storeId, month, usage.Model, usage.InputTokens, usage.OutputTokens, usage.CostUsd], cancellationToken);
}
