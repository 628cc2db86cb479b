using System.Runtime.CompilerServices;
using Orleans.Runtime;
using Reva.Grains.Conversations;

namespace Reva.Server.Api.V1;

/// <summary>A conversation's events over as many streams as it takes: one ends when the conversation moves to another process, and the next goes on by number.</summary>
internal static class UnbrokenEvents
{
    // Moves come one at a time; a conversation that cannot be reached is said to be so.
    private const int MostStreams = 4;

    /// <summary>The events of <paramref name="first"/> and of those that follow it, without end. Throws what the last stream throws.</summary>
    public static async IAsyncEnumerable<ConversationEvent> FollowAsync(
        IConversationGrain conversation, long afterSeq, IAsyncEnumerable<ConversationEvent> first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = afterSeq;
        var events = first;
        for (var left = MostStreams - 1; left >= 0; left--)
        {
            await using var stream = events.GetAsyncEnumerator(cancellationToken);
            while (await MovesOnAsync(stream, last: left == 0))
            {
                seen = Math.Max(seen, stream.Current.Seq);
                yield return stream.Current;
            }
            events = conversation.Subscribe(seen, cancellationToken);
        }
        throw new EnumerationAbortedException("The conversation's events ended again and again.");
    }

    private static async ValueTask<bool> MovesOnAsync(IAsyncEnumerator<ConversationEvent> stream, bool last)
    {
        try
        {
            return await stream.MoveNextAsync();
        }
        catch (Exception failure) when (!last && failure is (EnumerationAbortedException or OrleansMessageRejectionException))
        {
            return false;
        }
    }
}
