using System.Collections.Immutable;
using Npgsql;
using Reva.Core.Catalog;
using Reva.Core.Knowledge;
using Reva.Grains.Catalog;
using Reva.Grains.Conversations;
using Reva.Postgres.Conversations;

namespace Reva.Postgres.Search;

/// <summary>
/// The catalogue's rows in PostgreSQL. Reads throw <see cref="LogUnavailableException"/> when the database stays away, changes throw what
/// the driver throws; a call that throws has changed nothing.
/// </summary>
public sealed class CatalogStore(NpgsqlDataSource database) : ICatalogStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> ProductTextHashesAsync(string storeId, string embeddingModel, CancellationToken cancellationToken) =>
        HashesAsync("select product_id, text_hash from products where store_id = $1 and embedding_model = $2 and embedding is not null", storeId, embeddingModel, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> PassageTextHashesAsync(string storeId, string embeddingModel, CancellationToken cancellationToken) =>
        HashesAsync("select passage_id, text_hash from passages where store_id = $1 and embedding_model = $2 and embedding is not null", storeId, embeddingModel, cancellationToken);

    /// <inheritdoc/>
    public Task UpsertProductsAsync(string storeId, IReadOnlyList<ProductRow> products, CancellationToken cancellationToken) =>
        UpsertAsync(ProductUpsert.Changes(storeId, products), products.Select(p => ProductUpsert.Row(storeId, p)), cancellationToken);

    /// <inheritdoc/>
    public Task UpsertPassagesAsync(string storeId, IReadOnlyList<PassageRow> passages, CancellationToken cancellationToken) =>
        UpsertAsync(PassageUpsert.Changes(storeId, passages), passages.Select(p => PassageUpsert.Row(storeId, p)), cancellationToken);

    /// <inheritdoc/>
    public Task<int> RemoveProductsNotSeenSinceAsync(string storeId, DateTimeOffset syncStartedAt, CancellationToken cancellationToken) =>
        RemoveAsync("delete from products where store_id = $1 and seen_at < $2 returning 1", storeId, syncStartedAt.ToUniversalTime(), cancellationToken);

    /// <inheritdoc/>
    public Task<int> RemoveProductsAsync(string storeId, IReadOnlyCollection<string> productIds, CancellationToken cancellationToken) => productIds.Count == 0 ? Task.FromResult(0)
        : RemoveAsync("delete from products where store_id = $1 and product_id = any($2) returning 1", storeId, productIds.ToArray(), cancellationToken);

    /// <inheritdoc/>
    public Task<int> RemovePassagesNotSeenSinceAsync(string storeId, DateTimeOffset syncStartedAt, CancellationToken cancellationToken) =>
        RemoveAsync("delete from passages where store_id = $1 and seen_at < $2 returning 1", storeId, syncStartedAt.ToUniversalTime(), cancellationToken);

    /// <inheritdoc/>
    public async Task<long> CatalogVersionAsync(string storeId, CancellationToken cancellationToken) =>
        (await ReadAsync("select version from catalog_versions where store_id = $1", row => row.GetInt64(0), [storeId], cancellationToken)).SingleOrDefault();

    /// <inheritdoc/>
    public Task<ImmutableArray<ProductRow>> ProductsAsync(string storeId, CancellationToken cancellationToken) => ReadAsync(
        "select document::text, text_hash, embedding_model, embedding::real[], seen_at from products where store_id = $1 order by product_id",
        row => new ProductRow(StoredJson.Read<Product>(row.GetString(0)), row.GetString(1), row.GetString(2), Vector(row, 3), row.GetFieldValue<DateTimeOffset>(4)),
        [storeId], cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<PassageRow>> PassagesAsync(string storeId, CancellationToken cancellationToken) => ReadAsync(
        """
        select passage_id, source_id, title, heading, text, url, kind, text_hash, embedding_model, embedding::real[], seen_at
        from passages where store_id = $1 order by passage_id
        """,
        row => new PassageRow(
            new Passage(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6)),
            row.GetString(7), row.GetString(8), Vector(row, 9), row.GetFieldValue<DateTimeOffset>(10)),
        [storeId], cancellationToken);

    private async Task<IReadOnlyDictionary<string, string>> HashesAsync(string sql, string storeId, string model, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(sql, row => (Id: row.GetString(0), Hash: row.GetString(1)), [storeId, model], cancellationToken);
        return rows.ToDictionary(r => r.Id, r => r.Hash, StringComparer.Ordinal);
    }

    private Task<ImmutableArray<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read, IReadOnlyList<object?> values, CancellationToken cancellationToken) =>
        DatabaseFailure.GuardRead(() => Rows.QueryAsync(database, sql, read, values, cancellationToken));

    private async Task UpsertAsync(NpgsqlBatchCommand changes, IEnumerable<NpgsqlBatchCommand> rows, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        // The version first: it looks at the rows as they were, and its lock keeps two syncs of a store apart.
        batch.BatchCommands.Add(changes);
        foreach (var row in rows)
            batch.BatchCommands.Add(row);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<int> RemoveAsync(string delete, string storeId, object which, CancellationToken cancellationToken)
    {
        var removed = await Rows.QueryAsync(
            database,
            $"""
            with removed as ({delete}), grown as (
                update catalog_versions set version = version + 1 where store_id = $1 and exists (select from removed)
            )
            select count(*)::int from removed
            """,
            row => row.GetInt32(0), [storeId, which], cancellationToken);
        return removed[0];
    }

    private static float[]? Vector(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<float[]>(column);
}
