using Reva.Connections.Shopify.Actions;

namespace Reva.Connections.Tests.Shopify.Actions;

public sealed class TurnTests
{
    private readonly OneAtATime _turns = new();

    [Fact]
    public async Task Calls_for_one_key_wait_for_each_other_and_others_do_not()
    {
        var first = await _turns.EnterAsync("a", default);
        var second = _turns.EnterAsync("a", default);
        using var other = await _turns.EnterAsync("b", default);

        Assert.False(second.IsCompleted);
        first.Dispose();
        first.Dispose();

        using var turn = await second;
        Assert.False(_turns.EnterAsync("a", default).IsCompleted);
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_let_go_and_stands_in_nobodys_way()
    {
        using var tired = new CancellationTokenSource();
        var first = await _turns.EnterAsync("a", default);
        var second = _turns.EnterAsync("a", tired.Token);

        await tired.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();

        Assert.True(_turns.EnterAsync("a", default).IsCompletedSuccessfully);
    }
}
