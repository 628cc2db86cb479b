using System.Collections.Immutable;
using Reva.Agent.Understanding;
using Reva.Core.Conversations;

namespace Reva.Agent.Turns;

/// <summary>Closes a turn: counts failures, brings a person in where one is needed, and settles what is remembered.</summary>
public sealed class TurnEnding
{
    /// <summary>The turn's last events and memory.</summary>
    public TurnEnd Of(Answer answer, EscalationReason? demanded, EscalationWish? triggered, TurnContext turn)
    {
        var reply = answer.Reply;
        var failures = reply.Helped ? 0 : turn.Memory.Failures + 1;
        var wish = reply.Escalation ?? turn.WishedEscalation ?? (demanded is { } reason ? new EscalationWish(reason, EscalationCheck.PriorityOf(reason, turn.Meaning), "") : null);
        // A wish about an order of high value is that first; any other wish says more than what it triggers.
        if (wish is { Reason: EscalationReason.OrderAction } && triggered is not null)
            wish = new EscalationWish(triggered.Reason == EscalationReason.HighValue ? triggered.Reason : wish.Reason, Later(wish.Priority, triggered.Priority), $"{wish.Facts.TrimEnd('.')}. {triggered.Facts}");
        var text = turn.Opening + reply.Text;
        var quickReplies = reply.QuickReplies;
        if (wish is null && failures >= EscalationCheck.MostFailures && turn.Input.Status != ConversationStatus.Escalated)
        {
            wish = new EscalationWish(EscalationReason.AgentFailed, EscalationCheck.PriorityOf(EscalationReason.AgentFailed, turn.Meaning), "");
            text += EscalationWords.Failed(turn);
            quickReplies = [];
            turn.Memory = turn.Memory with { Pending = null };
        }
        if (wish is null && triggered is not null)
        {
            wish = triggered;
            text += $"\n\n{EscalationWords.Triggered(triggered.Reason, turn)}";
        }
        var tellsOfEnglish = !answer.Streamed && !reply.InShoppersLanguage && turn.Memory.EnglishToldIn != turn.Meaning.Language;
        if (tellsOfEnglish && ForeignLanguage.Notice(turn.Meaning.Language) is { } notice)
            text = $"{notice}\n\n{text}";

        var memory = EscalationTriggers.Remember(turn.Memory, turn) with
        {
            Pending = Waiting(turn),
            Failures = wish?.Reason == EscalationReason.AgentFailed ? 0 : failures,
            Rudeness = turn.Memory.Rudeness + (turn.Meaning.Rude ? 1 : 0),
            Turns = turn.Memory.Turns + 1,
            Language = turn.Meaning.Language,
            EnglishToldIn = tellsOfEnglish ? turn.Meaning.Language : turn.Memory.EnglishToldIn,
            AskedActions = turn.OnlyNews ? [.. turn.Memory.AskedActions.Concat(turn.AskedActions)] : [.. turn.AskedActions.Concat((turn.Input.Actions?.Open ?? []).Where(a => a.TurnId == turn.Input.TurnId).Select(a => a.ActionId))],
            LastIntent = turn.OnlyNews ? turn.Memory.LastIntent : turn.Meaning.Intent,
            KnownOrders = KnownOrder.After(turn.Memory.KnownOrders, turn.Orders.Select(o => KnownOrder.Of(o, turn.Input.Now, turn.Input.Store.TimeZone))),
        };
        var escalated = wish is null ? null : new Escalated(wish.Reason, wish.Priority, EscalationSummary.Of(wish, turn), text);
        var shown = turn.Opening + (answer.Streamed ? reply.Text : "");
        return new TurnEnd(text, answer, [.. turn.Citations], quickReplies, escalated, memory) { Shown = text.StartsWith(shown, StringComparison.Ordinal) ? shown.Length : 0 };
    }

    private static Priority Later(Priority one, Priority other) => one > other ? one : other;

    // 'Which of them?' holds for one turn: a 'yes' later on answers something else. Proof of who one is may come any time.
    private static PendingQuestion? Waiting(TurnContext turn) =>
        !turn.OnlyNews && turn.Memory.Pending is { Kind: not (PendingKind.OrderIdentity or PendingKind.WhichOrder or PendingKind.Code) } pending && ReferenceEquals(pending, turn.Input.Memory.Pending) ? null : turn.Memory.Pending;
}

/// <summary>How a turn ends.</summary>
public sealed record TurnEnd(string Text, Answer Answer, ImmutableArray<Citation> Citations, ImmutableArray<string> QuickReplies, Escalated? Escalated, ConversationMemory Memory)
{
    /// <summary>Characters of the text that the shopper has seen already.</summary>
    public int Shown { get; init; }

    /// <summary>Sends what is left to send: unsent words, the whole reply, the escalation, the end.</summary>
    public void EmitTo(ITurnSink sink, MessageMeaning meaning)
    {
        EmitWords(sink);
        // A [n] in quoted text that is no citation of ours would dangle, so only what was cited is listed.
        sink.Emit(new TextCompleted(Text, Citations, Answer.Usage, QuickReplies) { Grounding = Answer.Grounding });
        if (Escalated is not null)
            sink.Emit(Escalated);
        sink.Emit(new TurnCompleted(Memory, meaning.Intent, meaning.Sentiment, meaning.Confidence));
    }

    private void EmitWords(ITurnSink sink)
    {
        var offset = Shown;
        while (offset < Text.Length)
        {
            var end = Text.IndexOf(". ", offset, StringComparison.Ordinal);
            end = end < 0 ? Text.Length : end + 2;
            sink.Emit(new TextDelta(offset, Text[offset..end]));
            offset = end;
        }
    }
}
