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
        command.Parameters.AddRange(Parameters(values));
        return command;
    }

    public static NpgsqlBatchCommand BatchCommand(string sql, params IReadOnlyList<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(Parameters(values));
        return command;
    }

    public static NpgsqlParameter[] Parameters(IReadOnlyList<object?> values) => [.. values.Select(v => new NpgsqlParameter { Value = v ?? DBNull.Value })];
}
