using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Reva.Grains.Conversations;
using Reva.Postgres.Conversations;

namespace Reva.Postgres.Access;

/// <summary>Who a key speaks for.</summary>
/// <param name="StoreId">The one store it opens.</param>
/// <param name="Name">What the merchant calls it.</param>
/// <param name="Scopes">What it may do; empty: everything in its store.</param>
public sealed record ApiKeyHolder(string StoreId, string Name, ImmutableArray<string> Scopes);

/// <summary>Keys of the REST API, kept as SHA-256. Thread safe; throws <see cref="LogUnavailableException"/> when the database is away.</summary>
public sealed class ApiKeys(NpgsqlDataSource database)
{
    /// <summary>A new key: 256 random bits, never stored as such.</summary>
    public static string Generate() => $"reva_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>The holder of <paramref name="key"/>; null when it is unknown or revoked.</summary>
    public async Task<ApiKeyHolder?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var hash = Hash(key);
        var found = await DatabaseFailure.GuardRead(() => Rows.QueryAsync(
            database,
            "select store_id, name, scopes, last_used_at is null or last_used_at < now() - interval '10 minutes' from api_keys where key_hash = $1 and revoked_at is null",
            row => (Holder: new ApiKeyHolder(row.GetString(0), row.GetString(1), [.. row.GetFieldValue<string[]>(2)]), Touch: row.GetBoolean(3)),
            [hash], cancellationToken));
        if (found.IsEmpty)
            return null;
        // 'Last used' is for people: to the minute is enough, and most requests then write nothing.
        if (found[0].Touch)
            await Rows.ExecuteAsync(database, "update api_keys set last_used_at = now() where store_id = $1 and key_hash = $2", [found[0].Holder.StoreId, hash], cancellationToken);
        return found[0].Holder;
    }

    /// <summary>Lets <paramref name="key"/> speak for a store; the same key again changes nothing but its name and scopes, and un-revokes it.</summary>
    public Task AddAsync(string key, ApiKeyHolder holder, CancellationToken cancellationToken) => Rows.ExecuteAsync(
        database,
        """
        insert into api_keys (store_id, key_hash, name, scopes) values ($1, $2, $3, $4)
        on conflict (store_id, key_hash) do update set name = excluded.name, scopes = excluded.scopes, revoked_at = null
        """,
        [holder.StoreId, Hash(key), holder.Name, holder.Scopes.ToArray()], cancellationToken);

    /// <summary>Closes a key of a store for good; false when the store has none such.</summary>
    public async Task<bool> RevokeAsync(string storeId, string key, CancellationToken cancellationToken) =>
        await Rows.ExecuteAsync(
            database, "update api_keys set revoked_at = coalesce(revoked_at, now()) where store_id = $1 and key_hash = $2", [storeId, Hash(key)], cancellationToken) > 0;

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
