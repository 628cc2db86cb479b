using System.Collections.Immutable;
using Npgsql;

namespace Reva.Postgres;

/// <summary>Reads rows, with positional parameters.</summary>
internal static class Rows
{
    public static async Task<ImmutableArray<T>> QueryAsync<T>(
        NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> read, IReadOnlyList<object?> values, CancellationToken cancellationToken)
    {
        await using var command = Command(database, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = ImmutableArray.CreateBuilder<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows.ToImmutable();
    }

    public static async Task<int> ExecuteAsync(NpgsqlDataSource database, string sql, IReadOnlyList<object?> values, CancellationToken cancellationToken)
    {
        await using var command = Command(database, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlDataSource database, string sql, IReadOnlyList<object?> values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
