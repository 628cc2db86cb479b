using System.Text.Json;
using Reva.Agent.Identification;
using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core.Customers;
using Reva.Core.Orders;

namespace Reva.Agent.Tools;

/// <summary>Which order; the e-mail is only for proving who asks, and only as the shopper wrote it.</summary>
public sealed record GetOrderArguments(string? OrderNumber, string? Email);

/// <summary>Reads one order for its proven owner, proving it first when number and e-mail are given.</summary>
public sealed class GetOrder(IOrders orders, IdentityCheck check) : Tool<GetOrderArguments, GetOrderValue>
{
    /// <inheritdoc/>
    public override string Name => "get_order";

    /// <inheritdoc/>
    public override string Description =>
        "Read an order: status, items, tracking, delivery. The shopper must prove who they are with the order number and the e-mail address of the order, both in their own words. Never say whether an order exists when the proof fails.";

    /// <inheritdoc/>
    public override string Label => "Looking up your order";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""
        {"type":"object","properties":{"order_number":{"type":"string"},"email":{"type":"string","description":"Only as the shopper wrote it"}},"required":["order_number"]}
        """);

    /// <inheritdoc/>
    protected override async Task<ToolOutcome<GetOrderValue>> RunAsync(GetOrderArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(arguments.OrderNumber))
            return Refused(IdentityResult.NoMatch, IdentityCheck.MostTries, "An order number is needed: ask for it.");
        var email = string.IsNullOrWhiteSpace(arguments.Email) ? null : ShopperWords.AddressIn(arguments.Email);
        var outcome = await ReadAsync(arguments.OrderNumber.Trim(), email, turn, cancellationToken);
        if (outcome.Order is not { } order)
            return Refused(outcome.Result, outcome.TriesLeft, Words(outcome), outcome.PausedUntil);

        turn.Memory = turn.Memory with { FocusOrderNumber = order.Number };
        turn.Findings.Add(Finding(order, turn));
        turn.Emit(new OrderShown(order, order.Standing(turn.Input.Now)) { WithMoney = turn.Level >= VerificationLevel.OrderAndEmail });
        return new(true, new GetOrderValue(IdentityResult.Proved, order, 0), OrderView.Of(order, turn));
    }

    private async Task<IdentityOutcome> ReadAsync(string number, string? email, TurnContext turn, CancellationToken cancellationToken)
    {
        var provesMore = email is not null && turn.Level < VerificationLevel.OrderAndEmail && ShopperWords.HoldAddress(email, turn);
        if (turn.VerifiedEmail is { } proved && !provesMore && (email is null || Proofs.Same(email, proved)))
        {
            var order = await orders.FindAsync(turn.StoreId, number, cancellationToken);
            if (order is not null && Proofs.Same(order.Email, proved))
                return new IdentityOutcome(IdentityResult.Proved, order, IdentityCheck.MostTries);
            email ??= proved;
        }
        return email is null || !SaidByShopper(email, turn)
            ? new IdentityOutcome(IdentityResult.NoMatch, null, IdentityCheck.MostTries)
            : await check.TryAsync(number, email, turn, cancellationToken);
    }

    private static bool SaidByShopper(string email, TurnContext turn) => Proofs.Same(turn.VerifiedEmail, email) || ShopperWords.HoldAddress(email, turn);

    private static string Finding(Order order, TurnContext turn)
    {
        var view = OrderView.Of(order, turn);
        return $"Order {view.Number}: {view.Status.Replace('_', ' ')}, placed {view.Placed}, {order.Total.ToText()}, {string.Join("; ", view.Items)}"
            + (view.TrackingNumber is null ? "" : $", {view.Carrier} {view.TrackingNumber}");
    }

    private static string Words(IdentityOutcome outcome) => outcome.Result switch
    {
        IdentityResult.Paused => "Look-ups with this number or this address are paused after too many failed tries, whether or not the pair is right: say that it can be tried again later and offer a person.",
        IdentityResult.Locked or IdentityResult.LockedNow => "Locked after failed tries: say that it can be tried again in 15 minutes and offer a person.",
        IdentityResult.OtherCustomer => "The shopper is signed in to the shop with another e-mail address, so only that customer's orders can be opened here. Say so; for another address they sign out and begin a new chat.",
        _ => "Number and e-mail do not match an order, or the shopper has not given the e-mail address. Ask for both; do not say which is wrong.",
    };

    private static ToolOutcome<GetOrderValue> Refused(IdentityResult result, int triesLeft, string words, DateTimeOffset? pausedUntil = null) =>
        new(false, new GetOrderValue(result, null, triesLeft) { PausedUntil = pausedUntil }, new { error = words });
}

/// <summary>What was read.</summary>
/// <param name="Order">Only for its proven owner.</param>
public sealed record GetOrderValue(IdentityResult Result, Order? Order, int TriesLeft)
{
    /// <summary>When paused: until when, UTC.</summary>
    public DateTimeOffset? PausedUntil { get; init; }
}
