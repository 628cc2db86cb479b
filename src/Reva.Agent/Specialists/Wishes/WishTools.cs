using Reva.Agent.Tools;
using Reva.Agent.Tools.Acting;

namespace Reva.Agent.Specialists.Wishes;

/// <summary>The tools of whoever speaks about orders with a model: what is read, what is proposed, and handing over.</summary>
public sealed class WishTools(GetOrder getOrder, FindOrders findOrders, TrackShipment track, SearchKnowledge knowledge, Escalate escalate, ActionTools actions)
{
    /// <summary>All of them; which a model gets is decided by the state of the turn.</summary>
    public IReadOnlyList<ITool> All { get; } = [getOrder, findOrders, track, .. actions.All, knowledge, escalate];
}
