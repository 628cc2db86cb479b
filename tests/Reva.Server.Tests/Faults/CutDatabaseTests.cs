using Npgsql;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Faults;

public sealed class CutDatabaseTests(ServerFixture reva) : IClassFixture<ServerFixture>
{
    private const int Shoppers = 120;
    private const int AtOnce = 16;
    private const int AnswersBetweenCuts = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Connections_to_the_database_cut_again_and_again_lose_nothing_and_double_nothing()
    {
        var witnesses = Enumerable.Range(0, Shoppers).Select(n => new Witness(reva.Server.Url, n)).ToList();
        await Task.WhenAll(witnesses.Select(w => w.ArriveAsync()));

        var answered = 0;
        var cut = 0;
        await Parallel.ForEachAsync(witnesses, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (witness, _) =>
        {
            while (!await witness.SayAsync())
            {
                // Not acknowledged: sent again under the same id, as the widget does.
            }
            if (Interlocked.Increment(ref answered) % AnswersBetweenCuts == 0)
                Interlocked.Add(ref cut, await CutAllAsync());
            await witness.Answer.WaitAsync(Patience);
        });

        Assert.True(cut > Shoppers / AnswersBetweenCuts, $"Only {cut} connections were cut.");
        foreach (var witness in witnesses)
        {
            var log = await witness.LogAsync();
            Assert.Equal(log.Select(e => e.ToJsonString()), witness.Stored.Select(e => e.ToJsonString()));
            Assert.Equal(Enumerable.Range(1, log.Count).Select(n => (long)n), log.Select(e => (long)e["seq"]!));
            Assert.Single(log, e => (string)e["type"]! == "message");
            Assert.True(log.Count(e => (string)e["type"]! == "text.completed") == 1, $"{string.Join((char)10, log)}\n{reva.Server.LastWords}");
            await witness.DisposeAsync();
        }
    }

    // Two cuts may fall together: knives do not cut each other.
    private async Task<int> CutAllAsync()
    {
        await using var connection = new NpgsqlConnection(reva.Postgres.ConnectionString + ";Pooling=false;Application Name=knife");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name <> 'knife'", connection);
        return (int)(long)(await command.ExecuteScalarAsync())!;
    }
}
