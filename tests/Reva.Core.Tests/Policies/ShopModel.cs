using System.Collections.Immutable;
using Reva.Core.Actions;
using Reva.Core.Orders;
using Reva.Core.Policies;
using static Reva.Core.Tests.Policies.Given;

namespace Reva.Core.Tests.Policies;

/// <summary>A shop that does whatever the policy lets through, pays what is asked, and stops at nothing by itself.</summary>
internal sealed class ShopModel(Order order, StorePolicies policies, decimal paidPart = 1)
{
    private readonly List<PastAction> _history = [];
    private readonly Dictionary<string, decimal> _promised = [];

    public Order Order { get; private set; } = order;

    public DateTimeOffset Now { get; private set; } = Given.Now;

    /// <summary>What was paid out or promised without a person's approval, by kind.</summary>
    public List<(ActionKind Kind, decimal Amount, DateTimeOffset At)> Unapproved { get; } = [];

    /// <summary>Lines that came back by a wish, or without a person's approval.</summary>
    public HashSet<string> CameBack { get; } = [];

    public void Wait(int hours) => Now = Now.AddHours(hours);

    /// <summary>Tries an action; a person approves whatever is theirs to approve when <paramref name="approves"/>.</summary>
    public PolicyVerdict Try(ShopAction action, bool approves)
    {
        var request = Ask(action, Order, policies, Quote(action)) with { Now = Now, History = new() { Actions = [.. _history], StoreDay = StoreDay() } };
        var verdict = PolicyEngine.Decide(request).Verdict;
        if (verdict == PolicyVerdict.Deny || (verdict == PolicyVerdict.Approve && !approves))
            return verdict;
        var amount = request.Quote.ToCustomer.Amount;
        _history.Add(new($"a{_history.Count}", action.Kind, Order.Id, Email, amount, Now));
        if (verdict == PolicyVerdict.Confirm)
            Unapproved.Add((action.Kind, amount, Now));
        if (action is ReturnItems back && (verdict == PolicyVerdict.Confirm || !back.Reason.IsFault()))
            CameBack.UnionWith(back.Items.Select(i => i.LineId));
        Do(action, amount);
        return verdict;
    }

    /// <summary>The oldest parcel on its way back arrives, and what was promised for it is paid.</summary>
    public void Arrive()
    {
        if (Order.Returns.FirstOrDefault(r => r.IsOpen) is not { } back)
            return;
        Order = Order with { Returns = Order.Returns.Replace(back, back with { Status = "CLOSED" }), Refunded = Order.Refunded + Usd(_promised[back.Id]) };
        foreach (var item in back.Items)
            Take(item.LineId!, item.Quantity, returned: true);
    }

    private decimal Quote(ShopAction action) => Usd(action switch
    {
        CancelOrder => Order.Refundable.Amount / paidPart,
        ReturnItems back => back.Items.Sum(i => Price(i.LineId) * i.Quantity),
        ChangeItems change => change.Changes.Sum(c => Price(c.LineId) * c.Quantity),
        Refund refund => refund.Items.Sum(i => Price(i.LineId) * i.Quantity) + ((refund.Shipping ? 5 : 0) + (refund.Extra?.Amount ?? 0)) / paidPart,
        _ => 0,
    } * paidPart).Rounded().Amount;

    private decimal Price(string? line) => Order.Lines.FirstOrDefault(l => l.Id == line)?.Price.Amount ?? 0;

    private void Do(ShopAction action, decimal amount)
    {
        if (action is ReturnItems back)
        {
            var id = $"r{Order.Returns.Length}";
            _promised[id] = amount;
            Order = Order with { Returns = Order.Returns.Add(new(id, id, "OPEN", [.. back.Items.Select(i => new ReturnedPieces(i.LineId, "", i.Quantity))], Now)) };
            foreach (var item in back.Items)
                Change(item.LineId, l => l with { Returnable = l.Returnable - item.Quantity });
            return;
        }
        Order = Order with { Refunded = Order.Refunded + Usd(amount) };
        if (action is CancelOrder)
            Order = Order with { CancelledAt = Now, Lines = [.. Order.Lines.Select(l => l with { CurrentQuantity = 0, Unfulfilled = 0, Refundable = 0 })] };
        foreach (var item in (action as Refund)?.Items ?? [])
            Take(item.LineId, item.Quantity, returned: false);
        foreach (var change in (action as ChangeItems)?.Changes ?? [])
            Change(change.LineId!, l => l with { CurrentQuantity = (l.CurrentQuantity ?? l.Quantity) - change.Quantity, Unfulfilled = l.Unfulfilled - change.Quantity, Refundable = l.Refundable - change.Quantity });
    }

    private void Take(string line, int quantity, bool returned) =>
        Change(line, l => l with { Refundable = l.Refundable - quantity, CurrentQuantity = returned ? (l.CurrentQuantity ?? l.Quantity) - quantity : l.CurrentQuantity });

    private void Change(string line, Func<OrderLine, OrderLine> change) => Order = Order with { Lines = [.. Order.Lines.Select(l => l.Id == line ? change(l) : l)] };

    private ImmutableDictionary<ActionKind, decimal> StoreDay() =>
        _history.Where(a => a.At > Now.AddDays(-1)).GroupBy(a => a.Kind).ToImmutableDictionary(g => g.Key, g => g.Sum(a => a.ToCustomer));
}
