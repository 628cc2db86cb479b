using System.Threading.Channels;
using Reva.Agent.Ports;
using Reva.Replay.Acting;
using Reva.Replay.Data;
using Reva.Replay.Shop;
using Reva.Sandbox.Tau;

namespace Reva.Replay;

/// <summary>Replays tasks, each on a fresh store.</summary>
public static class Replayed
{
    private const int MostShops = 4;

    /// <summary>The ends in the order of the tasks; throws <see cref="ReplayInputException"/> when the directory lacks a file.</summary>
    public static async Task<IReadOnlyList<TaskEnd>> RunAsync(string directory, IReadOnlyList<ReplayTask> tasks, CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateTempSubdirectory("reva-replay-").FullName;
        try
        {
            var users = new RetailUsers(Convert(directory, folder));
            var ends = new TaskEnd[tasks.Count];
            var open = Channel.CreateUnbounded<int>();
            for (var i = 0; i < tasks.Count; i++)
                open.Writer.TryWrite(i);
            open.Writer.Complete();
            await Task.WhenAll(Enumerable.Range(0, Math.Clamp(Environment.ProcessorCount, 1, MostShops)).Select(_ => WorkAsync(folder, users, tasks, ends, open.Reader, cancellationToken)));
            return ends;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyDictionary<string, TauUser> Convert(string directory, string folder)
    {
        try
        {
            TauConversion.Convert(directory, folder);
            return TauRetail.Read(directory).Users;
        }
        catch (ArgumentException missing)
        {
            throw new ReplayInputException(missing.Message);
        }
    }

    private static async Task WorkAsync(string folder, RetailUsers users, IReadOnlyList<ReplayTask> tasks, TaskEnd[] ends, ChannelReader<int> open, CancellationToken cancellationToken)
    {
        await using var shop = await RetailShop.OpenAsync(folder);
        await shop.Final.RememberAsync();
        await foreach (var index in open.ReadAllAsync(cancellationToken))
            ends[index] = await ReplayAsync(shop, users, tasks[index], cancellationToken);
    }

    private static async Task<TaskEnd> ReplayAsync(RetailShop shop, RetailUsers users, ReplayTask task, CancellationToken cancellationToken)
    {
        await shop.ResetAsync();
        var actions = new MemoryActions(shop.Store.Id, $"task-{task.Number}", TimeProvider.System);
        var calls = new List<CallResult>();
        string? problem = null;
        try
        {
            if (users.Find(task.UserId) is not { } proof || await shop.VerifyAsync(proof, cancellationToken) is not { } customer)
                problem = $"There is no customer '{task.UserId}'.";
            else
                foreach (var call in task.Calls)
                    calls.Add(await shop.Desk.TakeAsync(call, customer, task.UserId, shop.Store, actions, cancellationToken));
        }
        catch (ShopUnavailableException away)
        {
            problem = $"The shop did not answer: {away.Message}";
        }
        return new(task, calls, await shop.Final.ChangedOrdersAsync(), await shop.Final.ChangedUsersAsync()) { AuditEntries = actions.Audit.Count, Broken = actions.Broken, Problem = problem };
    }
}
