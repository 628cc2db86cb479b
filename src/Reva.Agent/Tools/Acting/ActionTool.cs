using System.Text.Json;
using Reva.Agent.Actions;
using Reva.Agent.Identification;
using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Orders;
using Reva.Core.Policies;

namespace Reva.Agent.Tools.Acting;

/// <summary>
/// A tool that proposes an action. It never does anything itself: policy and customer come between. Whose order it may be follows from who the
/// customer has proved to be, never from an argument.
/// </summary>
public abstract class ActionTool<TArguments>(OwnOrders orders) : Tool<TArguments, ActionToolValue>, IActionTool
{
    /// <inheritdoc/>
    public abstract ActionKind Kind { get; }

    /// <inheritdoc/>
    public override string Name => Kind.ToWire();

    /// <summary>The customer's orders.</summary>
    protected OwnOrders Orders { get; } = orders;

    /// <inheritdoc/>
    protected sealed override async Task<ToolOutcome<ActionToolValue>> RunAsync(TArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Input.Actions is not { } actions)
            return Refused("Orders cannot be changed here: hand over to the team with escalate.");
        var draft = await DraftAsync(arguments, turn, cancellationToken);
        if (draft.Action is not { } action)
        {
            await actions.AttemptedAsync(Name, draft.Problem!, JsonSerializer.Serialize(arguments, ToolJson.Options));
            return Refused(draft.Problem!);
        }
        var proposal = await actions.ProposeAsync(action, draft.Order, turn, cancellationToken);
        if (proposal.Record is { } newer)
            await ClashingProposals.WithdrawAsync(newer, actions, turn);
        return proposal.Record is { } record ? Proposed(record, proposal, turn) : Denied(proposal, turn);
    }

    /// <inheritdoc/>
    protected sealed override Task NoteMisfitAsync(string problem, JsonElement arguments, TurnContext turn) =>
        turn.Input.Actions?.AttemptedAsync(Name, problem, arguments.GetRawText()) ?? Task.CompletedTask;

    /// <summary>The action that the arguments describe, or what is wrong with them in words that say what to ask or do.</summary>
    protected abstract Task<ActionDraft> DraftAsync(TArguments arguments, TurnContext turn, CancellationToken cancellationToken);

    private static ToolOutcome<ActionToolValue> Proposed(ActionRecord record, Proposal proposal, TurnContext turn)
    {
        turn.Findings.Add($"Proposed: {record.Card.Title}");
        return new(true, new ActionToolValue(record, proposal.Decision, null), new
        {
            proposed = record.Card.Title, summary = ActionWords.Proposed(record), needs_approval = record.Card.NeedsApproval,
            next = "The customer sees a card with Confirm and Decline. Say what would happen and ask for a yes. Nothing is done yet: do not say that it is.",
        });
    }

    private ToolOutcome<ActionToolValue> Denied(Proposal proposal, TurnContext turn)
    {
        StepUp.Note(proposal.Decision, turn);
        return new(false, new ActionToolValue(null, proposal.Decision, null), new
        {
            denied = proposal.Decision.Reasons.Select(r => r.Text), possible_instead = proposal.Decision.Alternatives.Select(a => a.ToWire()),
            say = ActionWords.Denied(Kind, proposal.Decision),
        });
    }

    private static ToolOutcome<ActionToolValue> Refused(string problem) => new(false, new ActionToolValue(null, null, problem), new { error = problem });
}

/// <summary>A tool that proposes an action of one kind; offered only where policy and proof allow it.</summary>
public interface IActionTool : ITool
{
    /// <summary>What it proposes.</summary>
    ActionKind Kind { get; }
}

/// <summary>What came of proposing.</summary>
/// <param name="Record">The proposal; null when there is none.</param>
/// <param name="Decision">What the policy said; null when it was not asked.</param>
/// <param name="Problem">What is wrong with the arguments; null when the policy was asked.</param>
public sealed record ActionToolValue(ActionRecord? Record, PolicyDecision? Decision, string? Problem);

/// <summary>An action drawn up from a tool's arguments, with the order it is on; or what is wrong with them.</summary>
public sealed record ActionDraft(ShopAction? Action, Order? Order, string? Problem)
{
    /// <summary>It can be proposed.</summary>
    public static ActionDraft Of(ShopAction action, Order? order) => new(action, order, null);

    /// <summary>It cannot be drawn up.</summary>
    public static ActionDraft Wrong(string problem) => new(null, null, problem);
}
