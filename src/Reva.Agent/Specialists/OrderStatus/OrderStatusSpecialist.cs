using Reva.Agent.Identification;
using Reva.Agent.Specialists.Wishes;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Conversations;
using Reva.Core.Orders;

namespace Reva.Agent.Specialists.OrderStatus;

/// <summary>Where is my order?</summary>
public sealed class OrderStatusSpecialist(OrderAccess access, GetOrder getOrder, WishTools tools, MissingParcel missing) : ISpecialist
{
    private const int MostTold = 3;

    /// <inheritdoc/>
    public string Name => "OrderStatus";

    /// <inheritdoc/>
    public IReadOnlyList<ITool> Tools => tools.All;

    /// <inheritdoc/>
    public bool Answers(Intent intent) => intent == Intent.OrderStatus;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var found = await access.GetAsync(turn, Intent.OrderStatus, cancellationToken);
        if (found.Order is not { } order)
            return found.Instead!;
        if (turn.Meaning.Entities.OrderNumbers.Length > 1 && turn.Phrases is null)
            return await SeveralAsync(order, turn, cancellationToken);
        if (await missing.AnswerAsync(order, turn, cancellationToken) is { } missed)
            return missed;
        var aspect = OrderAspects.Of(turn.English);
        if (aspect is OrderAspect.Standing or OrderAspect.Arrival or OrderAspect.Carrier && ForeignStatus.Of(order, turn) is { } native)
            return native;
        return AspectReply.Of(order, aspect, turn) is { } answer ? answer : StatusReply.Of(order, turn);
    }

    // 'Where are #1001 and #1002?': the proof for one opens the other only if it is the same customer's.
    private async Task<Reply> SeveralAsync(Order first, TurnContext turn, CancellationToken cancellationToken)
    {
        var told = new List<string> { StatusReply.Of(first, turn).Text };
        foreach (var number in turn.Meaning.Entities.OrderNumbers.Where(n => n != first.Number).Take(MostTold - 1))
        {
            var other = (await getOrder.UseAsync(new GetOrderArguments(number, null), turn, cancellationToken)).Value.Order;
            told.Add(other is null ? $"I can't open {number} with what you gave me." : StatusReply.Of(other, turn).Text);
        }
        return new Reply { Text = string.Join("\n\n", told) };
    }
}
