namespace Reva.Core.Policies.Rules;

/// <summary>What a rule found against doing something at once.</summary>
internal readonly record struct Finding(PolicyVerdict Verdict, string Rule, string Text)
{
    public static Finding Deny(string rule, string text) => new(PolicyVerdict.Deny, rule, text);

    public static Finding Approve(string rule, string text) => new(PolicyVerdict.Approve, rule, text);
}

/// <summary>A rule: what it finds, nothing when it has no objection.</summary>
internal delegate IEnumerable<Finding> Rule(PolicyRequest request);
