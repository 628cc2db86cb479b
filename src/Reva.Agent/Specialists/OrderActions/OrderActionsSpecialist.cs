using Reva.Agent.Specialists.Wishes;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.OrderActions;

/// <summary>Changes of orders that are still in the shop: cancelling, address, items, payment; and the address of the account.</summary>
public sealed class OrderActionsSpecialist(WishFlow flow, WishTools tools) : ISpecialist
{
    /// <inheritdoc/>
    public string Name => "OrderActions";

    /// <inheritdoc/>
    public IReadOnlyList<ITool> Tools => tools.All;

    /// <inheritdoc/>
    public bool Answers(Intent intent) => intent is Intent.CancelOrder or Intent.OrderChange or Intent.AddressChange;

    /// <inheritdoc/>
    public Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken) => flow.AnswerAsync(turn, cancellationToken);
}
