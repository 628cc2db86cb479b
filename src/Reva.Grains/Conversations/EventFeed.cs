using System.Threading.Channels;

namespace Reva.Grains.Conversations;

/// <summary>Hands a conversation's events to those who listen, each at its own pace; who falls far behind is cut off and comes back by number.</summary>
internal sealed class EventFeed
{
    private const int MostBehind = 4096;
    private readonly List<Listener> _listeners = [];

    public bool HasListeners => _listeners.Count > 0;

    public Listener Listen()
    {
        var listener = new Listener(this);
        _listeners.Add(listener);
        return listener;
    }

    public void Publish(ConversationEvent conversationEvent)
    {
        for (var i = _listeners.Count - 1; i >= 0; i--)
            _listeners[i].Take(conversationEvent);
    }

    public void Close()
    {
        foreach (var listener in _listeners.ToArray())
            listener.Dispose();
    }

    /// <summary>One who listens.</summary>
    public sealed class Listener(EventFeed feed) : IDisposable
    {
        private readonly Channel<ConversationEvent> _events = Channel.CreateBounded<ConversationEvent>(new BoundedChannelOptions(MostBehind) { SingleReader = true, SingleWriter = true });

        public ChannelReader<ConversationEvent> Events => _events.Reader;

        public void Take(ConversationEvent conversationEvent)
        {
            if (!_events.Writer.TryWrite(conversationEvent))
                Dispose();
        }

        public void Dispose()
        {
            _events.Writer.TryComplete();
            feed._listeners.Remove(this);
        }
    }
}
