using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Orders;

namespace Reva.Agent.Specialists.OrderActions;

/// <summary>Which items of an order a shopper has named ('the blue kettle').</summary>
internal static class ActionItems
{
    /// <summary>Lines whose title shares a word with what the shopper wrote in this conversation; empty when none is named.</summary>
    public static List<string> Named(Order order, TurnContext turn)
    {
        var said = Words.Of(string.Join(' ', turn.Input.History.Where(u => u.Author == Core.Conversations.Author.Shopper).TakeLast(4).Select(u => u.Text).Append(turn.Input.Text)));
        var named = order.Lines
            .Select(line => (line, shared: Words.Of($"{line.Title} {line.VariantTitle}").Count(said.Contains)))
            .Where(p => p.shared > 0)
            .ToList();
        if (named.Count == 0)
            return [];
        var best = named.Max(p => p.shared);
        return [.. named.Where(p => p.shared == best).Select(p => OrderView.LineText(p.line))];
    }
}
