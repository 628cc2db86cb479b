using Reva.Agent.Ports;
using Reva.Agent.Specialists;
using Reva.Agent.Specialists.Wishes;
using Reva.Agent.Tools;
using Reva.Agent.Tools.Acting;
using Reva.Agent.Turns;
using Reva.Core.Customers;
using Reva.Core.Policies;

namespace Reva.Agent.LanguageModels;

/// <summary>Which of a specialist's tools a model gets: none that the customer's proof, the merchant's policies or the platform rule out.</summary>
/// <param name="policies">What the merchant allows.</param>
/// <param name="commerce">What the platform can do.</param>
/// <param name="proofs">Ways to prove who one is; they come with every specialist who reads orders, and with every one once the customer is known, for some deeds need more.</param>
/// <param name="wishes">Tools for orders; they come with every specialist once the customer is known, for 'the kettle' may answer what was asked of a return.</param>
public sealed class ToolGate(IPolicies policies, ICommerce commerce, ProofTools? proofs = null, WishTools? wishes = null)
{
    /// <summary>The tools that may be used now.</summary>
    public async Task<IReadOnlyList<ITool>> OpenAsync(ISpecialist specialist, TurnContext turn, CancellationToken cancellationToken)
    {
        var tools = WithWishes(WithProofs(specialist, turn), turn);
        if (!tools.OfType<IActionTool>().Any())
            return tools;
        if (turn.Input.Actions is null)
            return [.. tools.Where(t => t is not IActionTool)];
        var rules = await policies.ForAsync(turn.StoreId, cancellationToken);
        var abilities = await commerce.AbilitiesAsync(turn.StoreId, cancellationToken);
        var permitted = PolicyEngine.Permitted(turn.Level, rules, abilities.Actions);
        return [.. tools.Where(t => t is not IActionTool acting || permitted.Contains(acting.Kind))];
    }

    private IReadOnlyList<ITool> WithWishes(IReadOnlyList<ITool> tools, TurnContext turn) =>
        wishes is null || turn.VerifiedEmail is null ? tools : [.. tools, .. wishes.All.Where(w => !tools.Any(t => t.Name == w.Name))];

    private IReadOnlyList<ITool> WithProofs(ISpecialist specialist, TurnContext turn) =>
        proofs is null || turn.Level == VerificationLevel.Account || (turn.VerifiedEmail is null && !specialist.Tools.Any(t => t is GetOrder)) ? specialist.Tools : [.. specialist.Tools, .. proofs.All];
}
