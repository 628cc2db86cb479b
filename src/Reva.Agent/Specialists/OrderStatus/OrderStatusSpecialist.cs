using Reva.Agent.Identification;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.OrderStatus;

/// <summary>Where is my order?</summary>
public sealed class OrderStatusSpecialist(OrderAccess access, GetOrder getOrder, FindOrders findOrders, SearchKnowledge knowledge, Escalate escalate) : ISpecialist
{
    /// <inheritdoc/>
    public string Name => "OrderStatus";

    /// <inheritdoc/>
    public IReadOnlyList<ITool> Tools { get; } = [getOrder, findOrders, knowledge, escalate];

    /// <inheritdoc/>
    public bool Answers(Intent intent) => intent == Intent.OrderStatus;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var found = await access.GetAsync(turn, Intent.OrderStatus, cancellationToken);
        if (found.Order is not { } order)
            return found.Instead!;
        var aspect = OrderAspects.Of(turn.English);
        if (aspect is OrderAspect.Standing or OrderAspect.Arrival or OrderAspect.Carrier && ForeignStatus.Of(order, turn) is { } native)
            return native;
        return AspectReply.Of(order, aspect, turn) is { } answer ? answer : StatusReply.Of(order, turn);
    }
}
