using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;
using Reva.Grains.Conversations;

namespace Reva.Postgres.Conversations;

/// <summary>
/// Stores the appends of its share of conversations, as many at a time as are waiting. Every caller is answered after its commit.
/// A conversation always comes to the same writer, so its appends are stored in the order in which they were made.
/// </summary>
internal sealed partial class AppendWriter : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private readonly NpgsqlDataSource _database;
    private readonly ConversationLogOptions _options;
    private readonly ILogger _logger;
    private readonly Channel<PendingAppend> _waiting;
    private readonly Task _loop;

    public AppendWriter(NpgsqlDataSource database, ConversationLogOptions options, ILogger logger)
    {
        _database = database;
        _options = options;
        _logger = logger;
        _waiting = Channel.CreateBounded<PendingAppend>(new BoundedChannelOptions(options.QueueLength) { SingleReader = true });
        _loop = Task.Run(RunAsync);
    }

    /// <summary>False when too many wait already, or the writer has ended.</summary>
    public bool TryAdd(PendingAppend pending) => _waiting.Writer.TryWrite(pending);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
    }

    private async Task RunAsync()
    {
        // Of two appends to one conversation the second expects what the first leaves: it goes with the next batch.
        var next = new List<PendingAppend>();
        while (next.Count > 0 || await _waiting.Reader.WaitToReadAsync())
        {
            var batch = Gather(next);
            try
            {
                await StoreAsync(batch);
            }
            catch (Exception failure)
            {
                // The loop serves everybody: whatever happens in one batch is the batch's own.
                LogBatchFailed(failure, batch.Count);
                foreach (var pending in batch)
                    pending.Fail(failure);
            }
        }
    }

    private List<PendingAppend> Gather(List<PendingAppend> left)
    {
        var batch = new List<PendingAppend>();
        var keys = new HashSet<(string, string)>();
        var waiting = left.ToArray();
        left.Clear();
        foreach (var pending in waiting)
            Place(pending);
        while (batch.Count < _options.BatchSize && left.Count < _options.BatchSize && _waiting.Reader.TryRead(out var pending))
            Place(pending);
        return batch;

        void Place(PendingAppend pending) => (batch.Count < _options.BatchSize && keys.Add(pending.Key) ? batch : left).Add(pending);
    }

    private async Task StoreAsync(List<PendingAppend> batch)
    {
        var pause = FirstPause;
        while (true)
        {
            try
            {
                await TryStoreAsync(batch);
                return;
            }
            catch (Exception failure) when (DatabaseFailure.IsPassing(failure))
            {
                if (!await SettleAfterLossAsync(batch, failure, pause))
                    return;
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            catch (PostgresException failure)
            {
                if (batch.Count == 1)
                {
                    Refuse(batch[0], failure);
                    return;
                }
                // One of them is bad, and took the others with it: each on its own.
                foreach (var pending in batch)
                    await StoreAsync([pending]);
                return;
            }
        }
    }

    private async Task TryStoreAsync(List<PendingAppend> batch)
    {
        await using var connection = await _database.OpenConnectionAsync();
        var taken = await AppendStatement.RunAsync(connection, batch, _options.Patience);
        for (var i = 0; i < batch.Count; i++)
        {
            if (taken[i])
                batch[i].Succeed();
            else
                batch[i].FailAsStale();
        }
    }

    /// <summary>Refuses those who have waited too long, and takes out those whose commit went through unheard. False when nobody is left.</summary>
    private async Task<bool> SettleAfterLossAsync(List<PendingAppend> batch, Exception failure, TimeSpan pause)
    {
        LogDatabaseAway(failure.Message, batch.Count);
        await Task.Delay(pause);
        try
        {
            await using var connection = await _database.OpenConnectionAsync();
            var stored = await AppendStatement.StoredAsync(connection, batch);
            foreach (var pending in batch.Where(p => stored.Contains(p.Id)))
                pending.Succeed();
        }
        catch (Exception again) when (DatabaseFailure.IsPassing(again))
        {
            failure = again;
        }
        foreach (var pending in batch.Where(p => !p.Answered && p.Waiting > _options.Patience))
            pending.Fail(new LogUnavailableException("The database does not answer.", failure));
        batch.RemoveAll(p => p.Answered);
        return batch.Count > 0;
    }

    private static void Refuse(PendingAppend pending, PostgresException failure)
    {
        // A number or client message id that is stored already: the caller looked at an older state.
        if (DatabaseFailure.IsDuplicate(failure))
            pending.FailAsStale();
        else
            pending.Fail(failure);
    }

    [LoggerMessage(LogLevel.Warning, "The database did not take {Count} appends ({Reason}); trying again")]
    private partial void LogDatabaseAway(string reason, int count);

    [LoggerMessage(LogLevel.Error, "{Count} appends failed")]
    private partial void LogBatchFailed(Exception failure, int count);
}
