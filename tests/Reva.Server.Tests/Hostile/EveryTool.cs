using Microsoft.Extensions.DependencyInjection;
using Reva.Agent.Specialists;
using Reva.Agent.Tools;
using Reva.Agent.Tools.Acting;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Server.Tests.Hostile;

/// <summary>A specialist for everything, with every tool there is: a model gets whatever gate and policy leave open.</summary>
internal sealed class EveryTool(IServiceProvider services) : ISpecialist
{
    public string Name => "OrderActions";

    public IReadOnlyList<ITool> Tools { get; } =
        [.. services.GetRequiredService<ActionTools>().All, services.GetRequiredService<GetOrder>(), services.GetRequiredService<FindOrders>(), services.GetRequiredService<Escalate>()];

    public bool Answers(Intent intent) => true;

    public Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken) => Task.FromResult<Reply>("Tell me what I can look up for you.");
}
