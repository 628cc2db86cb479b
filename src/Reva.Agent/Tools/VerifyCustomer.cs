using System.Text.Json;
using Reva.Agent.Identification;
using Reva.Agent.Turns;

namespace Reva.Agent.Tools;

/// <summary>A name and a postcode, only as the shopper wrote them.</summary>
public sealed record VerifyCustomerArguments(string? FirstName, string? LastName, string? Postcode);

/// <summary>Proves a shopper by name and postcode.</summary>
public sealed class VerifyCustomer(NameProof names) : Tool<VerifyCustomerArguments, IdentityResult>
{
    private const string Missing = "First name, last name and postcode are needed as the shopper wrote them: ask for what is missing.";

    /// <inheritdoc/>
    public override string Name => "verify_customer";

    /// <inheritdoc/>
    public override string Description =>
        "Prove a shopper who has no order number at hand by first name, last name and postcode, all in their own words. It opens where their orders are, no addresses, sums or changes.";

    /// <inheritdoc/>
    public override string Label => "Checking who you are";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""
        {"type":"object","properties":{"first_name":{"type":"string"},"last_name":{"type":"string"},"postcode":{"type":"string"}},"required":["first_name","last_name","postcode"]}
        """);

    /// <inheritdoc/>
    protected override async Task<ToolOutcome<IdentityResult>> RunAsync(VerifyCustomerArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        if (arguments is not { FirstName: { Length: > 0 } first, LastName: { Length: > 0 } last, Postcode: { Length: > 0 } postcode })
            return Refused(IdentityResult.NoMatch, Missing);
        // A model could make a person up or take one from a page; only the shopper's own words prove anything.
        if (!new[] { first, last, postcode }.All(value => StatedPerson.SaidByShopper(value, turn)))
            return Refused(IdentityResult.NoMatch, Missing);
        var outcome = await names.TryAsync(first.Trim(), last.Trim(), postcode.Trim(), turn, cancellationToken);
        return outcome.Result switch
        {
            IdentityResult.Proved => new(true, outcome.Result, new { proved = true, next = "Use find_orders." }),
            IdentityResult.NoMatch => Refused(outcome.Result, "Name and postcode match nobody. Do not say which is wrong; ask for both again, or for an order number with its e-mail address, or offer send_code."),
            _ => Refused(outcome.Result, "Paused after too many failed tries: say that it can be tried again later and offer a person."),
        };
    }

    private static ToolOutcome<IdentityResult> Refused(IdentityResult result, string words) => new(false, result, new { error = words });
}
