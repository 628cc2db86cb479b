using Reva.Agent.Specialists.Wishes;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.Returns;

/// <summary>Returns and exchanges.</summary>
public sealed class ReturnsSpecialist(WishFlow flow, WishTools tools) : ISpecialist
{
    /// <inheritdoc/>
    public string Name => "Returns";

    /// <inheritdoc/>
    public IReadOnlyList<ITool> Tools => tools.All;

    /// <inheritdoc/>
    public bool Answers(Intent intent) => intent is Intent.ReturnRequest or Intent.ExchangeRequest;

    /// <inheritdoc/>
    public Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken) => flow.AnswerAsync(turn, cancellationToken);
}
