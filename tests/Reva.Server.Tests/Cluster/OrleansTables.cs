using Npgsql;

namespace Reva.Server.Tests.Cluster;

/// <summary>Orleans' own tables, made with the scripts of its sources: REVA_ORLEANS names a checkout of dotnet/orleans.</summary>
internal static class OrleansTables
{
    private static readonly string[] Scripts = ["Shared/PostgreSQL-Main.sql", "Orleans.Clustering.AdoNet/PostgreSQL-Clustering.sql"];

    public static async Task MakeAsync(NpgsqlDataSource database)
    {
        var orleans = Environment.GetEnvironmentVariable("REVA_ORLEANS") is { Length: > 0 } folder ? folder
            : throw new InvalidOperationException("Set REVA_ORLEANS to a checkout of dotnet/orleans: its scripts make the tables of a cluster.");
        foreach (var script in Scripts)
        {
            await using var command = database.CreateCommand(await File.ReadAllTextAsync(Path.Combine(orleans, "src", "AdoNet", script)));
            await command.ExecuteNonQueryAsync();
        }
    }
}
