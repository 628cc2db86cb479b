using System.Text.Json;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Tools;

/// <summary>Why a person is needed.</summary>
/// <param name="Reason">One of the schema's reasons.</param>
/// <param name="Facts">What the team must know.</param>
public sealed record EscalateArguments(string? Reason, string? Facts);

/// <summary>Asks for a person. The turn stores it when it ends; the words to the shopper are the model's.</summary>
public sealed class Escalate : Tool<EscalateArguments, EscalationWish>
{
    /// <inheritdoc/>
    public override string Name => "escalate";

    /// <inheritdoc/>
    public override string Description =>
        "Hand the conversation to the shop's team: when the shopper asks for a person, is angry, mentions law, injury or danger, or wants a change of an order that no tool can propose (order_action), or wants an exception or compensation (outside_procedure). Then tell the shopper what happens next, with the reply time given above.";

    /// <inheritdoc/>
    public override string Label => "Passing this to the team";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""
        {"type":"object","properties":{
          "reason":{"type":"string","enum":["requested_person","frustrated","legal_or_safety","agent_failed","order_action","verification_failed","outside_procedure"]},
          "facts":{"type":"string","description":"What the team must know: wish, order, items, what was tried"}},"required":["reason","facts"]}
        """);

    /// <inheritdoc/>
    protected override Task<ToolOutcome<EscalationWish>> RunAsync(EscalateArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        var reason = Enum.TryParse<EscalationReason>((arguments.Reason ?? "").Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var known)
            ? known : EscalationReason.RequestedPerson;
        var wish = new EscalationWish(reason, EscalationCheck.PriorityOf(reason, turn.Meaning), arguments.Facts ?? "");
        turn.WishedEscalation = wish;
        return Task.FromResult(new ToolOutcome<EscalationWish>(true, wish, new { escalated = true, reply_time = turn.ReplyPromise }));
    }
}
