using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using Reva.Agent.Actions;
using Reva.Agent.Identification;
using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Conversations;
using Reva.Grains.Conversations.Actions;
using Reva.Grains.Stores;

namespace Reva.Grains.Conversations;

/// <inheritdoc cref="IConversationGrain"/>
public sealed partial class ConversationGrain(
    IConversationLog log, TurnPipeline pipeline, IStoreProfiles stores, ActionDesk desk, ActionRunner runner, ActionOptions actionOptions,
    TimeProvider clock, ILogger<ConversationGrain> logger) : Grain, IConversationGrain
{
    private const int RecentMessages = 30;
    private readonly EventFeed _feed = new();
    private readonly List<MessageRecord> _recent = [];
    private ConversationJournal _journal = null!;
    private TurnRun? _turn;
    private string _storeId = "";
    private string _conversationId = "";

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_storeId, _conversationId) = ConversationKey.Parse(this.GetPrimaryKeyString());
        _journal = new ConversationJournal(log, _feed, clock, new EscalationMails(await stores.FindAsync(_storeId, cancellationToken), GrainFactory));
        var stored = await log.LoadAsync(_storeId, _conversationId, cancellationToken);
        _journal.Begin(stored, null);
        _actions = new ConversationActionStore(log, _journal, _storeId, _conversationId, clock, this);
        _runs = new ActionRuns(runner, _actions, clock, logger, DeactivateOnIdle);
        if (stored is null)
            return;
        _recent.AddRange(await log.MessagesAsync(_storeId, _conversationId, RecentMessages, cancellationToken));
        await _actions.LoadAsync(cancellationToken);
        if (Unanswered(stored) || HasNewsFor(stored))
        {
            _journal.Begin(stored, await OpenTurn.FindAsync(log, stored, cancellationToken));
            await ResumeAsync(_journal.Open);
        }
        _runs.Resume();
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        // What is not answered now is answered by the next activation.
        _turn?.Stop();
        _runs.Dispose();
        _feed.Close();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<ConversationView?> Read() => Task.FromResult(_journal.Record is { } r ? View(r) : null);

    /// <inheritdoc/>
    public Task Resume() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task Typing(Author author)
    {
        if (_feed.HasListeners)
            _journal.Pass("typing", EventData.Typing(author));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<PostResult> Post(PostMessage message)
    {
        if (_journal.Record is { } record)
        {
            if (message.VisitorId.Length > 0 && record.VisitorId != message.VisitorId)
                return new PostResult(PostOutcome.NotFound, 0, null);
            if (message.ClientMessageId is { } clientId && await KnownAsync(clientId) is { } known)
                return known;
            if (record.Status == ConversationStatus.Resolved)
                return new PostResult(PostOutcome.Closed, 0, null);
        }
        return await GuardedAsync(async () =>
        {
            var messageId = NewId();
            TurnRun? turn = null;
            var append = await _journal.CommitAsync(before =>
            {
                var record = before ?? Created(message);
                // Decided here, where one change follows another: a turn that was storing its end a moment ago answers this no more.
                turn = record.LastShopperSeq > record.AnsweredSeq || record.Status == ConversationStatus.TakenOver || _journal.Open is not null ? null : NewTurn(NewId());
                return Incoming.Change(record, message, messageId, turn?.TurnId, clock.GetUtcNow()) with { Stored = Remember };
            });
            if (turn is not null)
            {
                turn.UpTo = append!.Messages[0].Seq;
                Begin(turn);
            }
            return new PostResult(PostOutcome.Stored, append!.Messages[0].Seq, messageId);
        });
    }

    /// <inheritdoc/>
    public Task<PostResult> Rate(int score, string? comment) => ChangeAsync(record => new Change(record with { Score = score })
    {
        Events = [new NewEvent("rated", EventData.Rated(score, comment))],
    });

    /// <inheritdoc/>
    public async Task<EscalateResult> Escalate(string reason)
    {
        if (_journal.Record is null)
            return new EscalateResult(PostOutcome.NotFound, null);
        var result = await ChangeAsync(record => record.Status == ConversationStatus.Open ? Escalations.ByMerchant(record, reason, clock.GetUtcNow()) : null);
        if (_journal.Record.Status == ConversationStatus.Resolved)
            return new EscalateResult(PostOutcome.Closed, null);
        if (_journal.Record.Status == ConversationStatus.TakenOver)
            return new EscalateResult(PostOutcome.TakenOver, null);
        return new EscalateResult(result.Outcome, _journal.Record.Escalation?.TicketId);
    }

    /// <inheritdoc/>
    public Task<PostResult> Resolve(string summary, int? score) => ChangeAsync(record => record.Status == ConversationStatus.Resolved ? null
        : new Change(record with { Status = ConversationStatus.Resolved, ResolutionSummary = summary, Score = score ?? record.Score })
        {
            Events = [new NewEvent("resolved", EventData.Resolved(summary))],
        });

    /// <inheritdoc/>
    public async IAsyncEnumerable<ConversationEvent> Subscribe(long afterSeq, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Listening begins before the log is read: what happens meanwhile waits in the channel.
        using var listener = _feed.Listen();
        var seen = afterSeq;
        while (seen < (_journal.Record?.LastSeq ?? 0))
        {
            var page = await log.EventsAsync(_storeId, _conversationId, seen, 500, cancellationToken);
            if (page.IsEmpty)
                break;
            // What the log has a moment before this grain knows of it comes live, so that whoever reads it finds the grain's view in step.
            var known = _journal.Record!.LastSeq;
            foreach (var stored in page.Where(e => e.Seq <= known))
                yield return stored;
            seen = Math.Min(page[^1].Seq, known);
        }
        if (_turn?.SoFar() is { } soFar)
            yield return soFar;
        await foreach (var next in listener.Events.ReadAllAsync(cancellationToken))
        {
            // Deltas that came while the log was read are part of what was just shown; sending them again is harmless by their offset.
            if (next.Type is "text.delta" or "typing")
                yield return next;
            else if (next.Seq > seen)
            {
                seen = next.Seq;
                yield return next;
            }
        }
    }

    // A turn that its process did not finish keeps its id, so that it ends once; what it had shown is withdrawn.
    private async Task ResumeAsync(OpenTurn? open)
    {
        var turn = NewTurn(open?.TurnId ?? NewId());
        turn.UpTo = _journal.Record!.LastShopperSeq;
        if (open is null or { Showed: true })
            await _journal.CommitAsync(record => new Change(record!) { Events = [new NewEvent("turn.started", EventData.TurnStarted(turn.TurnId))] });
        Begin(turn);
    }

    private TurnRun NewTurn(string turnId) => new(turnId, _journal, Remember, HasNews);

    private void Begin(TurnRun turn)
    {
        // Between its start's commit and here a person may have taken over, and it is withdrawn already.
        if (_journal.Open?.TurnId != turn.TurnId)
            return;
        _turn = turn;
        _ = AnswerAsync(turn);
    }

    private async Task AnswerAsync(TurnRun turn)
    {
        TurnRun? next;
        try
        {
            next = await turn.AnswerAsync(pipeline, await InputAsync(turn), logger, clock);
        }
        catch (Exception failure)
        {
            // Nothing is lost: the message is stored, and the next activation answers it.
            logger.LogError(failure, "Turn {TurnId} could not be brought to its end", turn.TurnId);
            DeactivateOnIdle();
            return;
        }
        // The next may have begun already, with a message that came while this one's end was stored.
        if (_turn == turn)
        {
            _turn = null;
            _actions.Settle();
        }
        if (next is { } following)
            Begin(following);
        else if (turn.Lost)
            DeactivateOnIdle();
    }

    private void Remember(ConversationAppend append)
    {
        _recent.AddRange(append.Messages);
        if (_recent.Count > RecentMessages * 2)
            _recent.RemoveRange(0, _recent.Count - RecentMessages);
    }

    private async Task<TurnInput?> InputAsync(TurnRun turn)
    {
        var record = _journal.Record!;
        if (await stores.FindAsync(_storeId, CancellationToken.None) is not { } store)
            return null;
        var answered = record.AnsweredSeq;
        return new TurnInput
        {
            Store = store,
            ConversationId = _conversationId,
            VisitorId = record.VisitorId,
            TurnId = turn.TurnId,
            Channel = record.Channel,
            History = [.. _recent.Where(m => m.Author != Author.Note && (m.Seq <= answered || m.Author != Author.Shopper)).Select(m => new Utterance(m.Author, m.Text))],
            Text = string.Join('\n', _recent.Where(m => m.Author == Author.Shopper && m.Seq > answered && m.Seq <= turn.UpTo).Select(m => m.Text)),
            WrittenAt = _recent.Where(m => m.Author == Author.Shopper && m.Seq > answered && m.Seq <= turn.UpTo).Select(m => (DateTimeOffset?)m.At).Min() ?? DateTimeOffset.MaxValue,
            Page = record.Page,
            Memory = SignIn.Of(record.Memory, clock.GetUtcNow()),
            Status = record.Status,
            Actions = new ConversationActions(desk, _actions, _runs.EndOf, actionOptions, clock),
            Now = clock.GetUtcNow(),
        };
    }

    private async Task<PostResult?> KnownAsync(string clientMessageId)
    {
        if (_recent.Find(m => m.ClientMessageId == clientMessageId) is { } message)
            return new PostResult(PostOutcome.AlreadyStored, message.Seq, message.MessageId);
        // Older ones than those in memory are looked up; a conversation that is all in memory needs no query.
        if (_recent.Count < RecentMessages)
            return null;
        return await log.FindClientMessageAsync(_storeId, _conversationId, clientMessageId, CancellationToken.None) is { } stored
            ? new PostResult(PostOutcome.AlreadyStored, stored.Seq, stored.MessageId) : null;
    }

    private async Task<PostResult> ChangeAsync(Func<ConversationRecord, Change?> change)
    {
        if (_journal.Record is null)
            return new PostResult(PostOutcome.NotFound, 0, null);
        return await GuardedAsync(async () =>
        {
            var append = await _journal.CommitAsync(record => change(record!));
            return new PostResult(append is null ? PostOutcome.AlreadyStored : PostOutcome.Stored, _journal.Record.LastSeq, null);
        });
    }

    private async Task<PostResult> GuardedAsync(Func<Task<PostResult>> work)
    {
        try
        {
            return await work();
        }
        catch (LogUnavailableException)
        {
            return new PostResult(PostOutcome.Unavailable, 0, null);
        }
        catch (StaleConversationException)
        {
            // Another activation wrote: this one's picture is old, and the caller may try again at once.
            DeactivateOnIdle();
            return new PostResult(PostOutcome.Unavailable, 0, null);
        }
    }

    private ConversationRecord Created(PostMessage message) => new()
    {
        StoreId = _storeId, ConversationId = _conversationId, VisitorId = message.VisitorId, Channel = message.Channel,
        CustomerEmail = message.CustomerEmail, CreatedAt = clock.GetUtcNow(),
    };

    private static bool Unanswered(ConversationRecord record) => record.LastShopperSeq > record.AnsweredSeq && record.Status is not (ConversationStatus.Resolved or ConversationStatus.TakenOver);

    private string NewId() => Ulid.New(clock.GetUtcNow());

    private ConversationView View(ConversationRecord r) => new(
        r.ConversationId, r.VisitorId, r.Channel, r.Status, r.LastSeq, r.AnsweredSeq, r.Intent, r.Sentiment, r.CustomerEmail, r.Memory.SignedIn?.Email ?? r.Memory.Identity.Email,
        r.Escalation is { } e ? new EscalationView(e.TicketId, e.Reason, e.Priority, e.Summary, e.At) : null, r.ResolutionSummary, r.Score, r.CreatedAt, r.UpdatedAt)
    {
        Takeover = r is { Status: ConversationStatus.TakenOver, Takeover: { } t } ? new TakeoverView(t.Person, t.Email, t.At) : null,
        Answering = _turn is not null,
    };
}
