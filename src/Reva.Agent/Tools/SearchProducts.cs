using System.Collections.Immutable;
using System.Text.Json;
using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core.Catalog;

namespace Reva.Agent.Tools;

/// <summary>What to look for, as a model says it.</summary>
public sealed record SearchProductsArguments
{
    /// <summary>The wish in a few words.</summary>
    public string? Query { get; init; }
    /// <summary>Highest price.</summary>
    public decimal? MaxPrice { get; init; }
    /// <summary>Lowest price.</summary>
    public decimal? MinPrice { get; init; }
    /// <summary>Colours.</summary>
    public ImmutableArray<string>? Colors { get; init; }
    /// <summary>Sizes.</summary>
    public ImmutableArray<string>? Sizes { get; init; }
    /// <summary>A category of the store.</summary>
    public string? Category { get; init; }
    /// <summary>women, men or kids.</summary>
    public string? Audience { get; init; }
    /// <summary>Only what can be bought now.</summary>
    public bool OnlyAvailable { get; init; }
    /// <summary>Only what is on sale.</summary>
    public bool OnSale { get; init; }
    /// <summary>A product's handle to find others like it.</summary>
    public string? LikeHandle { get; init; }
}

/// <summary>Finds products and shows them as cards.</summary>
public sealed class SearchProducts(ICatalog catalog) : Tool<SearchProductsArguments, ProductSearchResult>
{
    /// <inheritdoc/>
    public override string Name => "search_products";

    /// <inheritdoc/>
    public override string Description =>
        "Search the shop. Use it for every wish for a product; never name a product that it did not return. The shopper sees the results as cards. 'confident' false means that nothing really fits: then say so and call the results alternatives.";

    /// <inheritdoc/>
    public override string Label => "Looking through the shop";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""
        {"type":"object","properties":{
          "query":{"type":"string","description":"The wish in a few words, without price, size and colour"},
          "max_price":{"type":"number"},"min_price":{"type":"number"},
          "colors":{"type":"array","items":{"type":"string"}},"sizes":{"type":"array","items":{"type":"string"}},
          "category":{"type":"string"},"audience":{"type":"string","enum":["women","men","kids"]},
          "only_available":{"type":"boolean"},"on_sale":{"type":"boolean"},
          "like_handle":{"type":"string","description":"Find products like this one"}}}
        """);

    /// <summary>Searches with a query that code has put together; shows no cards.</summary>
    public async Task<ProductSearchResult> FindAsync(ProductQuery query, TurnContext turn, CancellationToken cancellationToken)
    {
        var outcome = await AnnouncedAsync(Arguments(query), turn, async () =>
            Outcome(await catalog.SearchAsync(turn.StoreId, query, turn.Input.Store.Ranking, cancellationToken)));
        return outcome.Value;
    }

    /// <inheritdoc/>
    protected override async Task<ToolOutcome<ProductSearchResult>> RunAsync(SearchProductsArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        var query = await QueryAsync(arguments, turn, cancellationToken);
        var result = await catalog.SearchAsync(turn.StoreId, query, turn.Input.Store.Ranking, cancellationToken);
        if (!result.Hits.IsEmpty)
        {
            turn.Emit(new ProductsShown(result.Hits));
            turn.RememberShown(query, result.Hits, continued: false);
        }
        return Outcome(result);
    }

    private async Task<ProductQuery> QueryAsync(SearchProductsArguments a, TurnContext turn, CancellationToken cancellationToken)
    {
        var like = a.LikeHandle is null ? null : await catalog.FindByHandleAsync(turn.StoreId, a.LikeHandle, cancellationToken);
        return new ProductQuery
        {
            Text = a.Query ?? "", MaxPrice = a.MaxPrice, MinPrice = a.MinPrice, Colors = a.Colors ?? [], Sizes = a.Sizes ?? [],
            Category = turn.Vocabulary.Categories.FirstOrDefault(c => c.Equals(a.Category, StringComparison.OrdinalIgnoreCase)),
            Audience = a.Audience, OnlyAvailable = a.OnlyAvailable, OnlyOnSale = a.OnSale,
            LikeProductId = like?.Id, ExcludeIds = like is null ? [] : [like.Id],
        };
    }

    private static SearchProductsArguments Arguments(ProductQuery q) => new()
    {
        Query = q.Text, MaxPrice = q.MaxPrice, MinPrice = q.MinPrice, Colors = q.Colors.IsEmpty ? null : q.Colors, Sizes = q.Sizes.IsEmpty ? null : q.Sizes,
        Category = q.Category, Audience = q.Audience, OnlyAvailable = q.OnlyAvailable, OnSale = q.OnlyOnSale,
    };

    private static ToolOutcome<ProductSearchResult> Outcome(ProductSearchResult result) => new(true, result, new
    {
        result.Confident,
        result.Total,
        Products = result.Hits.Select(h => ProductView.Brief(h.Product)),
        Scores = result.Hits.Select(h => h.Score),
    });
}
