using System.Collections.Immutable;
using Reva.Core.Actions;
using Reva.Core.Customers;
using Reva.Core.Orders;
using Reva.Core.Policies;

namespace Reva.Core.Tests.Policies;

/// <summary>A shop's order and what is asked of it, as plain as they come.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 10, 20, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset DeliveredAt = new(2026, 10, 3, 9, 0, 0, TimeSpan.Zero);
    public const string Email = "mia@example.com";

    public static Money Usd(decimal amount) => new(amount, "USD");

    public static OrderLine Line(string id, string product, decimal price, int quantity, params string[] tags) => new()
    {
        Id = id, Title = $"{product} thing", ProductId = product, VariantId = $"{product}-a", Quantity = quantity, Unfulfilled = quantity, Refundable = quantity, Price = Usd(price), ProductTags = [.. tags],
    };

    public static Order Pending(params OrderLine[] lines)
    {
        OrderLine[] all = lines.Length > 0 ? lines : [Line("1", "kettle", 50, 2), Line("2", "mug", 10, 1)];
        var goods = all.Sum(l => l.Price.Amount * l.Quantity);
        return new Order
        {
            Id = "o1", Number = "#1001", Email = Email, CustomerId = "c1", PlacedAt = DeliveredAt.AddDays(-5), FinancialStatus = "PAID", Lines = [.. all],
            Total = Usd(goods + 5), Shipping = Usd(5), Received = Usd(goods + 5), Refunded = Usd(0),
            ShippingAddress = Home, Payments = [new("p1", false, Usd(goods + 5), "Visa ending 9212", "card", DeliveredAt.AddDays(-5))],
        };
    }

    public static Order Sent(string status, Order? order = null) => (order ?? Pending()) is var o ? o with
    {
        Lines = [.. o.Lines.Select(l => l with { Unfulfilled = 0 })],
        Fulfillments = [new Fulfillment { DisplayStatus = status, CreatedAt = DeliveredAt.AddDays(-2) }],
    } : throw new InvalidOperationException();

    public static Order Delivered(params OrderLine[] lines)
    {
        var order = Sent("DELIVERED", Pending(lines));
        return order with
        {
            Lines = [.. order.Lines.Select(l => l with { Returnable = l.Quantity })],
            Fulfillments = [order.Fulfillments[0] with { DeliveredAt = DeliveredAt }],
        };
    }

    public static PostalAddress Home { get; } = new() { Address1 = "1 Mill Lane", City = "Denver", Zip = "80279", Country = "USA", Province = "CO" };

    public static PostalAddress Away { get; } = Home with { Address1 = "986 Sunset Drive" };

    public static StorePolicies Open { get; } = new()
    {
        Actions = Enum.GetValues<ActionKind>().ToImmutableDictionary(k => k, _ => new ActionRule()),
        RefundRoutes = [RefundRoute.StoreCredit, RefundRoute.PaymentMethod],
        Grants = [new("late-delivery", "more than three days late", 10, null)],
    };

    /// <summary>The rules of τ-bench's retail shop.</summary>
    public static StorePolicies TauRetail { get; } = new()
    {
        Actions = Enum.GetValues<ActionKind>().ToImmutableDictionary(k => k, _ => new ActionRule { Level = VerificationLevel.NameAndPostcode }),
        ReturnWindowDays = 3650,
        FinalSaleTags = [],
        SameProductOnly = true,
        OneItemChange = true,
        OneReturn = true,
        RefundRoutes = [RefundRoute.PaymentMethod],
    };

    public static ImmutableArray<PaymentMethod> Wallet { get; } =
        [new("card", PaymentMethodKind.Card, "Visa ending 9212", null), new("other-card", PaymentMethodKind.Card, "Visa ending 1111", null), new("gift", PaymentMethodKind.GiftCard, "Gift card", Usd(75))];

    public static VariantOffer Offer(string variant, string product, int? stock = 5, bool available = true) => new(variant, product, $"{product} thing", "Blue", Usd(50), stock, available);

    public static ActionQuote Pays(decimal toCustomer, decimal fromCustomer = 0) => new()
    {
        ToCustomer = Usd(toCustomer), FromCustomer = Usd(fromCustomer), Offers = [Offer("kettle-b", "kettle"), Offer("mug-b", "mug")],
    };

    public static PolicyRequest Ask(ShopAction action, Order? order, StorePolicies? policies = null, decimal toCustomer = 0, decimal fromCustomer = 0) => new()
    {
        Action = action, Order = order, Quote = Pays(toCustomer, fromCustomer), Level = VerificationLevel.Account, CustomerEmail = Email, CustomerId = "c1",
        PaymentMethods = Wallet, Policies = policies ?? Open, Now = Now,
    };

    public static CancelOrder Cancel(RefundTarget? to = null) => new() { OrderId = "o1", OrderNumber = "#1001", Reason = "found it cheaper", RefundTo = to ?? RefundTarget.Original };

    public static ReturnItems Return(ReturnReason reason, params (string Line, int Quantity)[] items) =>
        new() { OrderId = "o1", OrderNumber = "#1001", Reason = reason, Items = [.. items.Select(i => new ItemPieces(i.Line, i.Quantity))] };

    public static ExchangeItems Exchange(params (string Line, int Quantity, string Variant)[] swaps) =>
        new() { OrderId = "o1", OrderNumber = "#1001", Reason = ReturnReason.Color, Swaps = [.. swaps.Select(s => new ItemSwap(s.Line, s.Quantity, s.Variant))] };

    public static ChangeItems Change(params (string? Line, int Quantity, string? Variant)[] changes) =>
        new() { OrderId = "o1", OrderNumber = "#1001", Changes = [.. changes.Select(c => new ItemChange(c.Line, c.Quantity, c.Variant))] };

    public static Refund PayBack(params (string Line, int Quantity)[] items) =>
        new() { OrderId = "o1", OrderNumber = "#1001", Reason = "asked for it", Items = [.. items.Select(i => new ItemPieces(i.Line, i.Quantity))] };

    public static ChangeAddress Move(PostalAddress to) => new() { OrderId = "o1", OrderNumber = "#1001", Address = to };

    public static ChangePaymentMethod PayWith(string method) => new() { OrderId = "o1", OrderNumber = "#1001", PaymentMethodId = method };

    public static ApplyDiscount Discount(decimal percent = 10, int days = 30, string grant = "late-delivery") => new() { Grant = grant, Percent = percent, Code = "REVA-1", Until = Now.AddDays(days) };
}

/// <summary>Short ways to say what a decision must be.</summary>
internal static class Expect
{
    public static void Denied(string rule, PolicyRequest request)
    {
        var decision = PolicyEngine.Decide(request);
        Assert.Equal((PolicyVerdict.Deny, rule), (decision.Verdict, decision.Reasons[0].Rule));
        Assert.All(decision.Reasons, r => Assert.Matches(@"^[A-Z].*[^ .]\.$", r.Text));
    }

    public static void Approval(string rule, PolicyRequest request)
    {
        var decision = PolicyEngine.Decide(request);
        Assert.Equal(PolicyVerdict.Approve, decision.Verdict);
        Assert.Contains(rule, decision.Reasons.Select(r => r.Rule));
    }

    public static void Confirmed(PolicyRequest request)
    {
        var decision = PolicyEngine.Decide(request);
        Assert.Equal((PolicyVerdict.Confirm, ""), (decision.Verdict, string.Join(' ', decision.Reasons.Select(r => r.Rule))));
    }
}
