using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Grains.Conversations;

/// <summary>
/// One turn while it runs in its grain: tells deltas at once, stores everything else before telling it,
/// and ends exactly once. Lives on its grain's scheduler.
/// </summary>
internal sealed class TurnRun(string turnId, ConversationJournal journal, Action<ConversationAppend> remember, Func<ConversationMemory, bool> hasNews) : ITurnSink
{
    // Cards and tool labels of a long turn should not wait for its end; a short one stores all in one go.
    private static readonly TimeSpan StoreAfter = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly List<NewEvent> _pending = [];
    private readonly StringBuilder _text = new();
    private readonly TurnTrace _trace = new();
    private readonly CancellationTokenSource _stop = new();
    private bool _withdrawn;
    private TextCompleted? _reply;
    private Escalated? _escalated;
    private TurnCompleted? _end;
    private bool _storing;
    private TimeProvider _clock = TimeProvider.System;

    /// <summary>Its id.</summary>
    public string TurnId => turnId;

    /// <summary>Number of the last message it answers.</summary>
    public long UpTo { get; set; }

    /// <summary>Takes note of the end once it is stored, before any other change.</summary>
    public void Remember(ConversationAppend append) => remember(append);

    /// <summary>Whether it begins where another ends.</summary>
    public bool Follows { get; set; }

    /// <summary>Whether actions have ended of which the shopper would still not know.</summary>
    public bool LeavesNews(ConversationMemory memory) => hasNews(memory);

    /// <summary>Its end could not be stored: another activation has the conversation, or the database stayed away.</summary>
    public bool Lost { get; private set; }

    /// <summary>What of the reply has been said; null before the first word.</summary>
    public ConversationEvent? SoFar() => _text.Length == 0 ? null
        : new ConversationEvent(journal.Record!.LastSeq, "text.delta", _clock.GetUtcNow(), EventData.Delta(turnId, new TextDelta(0, _text.ToString())));

    /// <summary>Ends it without an answer; nothing more is said.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>A person speaks instead: nothing more of it is said or stored.</summary>
    public void Withdraw()
    {
        _withdrawn = true;
        Stop();
    }

    /// <summary>Runs the turn and stores its end; answers the next turn when messages came meanwhile.</summary>
    public async Task<TurnRun?> AnswerAsync(TurnPipeline pipeline, TurnInput? input, ILogger logger, TimeProvider clock)
    {
        _clock = clock;
        var startedAt = clock.GetUtcNow();
        var started = Stopwatch.GetTimestamp();
        using var limit = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
        using var activity = TurnTelemetry.Start(TurnId);
        try
        {
            if (input is null)
                throw new InvalidOperationException("The store of this conversation does not exist any more.");
            await pipeline.RunAsync(input, this, either.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "Turn {TurnId} failed", TurnId);
        }
        var duration = Stopwatch.GetElapsedTime(started);
        TurnTelemetry.Record(_end, _reply, duration);
        return await StoreEndAsync(startedAt, duration, logger);
    }

    /// <inheritdoc/>
    public void Emit(TurnEvent turnEvent)
    {
        if (_stop.IsCancellationRequested)
            return;
        _trace.Add(turnEvent);
        switch (turnEvent)
        {
            case TextDelta delta:
                Say(delta);
                break;
            case StepCompleted step:
                Later("turn.step", EventData.Step(TurnId, step));
                break;
            case ToolCalled call:
                Later("tool.called", EventData.ToolCalled(TurnId, call));
                break;
            case ToolCompleted call:
                Later("tool.completed", EventData.ToolCompleted(TurnId, call));
                break;
            case ProductsShown shown:
                Later("products", EventData.Products(TurnId, shown));
                break;
            case OrderShown shown:
                Later("order", EventData.Order(TurnId, shown, _clock.GetUtcNow()));
                break;
            case TextCompleted reply:
                _reply = reply;
                break;
            case Escalated escalated:
                _escalated = escalated;
                break;
            case TurnCompleted end:
                _end = end;
                break;
        }
    }

    private void Say(TextDelta delta)
    {
        _text.Length = Math.Min(_text.Length, delta.Offset);
        _text.Append(delta.Text);
        journal.Pass("text.delta", EventData.Delta(TurnId, delta));
    }

    private void Later(string type, string data)
    {
        _pending.Add(new NewEvent(type, data, _clock.GetUtcNow()));
        if (!_storing)
            _ = StoreSoonAsync();
    }

    private async Task StoreSoonAsync()
    {
        _storing = true;
        try
        {
            await Task.Delay(StoreAfter, _clock, _stop.Token);
            await journal.CommitAsync(record => _withdrawn || _pending.Count == 0 ? null : StorePending(record!));
        }
        catch (Exception failure) when (failure is LogUnavailableException or StaleConversationException or OperationCanceledException)
        {
            // They stay among what waits and are stored with the end, or the next activation tells the turn anew.
        }
        finally
        {
            _storing = false;
        }
    }

    // What the turn adds while these are on their way to the database waits for the next time.
    private Change StorePending(ConversationRecord record)
    {
        var taken = _pending.Count;
        return new Change(record) { Events = [.. _pending], Stored = _ => _pending.RemoveRange(0, taken) };
    }

    // The reply must not be lost to a database that is away for a moment: the turn stays open until it is stored.
    private async Task<TurnRun?> StoreEndAsync(DateTimeOffset startedAt, TimeSpan duration, ILogger logger)
    {
        for (var wait = 100; !_stop.IsCancellationRequested; wait = Math.Min(wait * 2, 5000))
        {
            try
            {
                var next = new TurnRun(Core.Ulid.New(_clock.GetUtcNow()), journal, remember, hasNews);
                await journal.CommitAsync(record => _withdrawn ? null : TurnClosing.Change(record!, this, _pending, _reply, _escalated, _end, Trace(startedAt, duration), next, _clock.GetUtcNow()));
                return next.Follows ? next : null;
            }
            catch (LogUnavailableException failure)
            {
                logger.LogWarning(failure, "The end of turn {TurnId} is not stored yet; trying again", turnId);
            }
            catch (StaleConversationException)
            {
                break;
            }
            try
            {
                await Task.Delay(TimeSpan.FromMilliseconds(wait + Random.Shared.Next(100)), _clock, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }
        Lost = !_withdrawn;
        return null;
    }

    private TurnRecord Trace(DateTimeOffset startedAt, TimeSpan duration) => new(
        turnId, startedAt, duration, _end?.Intent ?? Intent.Other, _end?.Confidence ?? 0, _end?.Sentiment ?? 3,
        _reply?.Usage.Model ?? "none", _reply?.Usage.InputTokens ?? 0, _reply?.Usage.OutputTokens ?? 0, _reply?.Usage.CostUsd ?? 0, _trace.ToJson());
}
