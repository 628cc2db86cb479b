using Microsoft.Extensions.AI;

namespace Reva.Connections.LanguageModels.Faults;

/// <summary>
/// Reads a reply against the clock: the first token within its limit, each next one within its own, and the whole by a deadline that moves on with what is said.
/// Every failure comes out as a <see cref="ModelFault"/>; only the caller's own cancellation comes out as such.
/// </summary>
internal sealed class PacedStream : IAsyncDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _pace;
    private readonly CancellationTokenSource _linked;
    private readonly CancellationTokenSource _whole;
    private readonly Pace _limits;
    private readonly TimeProvider _time;
    private readonly long _started;
    private long _said;
    private readonly IAsyncEnumerator<ChatResponseUpdate> _updates;

    public PacedStream(Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> open, Pace pace, TimeProvider time, CancellationToken caller)
    {
        _caller = caller;
        (_limits, _time, _started) = (pace, time, time.GetTimestamp());
        _pace = new(pace.First, time);
        _whole = new(pace.Whole, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_pace.Token, _whole.Token, caller);
        _updates = open(_linked.Token).GetAsyncEnumerator(_linked.Token);
    }

    /// <summary>Whether anything was handed out that a shopper can see or a tool can act on.</summary>
    public bool HasSpoken { get; private set; }

    /// <summary>The next update; null at the end. Before the first token nothing is handed out.</summary>
    public async ValueTask<ChatResponseUpdate?> NextAsync()
    {
        while (await MoveAsync())
        {
            var update = _updates.Current;
            var speaks = update.Contents.Any(c => c is TextContent { Text.Length: > 0 } or FunctionCallContent);
            var progresses = update.Contents.Any(c => c is ToolCallProgress);
            if (HasSpoken || speaks || progresses || update.Contents.Any(c => c is TextReasoningContent { Text.Length: > 0 }))
                _pace.CancelAfter(_limits.Next);
            if (progresses)
                update.Contents = [.. update.Contents.Where(c => c is not ToolCallProgress)];
            HasSpoken |= speaks;
            Earn(update.Text.Length);
            if (HasSpoken && !(progresses && update.Contents.Count == 0))
                return update;
        }
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _linked.CancelAsync();
        await _updates.DisposeAsync();
        _linked.Dispose();
        _pace.Dispose();
        _whole.Dispose();
    }

    private void Earn(int characters)
    {
        if (characters == 0 || _limits.ReadingPace is not { } pace)
            return;
        _said += characters;
        var left = _limits.Whole + TimeSpan.FromSeconds(_said / pace) - _time.GetElapsedTime(_started);
        if (left > TimeSpan.Zero)
            _whole.CancelAfter(left);
    }

    private async ValueTask<bool> MoveAsync()
    {
        try
        {
            return await _updates.MoveNextAsync();
        }
        catch (Exception exception)
        {
            _caller.ThrowIfCancellationRequested();
            throw OutOfTime(exception) ?? ModelFault.Of(exception);
        }
    }

    private ModelFault? OutOfTime(Exception exception)
    {
        if (_whole.IsCancellationRequested && HasSpoken)
            return new(ModelFaultKind.Slow, "the whole answer took too long", null, exception);
        return _linked.IsCancellationRequested ? new(ModelFaultKind.Silent, HasSpoken ? "fell silent" : "no token in time", null, exception) : null;
    }
}

/// <summary>How fast a reply must come.</summary>
/// <param name="First">Until the first token.</param>
/// <param name="Next">Between two tokens.</param>
/// <param name="Whole">Until the end.</param>
/// <param name="ReadingPace">Characters that earn another second until the end; null when none do.</param>
internal sealed record Pace(TimeSpan First, TimeSpan Next, TimeSpan Whole, double? ReadingPace);

/// <summary>Arguments of a tool call are coming in: a sign of life that is not shown to anybody.</summary>
internal sealed class ToolCallProgress : AIContent;
