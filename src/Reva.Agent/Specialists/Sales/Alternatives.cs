using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Reva.Agent.Ports;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Agent.Understanding.Extraction;
using Reva.Core.Catalog;

namespace Reva.Agent.Specialists.Sales;

/// <summary>What to say when nothing fits a wish as it is: what comes closest, and what could not be had.</summary>
public sealed partial class Alternatives(ICatalog catalog)
{
    /// <summary>One demand at a time is given up, so that the shopper hears exactly what could not be had.</summary>
    public async Task<Reply> AnswerAsync(ProductQuery query, ProductSearchResult result, TurnContext turn, IReadOnlyList<Product> before, CancellationToken cancellationToken)
    {
        if (result.Hits.IsEmpty && turn.Meaning.Entities.More)
            return turn.Wording.Pick("That's everything I have for this. Shall I change something, the colour or the price perhaps?", "You've seen all that fits. Tell me what to loosen and I'll look again.");
        if (turn.Meaning.Entities.MoreExpensive && before.Count > 0)
        {
            var dearest = before.MaxBy(p => p.PriceFrom.Amount)!;
            turn.Memory = turn.Memory with { LastQuery = turn.Input.Memory.LastQuery };
            return $"The **{dearest.Title}** at {dearest.PriceFrom.ToText()} is the most expensive I have for this. Shall I look for something of another kind?";
        }
        if (turn.Meaning.Entities.Cheaper && before.Count > 0)
        {
            var cheapest = before.MinBy(p => p.PriceFrom.Amount)!;
            turn.Memory = turn.Memory with { LastQuery = turn.Input.Memory.LastQuery };
            return new Reply
            {
                Text = turn.Wording.Pick(
                    $"Nothing cheaper fits: the **{cheapest.Title}** at {cheapest.PriceFrom.ToText()} is already the lowest. Tell me what matters less, and I'll look again.",
                    $"The **{cheapest.Title}** at {cheapest.PriceFrom.ToText()} is the least expensive that fits. I can look again without the colour, the size or the kind you named."),
            };
        }
        if (result.Hits.IsEmpty || WishLimits.Of(query, turn.Input.Store.Currency).Length > 0)
        {
            foreach (var (relaxed, givenUp) in Wish.Relaxed(query, turn.Input.Store.Currency))
            {
                if (relaxed.ExcludeMaterials.Length < query.ExcludeMaterials.Length && MustNotHave().IsMatch(turn.English))
                    continue;
                var found = await catalog.SearchAsync(turn.StoreId, relaxed, turn.Input.Store.Ranking, cancellationToken);
                if (found.Hits.IsEmpty || !found.Confident || !WishWords.AreNamed(relaxed, found))
                    continue;
                turn.Emit(new ProductsShown(found.Hits));
                turn.RememberShown(query with { ExcludeIds = [] }, found.Hits, continued: false);
                return SearchReply.Instead(givenUp, found, relaxed, turn);
            }
        }
        return await ForThemAsync(query, turn, cancellationToken) ?? NotSold(query, result.Hits, turn);
    }

    // No dinosaurs, but it is for a child of six and may cost 40: what others like within that is worth more than a list of categories.
    private async Task<Reply?> ForThemAsync(ProductQuery query, TurnContext turn, CancellationToken cancellationToken)
    {
        if (query.Text.Length == 0 || query is { Audience: null, MaxPrice: null } || query.Text.Split(' ').Any(CategoryIndex.IsProductWord))
            return null;
        var wide = query with { Text = "", Category = null, Materials = [], Order = ProductOrder.Rating, OnlyAvailable = true };
        // Most things suit anybody by their page; a child's are those that say so.
        var liked = await catalog.SearchAsync(turn.StoreId, query.Audience == "kids" ? wide with { Text = "kids", Order = ProductOrder.Relevance } : wide, turn.Input.Store.Ranking, cancellationToken);
        if (liked.Hits.IsEmpty)
            return null;
        turn.Emit(new ProductsShown(liked.Hits));
        turn.RememberShown(wide with { ExcludeIds = [] }, liked.Hits, continued: false);
        var limits = WishLimits.Of(wide, turn.Input.Store.Currency);
        return new Reply
        {
            Text = turn.Wording.Pick($"I couldn't find {SearchReply.Subject(query)} in the shop.", $"We don't seem to carry {SearchReply.Subject(query)}.")
                + $" {turn.Wording.Pick("Well liked", "What others rate best")}{limits}: {SearchReply.Highlight(liked.Hits, wide, turn)}",
            QuickReplies = SearchReply.NextSteps(liked, wide),
        };
    }

    private static Reply NotSold(ProductQuery query, ImmutableArray<ProductHit> near, TurnContext turn)
    {
        var wish = SearchReply.Subject(query);
        var text = turn.Wording.Pick($"I couldn't find {wish} in the shop.", $"We don't seem to carry {wish}.", $"No luck with {wish}: nothing here really fits.");
        var close = near.Where(h => h.Score.Keyword > 0.2 || h.Score.Semantic > 0.35).Take(3).ToImmutableArray();
        if (close.IsEmpty)
            return new Reply
            {
                Text = $"{text} We do have {Replies.ListText.Join([.. turn.Vocabulary.Categories.Take(5).Select(c => c.ToLowerInvariant())], most: 5)}, among others.",
                QuickReplies = [.. turn.Vocabulary.Categories.Take(4)], Helped = turn.Memory.Failures == 0,
            };
        turn.Emit(new ProductsShown(close));
        turn.RememberShown(query with { ExcludeIds = [] }, close, continued: false);
        return $"{text} {turn.Wording.Pick("The nearest I have:", "What comes closest:")} {Replies.ListText.Join([.. close.Select(h => $"**{h.Product.Title}** ({ProductText.Price(h.Product)})")])}. Is one of these any use?";
    }

    // What somebody cannot bear is not shown in place of what they can.
    [GeneratedRegex(@"\b(allerg|intoleran|vegan|sensitive)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MustNotHave();
}
