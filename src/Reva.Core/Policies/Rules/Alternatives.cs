using System.Collections.Immutable;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Core.Policies.Rules;

/// <summary>What else could be done for an order when something is denied.</summary>
internal static class Alternatives
{
    /// <summary>Kinds that the rules on the order would not deny, now or once it has arrived; empty when it is not known whose order it is.</summary>
    public static ImmutableArray<ActionKind> Of(PolicyRequest request, IEnumerable<Finding> reasons)
    {
        if (request.Order is not { } order || request.Action is not OrderAction denied || reasons.Any(r => r.Rule is "not_yours" or "no_order" or "verification"))
            return [];
        return [.. Candidates(denied.Kind).Where(kind => request.PlatformActions?.Contains(kind) ?? true).Where(kind => IsPossible(request, order, denied, kind))];
    }

    // In the order in which a shop assistant would name them: what comes nearest to the wish first.
    private static ActionKind[] Candidates(ActionKind denied) => denied switch
    {
        ActionKind.CancelOrder => [ActionKind.ReturnItems, ActionKind.ExchangeItems],
        ActionKind.ChangeAddress or ActionKind.ChangePaymentMethod => [ActionKind.CancelOrder, ActionKind.ReturnItems],
        ActionKind.ChangeItems => [ActionKind.ExchangeItems, ActionKind.CancelOrder, ActionKind.ReturnItems],
        ActionKind.ReturnItems => [ActionKind.ExchangeItems, ActionKind.CancelOrder],
        ActionKind.ExchangeItems => [ActionKind.ReturnItems, ActionKind.ChangeItems, ActionKind.CancelOrder],
        ActionKind.Refund => [ActionKind.ReturnItems, ActionKind.ExchangeItems, ActionKind.CancelOrder],
        _ => [],
    };

    private static bool IsPossible(PolicyRequest request, Order order, OrderAction denied, ActionKind kind)
    {
        var named = NamedPieces.PerLine(request).Select(p => p.Line).Where(l => l.Current() > 0).ToArray();
        var lines = named.Length > 0 ? named : [.. order.Lines.Where(l => l.Current() > 0)];
        return kind is ActionKind.CancelOrder or ActionKind.ChangeItems
            ? lines.Length > 0 && Stands(request, order, Sample(order, kind, lines[0]))
            : lines.Any(l => Stands(request, order, Sample(order, kind, l, denied)));
    }

    private static bool Stands(PolicyRequest request, Order order, OrderAction sample)
    {
        // A return needs parcels on their way or there; an order that is still in the shop is cancelled instead.
        if (sample is ReturnItems or ExchangeItems && OrderState.IsUntouched(order))
            return false;
        return PolicyEngine.Standing(request with { Action = sample }).All(f => f.Verdict != PolicyVerdict.Deny || f.Rule == Delivery.NotDelivered);
    }

    private static OrderAction Sample(Order order, ActionKind kind, OrderLine line, OrderAction? denied = null)
    {
        var reason = denied is null ? null : ReturnWindow.Reason(denied);
        return kind switch
        {
            ActionKind.CancelOrder => new CancelOrder { OrderId = order.Id, OrderNumber = order.Number, Reason = "" },
            ActionKind.ChangeItems => new ChangeItems { OrderId = order.Id, OrderNumber = order.Number, Changes = [new(line.Id, 1, line.VariantId)] },
            ActionKind.ExchangeItems => new ExchangeItems { OrderId = order.Id, OrderNumber = order.Number, Reason = reason ?? ReturnReason.Other, Swaps = [new(line.Id, 1, line.VariantId ?? "")] },
            _ => new ReturnItems { OrderId = order.Id, OrderNumber = order.Number, Reason = reason ?? ReturnReason.Other, Items = [new(line.Id, 1)] },
        };
    }
}
