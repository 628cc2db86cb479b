using System.Diagnostics;

namespace Reva.Testing.Time;

/// <summary>Waits for something in the real world that announces itself to nobody; what can be awaited should be.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Asks again every 20 ms until the answer is yes; fails after a minute, naming what did not come.</summary>
    public static async Task Is(string what, Func<Task<bool>> condition)
    {
        var since = Stopwatch.StartNew();
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            if (since.Elapsed > Patience)
            {
                throw new TimeoutException($"After {Patience.TotalSeconds:0} s still not so: {what}.");
            }

            await again.WaitForNextTickAsync();
        }
    }
}
