using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Conversations;

namespace Reva.Grains.Conversations;

/// <summary>What the end of a turn changes. Pure but for what it hands to the turn that follows.</summary>
internal static class TurnClosing
{
    private const string Apology = "Something went wrong on our side. Your message is saved; please try again in a moment, or ask for a person.";

    /// <summary>Everything not yet stored, the reply or an error, the escalation, and the start of <paramref name="next"/> when messages wait.</summary>
    public static Change Change(ConversationRecord record, TurnRun turn, List<NewEvent> pending, TextCompleted? reply, Escalated? escalated, TurnCompleted? end,
        TurnRecord trace, TurnRun next, DateTimeOffset now)
    {
        var events = new List<NewEvent>(pending);
        var messages = new List<MessageRecord>(1);
        if (reply is not null)
        {
            var messageId = Ulid.New(now);
            messages.Add(new MessageRecord { MessageId = messageId, Seq = record.LastSeq + events.Count + 1, Author = Author.Agent, Text = reply.Text, TurnId = turn.TurnId, At = now });
            events.Add(new NewEvent("text.completed", EventData.Completed(turn.TurnId, messageId, reply), now));
        }
        else
        {
            events.Add(new NewEvent("error", EventData.Error(turn.TurnId, "unavailable", Apology), now));
        }

        record = record with
        {
            AnsweredSeq = turn.UpTo,
            // A sign-in may have come with a message while the turn ran.
            Memory = (end?.Memory ?? record.Memory with { Failures = record.Memory.Failures + 1 }) with { SignedIn = record.Memory.SignedIn },
            Intent = end?.Intent ?? record.Intent,
            Sentiment = end?.Sentiment ?? record.Sentiment,
        };
        if (escalated is not null)
        {
            var (changed, told) = Escalations.ByAgent(record, escalated, turn.TurnId, now);
            record = changed;
            if (told is not null)
                events.Add(told);
        }
        if (record.LastShopperSeq > turn.UpTo || (reply is not null && turn.LeavesNews(record.Memory)))
        {
            next.UpTo = record.LastShopperSeq;
            next.Follows = true;
            events.Add(new NewEvent("turn.started", EventData.TurnStarted(next.TurnId), now));
        }
        return new Change(record)
        {
            Events = [.. events],
            Messages = [.. messages],
            Turn = trace,
            Stored = append =>
            {
                pending.Clear();
                turn.Remember(append);
            },
        };
    }
}
