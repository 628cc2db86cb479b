using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.Sales;

/// <summary>Finds, refines, compares and explains products.</summary>
public sealed class SalesSpecialist(
    FindingProducts finding, AboutProduct about, ComparingProducts comparing, SearchProducts search, GetProduct getProduct, SearchKnowledge knowledge, Escalate escalate) : ISpecialist
{
    /// <inheritdoc/>
    public string Name => "Sales";

    /// <inheritdoc/>
    public IReadOnlyList<ITool> Tools { get; } = [search, getProduct, knowledge, escalate];

    /// <inheritdoc/>
    public bool Answers(Intent intent) => intent is Intent.ProductSearch or Intent.ProductQuestion or Intent.VariantQuestion or Intent.PriceInquiry or Intent.Comparison;

    /// <inheritdoc/>
    public Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken) => turn.Meaning.Intent switch
    {
        _ when Buying.IsWished(turn.English) => about.BuyAsync(turn, cancellationToken),
        Intent.Comparison => comparing.AnswerAsync(turn, cancellationToken),
        Intent.ProductQuestion => about.QuestionAsync(turn, cancellationToken),
        Intent.VariantQuestion => about.VariantsAsync(turn, cancellationToken),
        Intent.PriceInquiry => about.PriceAsync(turn, cancellationToken),
        _ => finding.AnswerAsync(turn, cancellationToken),
    };
}
