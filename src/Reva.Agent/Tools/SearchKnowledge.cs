using System.Collections.Immutable;
using System.Text.Json;
using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core.Knowledge;

namespace Reva.Agent.Tools;

/// <summary>What to look up.</summary>
/// <param name="Question">The question in the shopper's words.</param>
public sealed record SearchKnowledgeArguments(string Question);

/// <summary>Looks into the shop's own pages and policies.</summary>
public sealed class SearchKnowledge(IKnowledge knowledge) : Tool<SearchKnowledgeArguments, ImmutableArray<PassageHit>>
{
    /// <summary>Below this a passage does not answer the question.</summary>
    public const double AnswersFrom = 0.25;

    private const int Most = 8;

    /// <inheritdoc/>
    public override string Name => "search_knowledge";

    /// <inheritdoc/>
    public override string Description =>
        "Look into the shop's own pages and policies (shipping, returns, warranty, sizing, payment, the shop itself). Cite what you use by its number, like [1]. What no passage says, you do not know.";

    /// <inheritdoc/>
    public override string Label => "Reading the shop's pages";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""
        {"type":"object","properties":{"question":{"type":"string"}},"required":["question"]}
        """);

    /// <inheritdoc/>
    protected override async Task<ToolOutcome<ImmutableArray<PassageHit>>> RunAsync(SearchKnowledgeArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        var hits = await knowledge.SearchAsync(turn.StoreId, arguments.Question ?? "", Most, cancellationToken);
        var answering = hits.Where(h => h.Score >= AnswersFrom).ToImmutableArray();
        return new(answering.Length > 0, answering, new
        {
            Passages = answering.Select(h => new { h.Passage.Title, h.Passage.Heading, h.Passage.Text, h.Passage.Url, Score = Math.Round(h.Score, 3) }),
        });
    }

    /// <inheritdoc/>
    protected override object ForModel(ToolOutcome<ImmutableArray<PassageHit>> outcome, TurnContext turn) => new
    {
        Passages = outcome.Value.Select(h => new { N = turn.Cite(h.Passage.Title, h.Passage.Url), h.Passage.Title, h.Passage.Heading, h.Passage.Text }),
    };
}
