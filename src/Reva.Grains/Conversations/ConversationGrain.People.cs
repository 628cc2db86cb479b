using Reva.Core.Conversations;

namespace Reva.Grains.Conversations;

// The calls of the shop's people: from a takeover on, the agent has no word in the conversation.
public sealed partial class ConversationGrain
{
    /// <inheritdoc/>
    public async Task<PersonResult> TakeOver(TakeOver takeOver)
    {
        if (Refused() is { } refused)
            return refused;
        var record = _journal.Record!;
        if (record.Status == ConversationStatus.TakenOver)
            return Told(Takeovers.IsHolder(record, takeOver) ? PostOutcome.AlreadyStored : PostOutcome.TakenOver);
        if (takeOver.RequestKey is { } key && record.Takeover?.BeginKey == key)
            return Told(PostOutcome.AlreadyStored);
        // The turn is silenced once the takeover is stored and before it is told: a takeover that fails cuts nobody off.
        return await TellAsync(now => before => Takeovers.Begin(before, takeOver, _journal.Open, now) with { Stored = _ => Silence() });
    }

    /// <inheritdoc/>
    public async Task<PersonResult> HandBack(HandBack handBack)
    {
        if (Refused() is { } refused)
            return refused;
        var record = _journal.Record!;
        if (record.Status != ConversationStatus.TakenOver)
            return Told(handBack.RequestKey is { } key && record.Takeover?.EndKey == key ? PostOutcome.AlreadyStored : PostOutcome.NotTakenOver);
        var turn = NewTurn(NewId());
        turn.UpTo = record.LastShopperSeq;
        var result = await TellAsync(now => before => Takeovers.End(before, handBack, turn.TurnId, HasNews(before.Memory), now) with { Stored = Remember });
        if (result.Outcome == PostOutcome.Stored)
            Begin(turn);
        return result;
    }

    /// <inheritdoc/>
    public async Task<PersonResult> Reply(PersonMessage message)
    {
        if (await SaidAsync("reply", message) is { } said)
            return said;
        if (Refused() is { } refused)
            return refused;
        if (_journal.Record!.Status != ConversationStatus.TakenOver)
            return Told(PostOutcome.NotTakenOver);
        return Takeovers.IsHolder(_journal.Record, message.Person)
            ? await TellAsync(now => before => Takeovers.Reply(before, message, now) with { Stored = Remember })
            : Told(PostOutcome.TakenOver);
    }

    /// <inheritdoc/>
    public async Task<PersonResult> Note(PersonMessage message)
    {
        if (_journal.Record is null)
            return Told(PostOutcome.NotFound);
        return await SaidAsync("note", message) ?? await TellAsync(now => before => Takeovers.Note(before, message, now) with { Stored = Remember });
    }

    private PersonResult? Refused() => _journal.Record switch
    {
        null => Told(PostOutcome.NotFound),
        { Status: ConversationStatus.Resolved } => Told(PostOutcome.Closed),
        _ => null,
    };

    private async Task<PersonResult?> SaidAsync(string kind, PersonMessage message) =>
        _journal.Record is not null && Takeovers.MessageKey(kind, message.RequestKey) is { } key && await KnownAsync(key) is { } known
            ? new PersonResult(known.Outcome, known.Seq, known.MessageId, _journal.Record.Takeover?.Person) : null;

    private void Silence()
    {
        _turn?.Withdraw();
        _turn = null;
    }

    private PersonResult Told(PostOutcome outcome) => new(outcome, _journal.Record?.LastSeq ?? 0, null, _journal.Record?.Takeover?.Person);

    private async Task<PersonResult> TellAsync(Func<DateTimeOffset, Func<ConversationRecord, Change?>> change)
    {
        ConversationAppend? append = null;
        var result = await GuardedAsync(async () =>
        {
            append = await _journal.CommitAsync(record => change(clock.GetUtcNow())(record!));
            return new PostResult(PostOutcome.Stored, _journal.Record!.LastSeq, append?.Messages.FirstOrDefault()?.MessageId);
        });
        return Told(result.Outcome) with { Seq = append?.Messages.FirstOrDefault()?.Seq ?? _journal.Record!.LastSeq, MessageId = result.MessageId };
    }
}
