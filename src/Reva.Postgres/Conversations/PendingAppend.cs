using System.Diagnostics;
using Reva.Grains.Conversations;

namespace Reva.Postgres.Conversations;

/// <summary>One append on its way to disk, with the caller who waits for it.</summary>
internal sealed class PendingAppend(ConversationAppend append)
{
    // Continuations must not run on the writer: the next batch would wait for them.
    private readonly TaskCompletionSource _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _since = Stopwatch.GetTimestamp();

    public ConversationAppend Append { get; } = append;

    /// <summary>Stored with the conversation, so that an append whose answer got lost can be told from one that never arrived.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Serialised by the caller, before it waits in line.</summary>
    public string Memory { get; } = StoredJson.Write(append.Conversation.Memory);

    public Task Stored => _stored.Task;

    public TimeSpan Waiting => Stopwatch.GetElapsedTime(_since);

    public bool Answered => _stored.Task.IsCompleted;

    public (string, string) Key => (Append.Conversation.StoreId, Append.Conversation.ConversationId);

    public void Succeed() => _stored.TrySetResult();

    public void FailAsStale() => Fail(new StaleConversationException(Append.Conversation.ConversationId));

    public void Fail(Exception reason) => _stored.TrySetException(reason);
}
