using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists;

/// <summary>Answers one kind of wish, with a model by its prompt and tools, or by rules. Stateless and thread safe.</summary>
public interface ISpecialist
{
    /// <summary>The name of its folder and prompt, e.g. <c>OrderStatus</c>.</summary>
    string Name { get; }

    /// <summary>Whether it answers this intent.</summary>
    bool Answers(Intent intent);

    /// <summary>What a model may use when it answers for this specialist.</summary>
    IReadOnlyList<ITool> Tools { get; }

    /// <summary>Answers without a model. Throws <see cref="Ports.ShopUnavailableException"/> when a needed fact cannot be had.</summary>
    Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken);
}
