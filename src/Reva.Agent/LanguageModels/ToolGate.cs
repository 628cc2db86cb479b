using Reva.Agent.Ports;
using Reva.Agent.Specialists;
using Reva.Agent.Tools;
using Reva.Agent.Tools.Acting;
using Reva.Agent.Turns;
using Reva.Core.Policies;

namespace Reva.Agent.LanguageModels;

/// <summary>Which of a specialist's tools a model gets: none that the customer's proof, the merchant's policies or the platform rule out.</summary>
public sealed class ToolGate(IPolicies policies, ICommerce commerce)
{
    /// <summary>The tools that may be used now.</summary>
    public async Task<IReadOnlyList<ITool>> OpenAsync(ISpecialist specialist, TurnContext turn, CancellationToken cancellationToken)
    {
        if (!specialist.Tools.OfType<IActionTool>().Any())
            return specialist.Tools;
        if (turn.Input.Actions is null)
            return [.. specialist.Tools.Where(t => t is not IActionTool)];
        var rules = await policies.ForAsync(turn.StoreId, cancellationToken);
        var abilities = await commerce.AbilitiesAsync(turn.StoreId, cancellationToken);
        var permitted = PolicyEngine.Permitted(turn.Level, rules, abilities.Actions);
        return [.. specialist.Tools.Where(t => t is not IActionTool acting || permitted.Contains(acting.Kind))];
    }
}
