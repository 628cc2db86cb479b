using Npgsql;

namespace Reva.Postgres.Access;

/// <summary>Values that all processes of an installation share, such as the key that signs visitor tokens. Thread safe; throws what the driver throws.</summary>
public sealed class InstallationSettings(NpgsqlDataSource database)
{
    private const string Installation = "*";

    /// <summary>The value kept under <paramref name="name"/>; if there is none, what <paramref name="make"/> makes. Of processes that ask together, one's value wins.</summary>
    public async Task<string> GetOrAddAsync(string name, Func<string> make, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is { } kept)
            return kept;
        await Rows.ExecuteAsync(
            database, "insert into settings (store_id, name, value) values ($1, $2, $3) on conflict (store_id, name) do nothing", [Installation, name, make()], cancellationToken);
        return await FindAsync(name, cancellationToken) ?? throw new InvalidOperationException($"Setting {name} was removed while it was made.");
    }

    private async Task<string?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await Rows.QueryAsync(database, "select value from settings where store_id = $1 and name = $2", row => row.GetString(0), [Installation, name], cancellationToken))
        .SingleOrDefault();
}
