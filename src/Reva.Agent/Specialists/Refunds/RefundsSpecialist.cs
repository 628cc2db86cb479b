using Reva.Agent.Specialists.Wishes;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.Refunds;

/// <summary>Money back, and discounts.</summary>
public sealed class RefundsSpecialist(WishFlow flow, WishTools tools) : ISpecialist
{
    /// <inheritdoc/>
    public string Name => "Refunds";

    /// <inheritdoc/>
    public IReadOnlyList<ITool> Tools => tools.All;

    /// <inheritdoc/>
    public bool Answers(Intent intent) => intent == Intent.RefundRequest;

    /// <inheritdoc/>
    public Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken) => flow.AnswerAsync(turn, cancellationToken);
}
