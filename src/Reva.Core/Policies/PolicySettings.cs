using System.Collections.Immutable;
using Reva.Core.Actions;
using Reva.Core.Customers;

namespace Reva.Core.Policies;

/// <summary>A setting that cannot stand.</summary>
/// <param name="Path">Where, as in the JSON: <c>actions.refund.perOrder</c>, <c>grants[1].percent</c>.</param>
/// <param name="Message">What is wrong and what is possible, for the merchant.</param>
public sealed record SettingProblem(string Path, string Message);

/// <summary>Checks a merchant's policies before they are kept.</summary>
public static class PolicySettings
{
    /// <summary>All that is wrong, in the order of the settings; empty when they can be kept.</summary>
    public static ImmutableArray<SettingProblem> Check(StorePolicies policies) =>
    [
        .. policies.Actions.OrderBy(a => a.Key).SelectMany(a => OfRule(a.Key, a.Value)),
        .. Range("returnWindowDays", policies.ReturnWindowDays, 0, 3650, "days"),
        .. Names("excludedCategories", policies.ExcludedCategories),
        .. Names("finalSaleTags", policies.FinalSaleTags),
        .. Range("restockingFeePercent", policies.RestockingFeePercent, 0, 100, "per cent"),
        .. NotNegative("labelFee", policies.LabelFee),
        .. policies.RefundRoutes.Where(r => !Enum.IsDefined(r)).Select(r => new SettingProblem("refundRoutes", $"There is no way {(int)r} for a refund.")),
        .. policies.Grants.SelectMany((grant, i) => OfGrant($"grants[{i}]", grant)),
        .. Doubles(policies.Grants),
        .. NotNegative("highValue", policies.HighValue),
        .. Life(policies.ProposalLife),
    ];

    private static IEnumerable<SettingProblem> OfRule(ActionKind kind, ActionRule rule)
    {
        var path = $"actions.{kind.ToWire()}";
        if (!Enum.IsDefined(rule.Mode))
            yield return new($"{path}.mode", "This must be customer_confirms, ask_person or off.");
        if (!Enum.IsDefined(rule.Level))
            yield return new($"{path}.level", "This must be none, name_and_postcode, order_and_email or account.");
        // Acting for someone who has proved nothing is never a setting.
        else if (rule.Level == VerificationLevel.None)
            yield return new($"{path}.level", "Nothing is done for a customer who has proved nothing: choose name_and_postcode or more.");
        (string Name, decimal? Cap)[] caps = [("perAction", rule.PerAction), ("perOrder", rule.PerOrder), ("perCustomerDay", rule.PerCustomerDay), ("perStoreDay", rule.PerStoreDay), ("countPerCustomerDay", rule.CountPerCustomerDay)];
        foreach (var problem in caps.SelectMany(c => NotNegative($"{path}.{c.Name}", c.Cap)))
            yield return problem;
    }

    private static IEnumerable<SettingProblem> OfGrant(string path, DiscountGrant grant)
    {
        if (string.IsNullOrWhiteSpace(grant.Name) || grant.Name.Length > 60 || grant.Name != grant.Name.Trim().ToLowerInvariant())
            yield return new($"{path}.name", "A grant needs a name in lower case, at most 60 characters.");
        if (string.IsNullOrWhiteSpace(grant.When))
            yield return new($"{path}.when", "Say for whom or when it is given.");
        if (grant.Percent is null == grant.Amount is null)
            yield return new(path, "A grant gives either per cent or an amount: set exactly one.");
        if (grant.Percent is <= 0 or > 100)
            yield return new($"{path}.percent", "This must be above 0 and at most 100 per cent.");
        if (grant.Amount is <= 0)
            yield return new($"{path}.amount", "This must be above 0.");
        foreach (var problem in Range($"{path}.validDays", grant.ValidDays, 1, 365, "days").Concat(Range($"{path}.perCustomerDays", grant.PerCustomerDays, 1, 365, "days")))
            yield return problem;
    }

    private static IEnumerable<SettingProblem> Doubles(ImmutableArray<DiscountGrant> grants) => grants
        .Select((grant, i) => (grant.Name, Index: i))
        .GroupBy(g => g.Name ?? "", StringComparer.OrdinalIgnoreCase)
        .SelectMany(g => g.Skip(1))
        .Select(g => new SettingProblem($"grants[{g.Index}].name", $"There is a grant '{g.Name}' already."));

    private static IEnumerable<SettingProblem> Names(string path, ImmutableArray<string> names) => names
        .Select((name, i) => (name, i))
        .Where(n => string.IsNullOrWhiteSpace(n.name))
        .Select(n => new SettingProblem($"{path}[{n.i}]", "This must not be empty."));

    private static IEnumerable<SettingProblem> Range(string path, decimal value, decimal least, decimal most, string unit) =>
        value < least || value > most ? [new(path, $"This must be {least} to {most} {unit}.")] : [];

    private static IEnumerable<SettingProblem> NotNegative(string path, decimal? value) => value < 0 ? [new(path, "This must be 0 or more.")] : [];

    private static IEnumerable<SettingProblem> Life(TimeSpan life) =>
        life < TimeSpan.FromMinutes(1) || life > TimeSpan.FromHours(24) ? [new("proposalLife", "This must be 1 minute to 24 hours.")] : [];
}
