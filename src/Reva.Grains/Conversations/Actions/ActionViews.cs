using Reva.Agent.Actions;

namespace Reva.Grains.Conversations.Actions;

/// <summary>Actions as callers see them.</summary>
public static class ActionViews
{
    /// <summary>An action with its card and what came of it, in the shape of the events.</summary>
    public static string Json(ActionRecord action) => ActionEventData.View(action);

    internal static ActionView Of(ActionRecord action) => new(action.ActionId, action.Action.Kind, action.Status, action.ProposedAt, ActionEventData.View(action));
}
