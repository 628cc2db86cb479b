using System.Runtime.CompilerServices;
using Orleans;
using Reva.Grains.Conversations;

namespace Reva.Server.Api.V1;

/// <summary>Listens to a conversation from the moment it is made: an answer that comes at once is still heard word by word.</summary>
internal sealed class OpenedEvents : IAsyncDisposable
{
    private readonly CancellationTokenSource _end;
    private readonly IAsyncEnumerator<ConversationEvent> _events;
    private Task<bool> _next;

    /// <summary>Listens for what follows <paramref name="afterSeq"/>.</summary>
    public OpenedEvents(IConversationGrain conversation, long afterSeq, CancellationToken cancellationToken)
    {
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _events = conversation.Subscribe(afterSeq, _end.Token).GetAsyncEnumerator(_end.Token);
        _next = _events.MoveNextAsync().AsTask();
    }

    /// <summary>What came after <paramref name="seq"/> and what comes; read once.</summary>
    public async IAsyncEnumerable<ConversationEvent> AfterAsync(long seq, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await _next.WaitAsync(cancellationToken))
        {
            var next = _events.Current;
            // Words and typing are not stored and carry the number of what was stored last.
            if (next.Seq > seq || (next.Seq == seq && next.Type is "text.delta" or "typing"))
                yield return next;
            _next = _events.MoveNextAsync().AsTask();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        // An enumerator must not be disposed while it waits for its next.
        await _next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await _events.DisposeAsync();
        _end.Dispose();
    }
}
