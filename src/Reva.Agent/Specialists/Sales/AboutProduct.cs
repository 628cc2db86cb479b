using System.Text.RegularExpressions;
using Reva.Agent.Replies;
using Reva.Agent.Specialists.Knowledge;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Catalog;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.Sales;

/// <summary>Answers about one product from its own page: details, colours, sizes, stock, price.</summary>
public sealed partial class AboutProduct(ShownProducts shown, GetProduct getProduct, SentencePicker picker, PassageAnswer pages, FindingProducts finding, AboutSeveral several, NamedSides sides)
{
    private const double Answers = 0.30;
    private const double MostlySaid = 0.5;
    private static readonly HashSet<string> General = [.. "first second third fourth fifth sixth last tell detail info information more describe description look one product item show open about it this that".Split(' ').Select(Replies.Words.Stem)];

    /// <summary>'Is it machine washable?'</summary>
    public async Task<Reply> QuestionAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await ReadAsync(turn, cancellationToken) is not { } product)
            return await WithoutProductAsync(turn, cancellationToken);
        var question = WithoutTitle(turn.English, product);
        if (turn.Input.Memory.Pending is { Kind: PendingKind.WhichProduct, Text: { } asked } && AsksInGeneral(question))
            question = asked;
        else if (AsksInGeneral(question))
        {
            ShowOnce(product, turn);
            return ProductSummary.Of(product);
        }
        var picked = await picker.RateAsync(question, "", product.Description, cancellationToken);
        var answering = picked.Where(s => s.Shared > 0).ToList();
        // 'Do the Marram boots run big?' may stand in a guide rather than on their own page.
        if (!answering.Exists(s => s.Shared >= MostlySaid) && await pages.ToAsync(turn.English, turn, cancellationToken, PassageAnswer.Surely, about: NamesOf(product)) is { } guide)
            return guide;
        if (answering.Count > 0 && answering.Max(s => s.Score) is var best && best >= Answers)
            return $"{turn.Wording.Pick($"On the **{product.Title}**:", $"Here's what we say about the **{product.Title}**:", $"For the **{product.Title}**:")} {string.Join(' ', answering.Where(s => s.Score >= best * 0.8).Take(2).Select(s => Sentences.Closed(s.Text)))}";
        if (await pages.ToAsync(question, turn, cancellationToken, PassageAnswer.Doubtful, about: NamesOf(product)) is { } page)
            return page;
        return NotSaid(product, turn);
    }

    /// <summary>'I'll take it.'</summary>
    public async Task<Reply> BuyAsync(TurnContext turn, CancellationToken cancellationToken) => Buying.How(await ReadAsync(turn, cancellationToken), turn);

    /// <summary>'Do you have it in green, size L?'</summary>
    public async Task<Reply> VariantsAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        // No list of sizes says how wide a shoe is; its page may.
        if (FitAsked().IsMatch(turn.English) && turn.Meaning.Entities is { Colors.IsEmpty: true, Sizes.IsEmpty: true })
            return await QuestionAsync(turn, cancellationToken);
        if (await ReadAsync(turn, cancellationToken) is not { } product)
            return await WithoutProductAsync(turn, cancellationToken);
        ShowOnce(product, turn);
        return VariantReply.Of(product, turn);
    }

    /// <summary>'How much is it?'</summary>
    public async Task<Reply> PriceAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (Together().IsMatch(turn.English) && await sides.FindAsync(turn, cancellationToken) is [var one, var other])
            return Sum(one, other);
        if (await ReadAsync(turn, cancellationToken) is not { } product)
            return await WithoutProductAsync(turn, cancellationToken);
        ShowOnce(product, turn);
        if (CurrencyAsked().IsMatch(turn.Input.Text))
            return $"Our prices are in {product.PriceFrom.Currency}: the **{product.Title}** costs {ProductText.Price(product)}. Your bank converts it if you pay in another currency.";
        if (turn.Meaning.Entities.Quantity is { } pieces)
            return $"{pieces} of the **{product.Title}** come to {Times(product, pieces)}, at {ProductText.Price(product)} each; shipping and tax are added when you pay.";
        var was = ProductText.WasPrice(product) is { } before ? $", down from {before}" : "";
        return turn.Wording.Pick(
            $"The **{product.Title}** costs {ProductText.Price(product)}{was}. {ProductText.Stock(product)}.",
            $"{ProductText.Price(product)}{was} for the **{product.Title}**. {ProductText.Stock(product)}.");
    }

    private async Task<Product?> ReadAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var product = await shown.ReferredAsync(turn, cancellationToken);
        return product is null ? null : (await getProduct.UseAsync(new GetProductArguments(product.Handle), turn, cancellationToken)).Value;
    }

    private async Task<Reply> WithoutProductAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var list = await shown.ListAsync(turn, cancellationToken);
        if (list.Count > 1 && (turn.Meaning.Entities.RefersBack || turn.Meaning.Entities.SearchText.Length == 0 || AsksBriefly(turn)))
            return await several.AnswerAsync(list, turn, cancellationToken);
        if (await pages.ToAsync(turn.Input.Text, turn, cancellationToken, PassageAnswer.Doubtful) is { } page)
            return page;
        return await finding.AnswerAsync(turn, cancellationToken);
    }

    // 'How heavy?' after several were shown asks of them.
    private static bool AsksBriefly(TurnContext turn) =>
        Replies.Words.Of(turn.English).Count <= 1 && !turn.Meaning.Entities.SearchText.Split(' ').Any(Understanding.Extraction.CategoryIndex.IsProductWord);

    // A page speaks of a product when it says its name, or what it is: 'boots'.
    private static string[] NamesOf(Product product) => [.. product.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3 && w.All(char.IsLetter) && w is not ("Men's" or "Women's" or "Kids'"))];

    private static void ShowOnce(Product product, TurnContext turn)
    {
        if (!turn.Memory.ShownProductIds.Contains(product.Id))
            turn.Emit(new ProductsShown([new ProductHit(product, product.Variants.FirstOrDefault(v => v.Available) ?? product.Variants[0], new ScoreParts(0, 0, 0, 0, 0, 0, 0))]));
    }

    // 'the second', 'tell me more about it': no question, but a wish to hear of it.
    private static bool AsksInGeneral(string question) => Replies.Words.Of(question).All(General.Contains) && !question.Contains("what size", StringComparison.OrdinalIgnoreCase);

    private static Reply Sum(Product one, Product other)
    {
        var (low, high) = (one.PriceFrom + other.PriceFrom, one.PriceTo + other.PriceTo);
        return $"The **{one.Title}** ({ProductText.Price(one)}) and the **{other.Title}** ({ProductText.Price(other)}) come to {(low == high ? low.ToText() : $"{low.ToText()} to {high.ToText()}")} together; shipping and tax are added when you pay.";
    }

    [GeneratedRegex(@"\b(together|in total|altogether|both|combined|sum|plus)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Together();

    private static string Times(Product product, int pieces) =>
        product.PriceFrom == product.PriceTo ? (product.PriceFrom * pieces).ToText() : $"{(product.PriceFrom * pieces).ToText()} to {(product.PriceTo * pieces).ToText()}";

    [GeneratedRegex(@"\b(euros?|eur|dollars?|usd|pounds?|gbp|sterling|cad|aud|yen|which currency|what currency|currency)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CurrencyAsked();

    [GeneratedRegex(@"\b(wide|wider|narrow|narrower|roomier|tall|petite|half[- ]sizes?|long(er)? (legs?|sleeves?|arms?|inseam)|short(er)? (legs?|sleeves?|inseam))\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FitAsked();

    private static string WithoutTitle(string question, Product product) => question.Replace(product.Title, "", StringComparison.OrdinalIgnoreCase);

    private static Reply NotSaid(Product product, TurnContext turn)
    {
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.OfferPerson, null, null, Intent.HumanRequest, turn.Input.Text) };
        return new Reply
        {
            Text = turn.Wording.Pick(
                $"The page of the **{product.Title}** doesn't say, and I'd rather not guess. Shall I ask the team?",
                $"That isn't stated for the **{product.Title}**, so I don't know. I can pass the question to the team if you like."),
            QuickReplies = ["Yes, ask the team", "No, thanks"],
            Helped = false,
        };
    }
}
