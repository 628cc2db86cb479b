using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Agent.Understanding.Extraction;
using Reva.Core.Catalog;

namespace Reva.Agent.Specialists.Sales;

/// <summary>Searches for what a shopper wishes, asks once when the wish is vague, and is honest when nothing fits.</summary>
public sealed class FindingProducts(SearchProducts search, ICatalog catalog, ShownProducts shown, Alternatives alternatives)
{
    private const int AmongToMeasure = 40;

    /// <summary>The answer with its cards.</summary>
    public async Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var said = turn.Meaning.Entities;
        if (said.Similar && await shown.ReferredAsync(turn, cancellationToken) is { } like)
            return await SimilarAsync(like, turn, cancellationToken);

        var before = await shown.ListAsync(turn, cancellationToken);
        var (query, refines) = Wish.Of(said, turn.Memory, before);
        if (Wish.IsVague(query) && turn.Memory.Pending?.Kind != PendingKind.ProductDetail && !refines)
            return AskOnce(query, turn);

        turn.Memory = turn.Memory with { Pending = null };
        if (WishWords.AreGeneral(query.Text))
            query = query with { Text = "" };
        query = await WhereItIsSoldAsync(query, turn, cancellationToken);
        var litres = Volumes.Asked(turn.English) ?? Volumes.Asked(query.Text);
        (query, var result) = await FoundAsync(query, litres, turn, cancellationToken);
        if (result.Confident && !WishWords.AreNamed(query, result))
            result = result with { Confident = false };
        if (!result.Hits.IsEmpty && result.Confident)
            return Show(WishWords.OfKind(query, result), query, turn, before);
        if (litres is { } asked && Volumes.Without(query.Text).Length > 0 && !result.Hits.IsEmpty && WishWords.AreNamed(query, result) && !result.Hits.Any(h => Volumes.Fits(asked, h.Product)))
            return Nearest(asked, result, query, turn);
        return (refines ? await WithoutLastWordsAsync(query, turn, cancellationToken) : null) ?? await InOtherWordsAsync(query, turn, before, cancellationToken) ?? await alternatives.AnswerAsync(query, result, turn, before, cancellationToken);
    }

    private async Task<(ProductQuery Query, ProductSearchResult Result)> FoundAsync(ProductQuery query, (double Least, double Most)? litres, TurnContext turn, CancellationToken cancellationToken)
    {
        if (litres is not { } asked)
            return (query, await search.FindAsync(query, turn, cancellationToken));
        // A shop that has just this size knows best; another number of litres is compared.
        if (query.Sizes.Any(s => Volumes.Asked(s) is not null) && await search.FindAsync(query, turn, cancellationToken) is { Confident: true, Hits.IsEmpty: false } exact)
            return (query, exact);
        query = query with { Sizes = [.. query.Sizes.Where(s => Volumes.Asked(s) is null)] };
        var unmeasured = query with { Text = Volumes.Without(query.Text), Take = AmongToMeasure };
        return (query, Volumes.Fitting(asked, WishWords.OfKind(unmeasured, await search.FindAsync(unmeasured, turn, cancellationToken)), query.Take));
    }

    // None holds as much: the nearest are shown as what they are.
    private static Reply Nearest((double Least, double Most) litres, ProductSearchResult result, ProductQuery query, TurnContext turn)
    {
        var unmeasured = query with { Text = Volumes.Without(query.Text) };
        turn.Emit(new ProductsShown(result.Hits));
        turn.RememberShown(query with { ExcludeIds = [] }, result.Hits, continued: false);
        return new Reply
        {
            Text = turn.Wording.Pick($"I have none of {Volumes.InWords(litres)} like that.", $"Nothing I have for that holds {Volumes.InWords(litres)}.") + $" What comes nearest: {SearchReply.Highlight(result.Hits, unmeasured, turn)}",
            QuickReplies = SearchReply.NextSteps(result, unmeasured),
        };
    }

    // 'Smaller' after candles: where no page says so, the candles stay what they were, and the shopper hears why.
    private async Task<Reply?> WithoutLastWordsAsync(ProductQuery query, TurnContext turn, CancellationToken cancellationToken)
    {
        var said = turn.Meaning.Entities;
        var before = turn.Input.Memory.LastQuery?.Text ?? "";
        if (said.SearchText.Length == 0 || before.Length == 0 || query.Text == before)
            return null;
        var kept = query with { Text = before };
        var result = await search.FindAsync(kept, turn, cancellationToken);
        if (!result.Confident || result.Hits.IsEmpty)
            return null;
        turn.Emit(new ProductsShown(result.Hits));
        turn.RememberShown(kept with { ExcludeIds = [] }, result.Hits, continued: false);
        return new Reply
        {
            Text = turn.Wording.Pick($"Nothing I have for {SearchReply.Subject(kept)} speaks of “{said.SearchText}”.", $"I can't tell {SearchReply.Subject(kept)} apart by “{said.SearchText}”.") + $" Without that: {SearchReply.Highlight(result.Hits, kept, turn)}",
            QuickReplies = SearchReply.NextSteps(result, kept),
        };
    }

    // 'Something to keep my feet dry' is told in the words of goods; of 'a headtorch that lasts all night' the headtorch is what can be searched for.
    private async Task<Reply?> InOtherWordsAsync(ProductQuery query, TurnContext turn, IReadOnlyList<Product> before, CancellationToken cancellationToken)
    {
        foreach (var words in new[] { Needs.InGoods(query.Text), Needs.KindsOnly(query.Text) })
        {
            var retold = query with { Text = words };
            if (words.Length == 0 || await search.FindAsync(retold, turn, cancellationToken) is not { Confident: true, Hits.IsEmpty: false } result || !WishWords.AreNamed(retold, result))
                continue;
            var reply = Show(WishWords.OfKind(retold, result), retold, turn, before);
            return reply with { Text = turn.Wording.Pick($"Nothing here says “{query.Text}” in so many words.", $"I can't search for “{query.Text}” as such.") + $" {reply.Text}" };
        }
        return null;
    }

    // A category follows from words of the trade ('candle' is lighting); where this shop keeps such things elsewhere, its own titles know better.
    private async Task<ProductQuery> WhereItIsSoldAsync(ProductQuery query, TurnContext turn, CancellationToken cancellationToken)
    {
        if (query.Category is null || query.Text.Length == 0)
            return query;
        var inside = await catalog.SearchAsync(turn.StoreId, query, turn.Input.Store.Ranking, cancellationToken);
        var everywhere = await catalog.SearchAsync(turn.StoreId, query with { Category = null }, turn.Input.Store.Ranking, cancellationToken);
        var better = everywhere.Confident && (!inside.Confident || MostNamed(everywhere, query.Text) > MostNamed(inside, query.Text));
        return better ? query with { Category = null } : query;
    }

    // How many words of the wish stand in the title that holds most of them.
    private static int MostNamed(ProductSearchResult result, string wish)
    {
        var words = Replies.Words.Of(wish);
        return result.Hits.Max(h => Replies.Words.Of($"{h.Product.Title} {h.Product.Category}").Count(words.Contains));
    }

    private static Reply AskOnce(ProductQuery query, TurnContext turn)
    {
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.ProductDetail, null, null, Core.Conversations.Intent.ProductSearch, null), LastQuery = query with { Text = "", Category = null }, ShownProductIds = [], SeenProductIds = [] };
        return new Reply
        {
            Text = WishWords.SpeakOfGift(turn.English)
                ? turn.Wording.Pick(
                    $"A present, good. What do {They(query.Audience)} enjoy, and roughly what may it cost?",
                    $"Happy to help with a present. What are {They(query.Audience)} into, and is there a price you'd like to stay under?")
                : turn.Wording.Pick(
                    "Happy to help you choose. What kind of thing should it be, and is there a price you'd like to stay under?",
                    "Sure. Tell me a little more: what is it for, and roughly what may it cost?",
                    "Let's find something. What sort of product do you have in mind?"),
            QuickReplies = [.. turn.Vocabulary.Categories.Take(4)],
        };
    }

    private static string They(string? audience) => audience == "kids" ? "the kids" : "they";

    private static Reply Show(ProductSearchResult result, ProductQuery query, TurnContext turn, IReadOnlyList<Product> before)
    {
        turn.Emit(new ProductsShown(result.Hits));
        turn.Memory = turn.Memory with { CheaperCap = turn.Meaning.Entities.Cheaper ? query.MaxPrice : turn.Memory.CheaperCap };
        turn.RememberShown(query with { ExcludeIds = [] }, result.Hits, continued: turn.Meaning.Entities.More);
        // 'The cheapest one' is one; what is asked next is asked of it.
        if (turn.Meaning.Entities.Superlative is not null && result.Hits.Length > 0)
            turn.Memory = turn.Memory with { FocusProductId = result.Hits[0].Product.Id };
        return new Reply { Text = SearchReply.Found(result, query, turn, before), QuickReplies = SearchReply.NextSteps(result, query) };
    }

    private async Task<Reply> SimilarAsync(Product like, TurnContext turn, CancellationToken cancellationToken)
    {
        var said = turn.Meaning.Entities;
        var query = new ProductQuery { Text = said.SearchText, LikeProductId = like.Id, ExcludeIds = [like.Id], Colors = said.Colors, Sizes = said.Sizes.IsEmpty ? turn.Memory.LastQuery?.Sizes ?? [] : said.Sizes, MaxPrice = said.MaxPrice, MinPrice = said.MinPrice, OnlyAvailable = true };
        var result = await search.FindAsync(query, turn, cancellationToken);
        if (result.Hits.IsEmpty)
            return $"I don't have anything close to the {like.Title} that fits. Shall I look more widely?";
        turn.Emit(new ProductsShown(result.Hits));
        turn.RememberShown(query with { ExcludeIds = [], LikeProductId = null, Category = like.Category.Length > 0 ? like.Category : null }, result.Hits, continued: false);
        return $"{turn.Wording.Pick("These come closest to", "Here's what is most like", "Similar in kind to")} the **{like.Title}**: {SearchReply.Highlight(result.Hits, query, turn)}";
    }
}
