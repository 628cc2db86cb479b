using System.Collections.Immutable;
using Reva.Agent.Turns;

namespace Reva.Agent.LanguageModels;

/// <summary>What a turn knew before a model was let at it.</summary>
internal sealed class TurnMark
{
    private readonly ConversationMemory _memory;
    private readonly EscalationWish? _wish;
    private readonly ImmutableArray<string> _findings;
    private readonly ImmutableArray<Citation> _citations;

    private TurnMark(TurnContext turn) => (_memory, _wish, _findings, _citations) = (turn.Memory, turn.WishedEscalation, [.. turn.Findings], [.. turn.Citations]);

    public static TurnMark Of(TurnContext turn) => new(turn);

    /// <summary>Takes back all that the model brought about but tries at an identity: those were made, and count.</summary>
    public void Restore(TurnContext turn)
    {
        turn.Memory = _memory with { Identity = turn.Memory.Identity };
        turn.WishedEscalation = _wish;
        turn.Findings.Clear();
        turn.Findings.AddRange(_findings);
        turn.Citations.Clear();
        turn.Citations.AddRange(_citations);
    }
}
