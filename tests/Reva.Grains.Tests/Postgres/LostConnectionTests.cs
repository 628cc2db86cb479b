using System.Collections.Concurrent;
using Npgsql;
using Reva.Grains.Conversations;
using Reva.Postgres.Conversations;
using Reva.Testing.Database;

namespace Reva.Grains.Tests.Postgres;

public sealed class LostConnectionTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Connections_killed_in_mid_batch_lose_nothing_that_was_acknowledged_and_double_nothing()
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { ApplicationName = "victim" }.ConnectionString);
        await using var log = LogSample.Log(source);
        using var finished = new CancellationTokenSource();
        var killed = KillAsync(finished.Token);

        var acknowledged = new ConcurrentBag<ConversationRecord>();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            var conversation = LogSample.New();
            for (var turn = 0; turn < 15; turn++)
                conversation = await log.StoreAsync((await log.StoreAsync(conversation.Says("question", $"{turn}"))).Answers("answer"));
            acknowledged.Add(conversation);
        }));
        await finished.CancelAsync();

        Assert.True(await killed > 0, "no connection was killed: the test proves nothing");
        Assert.Equal(40, acknowledged.Count);
        foreach (var conversation in acknowledged)
            Assert.Equal(Enumerable.Range(1, (int)conversation.LastSeq).Select(i => (long)i), (await log.AllEventsAsync(conversation)).Select(e => e.Seq));
    }

    [Fact]
    public async Task A_database_that_is_away_refuses_appends_and_reads_in_time()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Timeout=1");
        await using var log = LogSample.Log(nowhere, new() { Patience = TimeSpan.FromMilliseconds(150) });

        await Assert.ThrowsAsync<LogUnavailableException>(() => log.AppendAsync(LogSample.New().Says("hello"), CancellationToken.None));
        await Assert.ThrowsAsync<LogUnavailableException>(() => log.LoadAsync("north", "any", CancellationToken.None));
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Timeout=1");
        await using var log = LogSample.Log(nowhere, new() { Writers = 1, BatchSize = 1, QueueLength = 1, Patience = TimeSpan.FromMilliseconds(500) });
        var appends = Enumerable.Range(0, 50).Select(_ => log.AppendAsync(LogSample.New().Says("hello"), CancellationToken.None)).ToArray();

        Assert.Contains(appends, a => a is { IsFaulted: true, Exception.InnerException: LogUnavailableException });
        await Assert.ThrowsAsync<LogUnavailableException>(() => Task.WhenAll(appends));
    }

    private async Task<int> KillAsync(CancellationToken finished)
    {
        var killed = 0;
        while (killed < 12 && !finished.IsCancellationRequested)
        {
            await using var command = postgres.DataSource.CreateCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'victim' and state = 'active'");
            killed += Convert.ToInt32(await command.ExecuteScalarAsync(CancellationToken.None));
        }
        return killed;
    }
}
