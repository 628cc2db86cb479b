using System.Text.Json;
using Orleans;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;

namespace Reva.Server.Api.V1;

/// <summary>Follows a conversation until a message is answered.</summary>
internal sealed class TurnAnswer
{
    public string Response { get; private set; } = "";

    public bool Failed { get; private set; }

    public List<string> Actions { get; } = [];

    /// <summary>The answer to the message stored under <paramref name="seq"/>.</summary>
    public static async Task<TurnAnswer> ToAsync(IConversationGrain conversation, long seq, CancellationToken cancellationToken)
    {
        var answer = new TurnAnswer();
        await foreach (var next in EventsAsync(conversation, seq, conversation.Subscribe(seq, cancellationToken), cancellationToken))
            answer.Take(next);
        return answer;
    }

    /// <summary>Of the events after the message, those up to the end of the turn that answers it, wherever the conversation moves meanwhile.</summary>
    public static async IAsyncEnumerable<ConversationEvent> EventsAsync(IConversationGrain conversation, long seq, IAsyncEnumerable<ConversationEvent> events, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await NobodyAnswersAsync(conversation, seq))
            yield break;
        var ended = false;
        await foreach (var next in UnbrokenEvents.FollowAsync(conversation, seq, events, cancellationToken))
        {
            // An escalation is stored together with the reply and follows it; anything else belongs to what came later.
            if (ended && next.Type != "escalated")
                break;
            yield return next;
            if (ended)
                break;
            if (IsPersons(next) || (next.Type == "resolved" && await NobodyAnswersAsync(conversation, seq)))
                break;
            if (next.Type is not ("text.completed" or "error") || await conversation.Read() is not { } view || view.AnsweredSeq < seq)
                continue;
            if (next.Seq >= view.LastSeq)
                break;
            ended = true;
        }
    }

    // From a takeover on the agent says no word; a person's answer may take hours.
    private static bool IsPersons(ConversationEvent next) => next.Type == "taken_over" || (next.Type == "message" && Field(next, "author") == "person");

    private static async Task<bool> NobodyAnswersAsync(IConversationGrain conversation, long seq) =>
        await conversation.Read() is { Status: ConversationStatus.TakenOver or ConversationStatus.Resolved, Answering: false } view && view.AnsweredSeq < seq;

    private void Take(ConversationEvent next)
    {
        switch (next.Type)
        {
            case "turn.started":
                // A turn that begins again after a restart does its work anew.
                Actions.Clear();
                break;
            case "message" when IsPersons(next):
                Response = Field(next, "text");
                break;
            case "tool.completed":
                Actions.Add(Field(next, "tool"));
                break;
            case "escalated":
                Actions.Add("escalated");
                break;
            case "text.completed":
                Response = Field(next, "text");
                break;
            case "error":
                Response = Field(next, "message");
                Failed = true;
                break;
        }
    }

    private static string Field(ConversationEvent next, string name)
    {
        using var data = JsonDocument.Parse(next.Data);
        return data.RootElement.GetProperty(name).GetString() ?? "";
    }
}
