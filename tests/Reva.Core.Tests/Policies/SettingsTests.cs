using System.Text.Json;
using Reva.Core.Actions;
using Reva.Core.Customers;
using Reva.Core.Policies;

namespace Reva.Core.Tests.Policies;

public sealed class SettingsTests
{
    private static string[] Paths(StorePolicies policies) => [.. PolicySettings.Check(policies).Select(p => p.Path)];

    private static StorePolicies With(ActionRule rule) => new() { Actions = new StorePolicies().Actions.Add(ActionKind.Refund, rule) };

    private static StorePolicies With(params DiscountGrant[] grants) => new() { Grants = [.. grants] };

    [Fact]
    public void Policies_that_can_stand_have_no_problem()
    {
        Assert.Empty(Paths(new StorePolicies()));
        Assert.Empty(Paths(Given.Open));
        Assert.Empty(Paths(Given.TauRetail));
        Assert.Empty(Paths(With(new ActionRule { PerAction = 0, CountPerCustomerDay = 0 })));
    }

    [Fact]
    public void Every_setting_out_of_its_range_is_named()
    {
        Assert.Equal(["actions.refund.perOrder", "actions.refund.countPerCustomerDay"], Paths(With(new ActionRule { PerOrder = -0.01m, CountPerCustomerDay = -1 })));
        Assert.Equal(["actions.refund.level"], Paths(With(new ActionRule { Level = VerificationLevel.None })));
        Assert.Equal(["actions.refund.mode"], Paths(With(new ActionRule { Mode = (ActionMode)9 })));
        Assert.Equal(["returnWindowDays"], Paths(new() { ReturnWindowDays = 3651 }));
        Assert.Equal(["restockingFeePercent"], Paths(new() { RestockingFeePercent = 100.5m }));
        Assert.Equal(["labelFee", "highValue"], Paths(new() { LabelFee = -1, HighValue = -1 }));
        Assert.Equal(["finalSaleTags[1]"], Paths(new() { FinalSaleTags = ["final", " "] }));
        Assert.Equal(["proposalLife"], Paths(new() { ProposalLife = TimeSpan.FromSeconds(59) }));
        Assert.Equal(["proposalLife"], Paths(new() { ProposalLife = TimeSpan.FromHours(24.1) }));
    }

    [Fact]
    public void A_grant_is_one_discount_with_one_name()
    {
        Assert.Empty(Paths(With(new("late", "late parcels", 10, null), new("sorry", "faults", null, 5))));
        Assert.Equal(["grants[0]"], Paths(With(new DiscountGrant("late", "late parcels", 10, 5))));
        Assert.Equal(["grants[0]"], Paths(With(new DiscountGrant("late", "late parcels", null, null))));
        Assert.Equal(["grants[0].percent"], Paths(With(new DiscountGrant("late", "late parcels", 101, null))));
        Assert.Equal(["grants[0].perCustomerDays"], Paths(With(new DiscountGrant("late", "late parcels", 10, null, 30, 366))));
        Assert.Equal(["grants[0].amount"], Paths(With(new DiscountGrant("late", "late parcels", null, 0))));
        Assert.Equal(["grants[1].name"], Paths(With(new("late", "late parcels", 10, null), new("late", "faults", null, 5))));
        Assert.Equal(["grants[0].name", "grants[0].when", "grants[0].validDays"], Paths(With(new DiscountGrant("Late", "", 5, null, 0))));
    }

    [Fact]
    public void Policies_come_back_as_they_were_stored()
    {
        var json = PolicyJson.Write(Given.TauRetail);
        Assert.Contains("\"cancel_order\":{\"mode\":\"customer_confirms\",\"level\":\"name_and_postcode\"", json, StringComparison.Ordinal);
        Assert.Equal(json, PolicyJson.Write(PolicyJson.Read(json)));
        Assert.Equal(PolicyJson.Write(new StorePolicies()), PolicyJson.Write(PolicyJson.Read("{}")));
    }

    [Fact]
    public void To_set_one_cap_takes_no_other_away()
    {
        var rule = PolicyJson.Read("""{"actions": {"refund": {"perAction": 50, "perOrder": null}}}""").RuleFor(ActionKind.Refund);
        Assert.Equal(StorePolicies.Default(ActionKind.Refund) with { PerAction = 50, PerOrder = null }, rule);
    }

    [Theory]
    [InlineData("""{"returnWindow": 5}""")]
    [InlineData("""{"actions": {"refund": {"cap": 5}}}""")]
    [InlineData("""{"actions": {"Refund": {}}}""")]
    [InlineData("""{"actions": {"6": {}}}""")]
    [InlineData("""{"actions": {"refund": null}}""")]
    [InlineData("""{"actions": null}""")]
    [InlineData("""{"actions": {"refund": {"mode": 2}}}""")]
    [InlineData("""{"actions": {"refund": {"mode": "off"}, "refund": {"mode": "ask_person"}}}""")]
    [InlineData("""{"finalSaleTags": null}""")]
    [InlineData("""{"returnWindowDays": 5, "returnWindowDays": 6}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_cannot_be_understood_is_refused_not_guessed(string json) => Assert.ThrowsAny<JsonException>(() => PolicyJson.Read(json));
}
