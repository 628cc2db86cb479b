using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Reva.Core.Actions;
using Reva.Core.Orders;
using Reva.Core.Policies;
using static Reva.Core.Tests.Policies.Given;

namespace Reva.Core.Tests.Policies;

/// <summary>Whatever is asked in whatever order, and however obliging the people who approve are.</summary>
public sealed class SequencesTests
{
    private static readonly Gen<ShopAction> Actions = Gen.Choose(0, 9).Zip(Gen.Choose(0, 4)).Zip(Gen.Choose(1, 3)).Zip(Gen.Choose(0, 6000)).Zip(Gen.Choose(0, 8)).Select(t =>
    {
        var ((((kind, line), quantity), cents), reason) = t;
        // Lines 1–3 exist, 4 does not; one of them twice is tried too.
        (string, int)[] items = line == 0 ? [("1", 1), ("1", quantity)] : [($"{line}", quantity)];
        return (ShopAction)(kind switch
        {
            0 => Cancel(),
            1 => Change([.. items.Select(i => ((string?)i.Item1, i.Item2, (string?)null))]),
            2 or 3 or 4 => Return((ReturnReason)reason, items),
            5 => PayBack(items) with { Shipping = true },
            6 => PayBack() with { Extra = Usd(cents / 100m) },
            7 => PayBack() with { Shipping = true },
            _ => PayBack(items) with { Cause = (ReturnReason)reason },
        });
    });

    private static readonly OrderLine[] Lines = [Line("1", "kettle", 19.99m, 3), Line("2", "mug", 7.01m, 2), Line("3", "hat", 33.33m, 2, "final-sale")];

    private static void Any(StorePolicies policies, bool approves, Func<ShopModel, bool> holds, decimal paidPart = 1) =>
        Prop.ForAll(Gen.Elements(true, false).Zip(Actions.Zip(Gen.Choose(0, 12)).ListOf(25)).ToArbitrary(), t =>
        {
            var shop = new ShopModel(Paid(t.Item1 ? Delivered(Lines) : Pending(Lines), paidPart), policies, paidPart);
            foreach (var (action, hours) in t.Item2)
            {
                shop.Wait(hours);
                shop.Try(action, approves);
                if (hours % 3 == 0)
                    shop.Arrive();
                if (!holds(shop))
                    return false;
            }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static Order Paid(Order order, decimal part)
    {
        var paid = Usd((order.Total.Amount - 5) * part + 5).Rounded();
        return order with { Total = paid, Received = paid };
    }

    private static StorePolicies Capped(ActionRule rule) => Open with { Actions = Enum.GetValues<ActionKind>().ToImmutableDictionary(k => k, _ => rule) };

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.5)]
    [InlineData(0.333)]
    public void Refunds_of_an_order_never_exceed_what_was_paid(double paidPart) =>
        Any(Open, approves: true, shop => shop.Order.Refunded.Amount <= shop.Order.Received!.Value.Amount, (decimal)paidPart);

    [Fact]
    public void Splitting_a_refund_does_not_pass_a_cap_on_the_order() =>
        Any(Capped(new() { PerOrder = 40 }), approves: false, shop => shop.Unapproved.GroupBy(a => a.Kind).All(g => g.Sum(a => a.Amount) <= 40));

    [Fact]
    public void Splitting_over_kinds_does_not_pass_a_cap_on_the_customers_day() =>
        Any(Capped(new() { PerCustomerDay = 40 }), approves: false, shop => shop.Unapproved.All(last => shop.Unapproved.Where(a => a.At > last.At.AddDays(-1) && a.At <= last.At).Sum(a => a.Amount) <= 40));

    [Fact]
    public void Splitting_does_not_pass_a_cap_on_the_stores_day_or_on_the_count()
    {
        Any(Capped(new() { PerStoreDay = 40 }), approves: false, shop => shop.Unapproved.GroupBy(a => a.Kind).All(g => g.All(last => g.Where(a => a.At > last.At.AddDays(-1) && a.At <= last.At).Sum(a => a.Amount) <= 40)));
        Any(Capped(new() { CountPerCustomerDay = 2 }), approves: false, shop => shop.Unapproved.GroupBy(a => a.Kind).All(g => g.All(last => g.Count(a => a.At > last.At.AddDays(-1) && a.At <= last.At) <= 2)));
    }

    [Fact]
    public void A_final_sale_item_never_comes_back_by_a_wish_nor_without_a_person() => Any(Open, approves: true, shop => !shop.CameBack.Contains("3"));

    [Fact]
    public void No_piece_comes_back_twice() => Any(Open, approves: true, shop => shop.Order.Lines.All(l => l.Returnable >= 0 && l.Refundable >= 0
        && shop.Order.Returns.SelectMany(r => r.Items).Where(i => i.LineId == l.Id).Sum(i => i.Quantity) <= l.Quantity));

    [Fact]
    public void These_sequences_do_pay_back_and_do_take_back()
    {
        var (paid, back) = (0, 0);
        Any(Open, approves: true, shop =>
        {
            paid += shop.Order.Refunded.Amount > 0 ? 1 : 0;
            back += shop.CameBack.Count;
            return true;
        });
        Assert.True(paid > 0 && back > 0, "Nothing was ever done, so the properties say nothing.");
    }

    [Fact]
    public void Money_is_rounded_once_and_stays_in_its_currency()
    {
        Prop.ForAll<decimal>(amount => Math.Abs(amount) > 1e20m || (Usd(amount).Rounded().Rounded() == Usd(amount).Rounded() && Math.Abs(Usd(amount).Rounded().Amount - amount) <= 0.005m)).QuickCheckThrowOnFailure();
        Assert.Throws<InvalidOperationException>(() => Usd(1) + new Money(1, "EUR"));
    }
}
