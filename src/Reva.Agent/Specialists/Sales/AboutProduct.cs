using Reva.Agent.Replies;
using Reva.Agent.Specialists.Knowledge;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Catalog;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.Sales;

/// <summary>Answers about one product from its own page: details, colours, sizes, stock, price.</summary>
public sealed class AboutProduct(ShownProducts shown, GetProduct getProduct, SentencePicker picker, PassageAnswer pages, FindingProducts finding)
{
    private const double Answers = 0.30;

    /// <summary>'Is it machine washable?'</summary>
    public async Task<Reply> QuestionAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await ReadAsync(turn, cancellationToken) is not { } product)
            return await WithoutProductAsync(turn, cancellationToken);
        var question = WithoutTitle(turn.Input.Text, product);
        var picked = await picker.RateAsync(question, "", product.Description, cancellationToken);
        if (picked.Count > 0 && picked.Max(s => s.Score) is var best && best >= Answers)
            return $"{turn.Wording.Pick($"On the **{product.Title}**:", $"Here's what we say about the **{product.Title}**:", $"For the **{product.Title}**:")} {string.Join(' ', picked.Where(s => s.Score >= best * 0.8).Take(2).Select(s => s.Text))}";
        if (await pages.ToAsync(question, turn, cancellationToken) is { } page)
            return page;
        return NotSaid(product, turn);
    }

    /// <summary>'Do you have it in green, size L?'</summary>
    public async Task<Reply> VariantsAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await ReadAsync(turn, cancellationToken) is not { } product)
            return await WithoutProductAsync(turn, cancellationToken);
        ShowOnce(product, turn);
        return VariantReply.Of(product, turn);
    }

    /// <summary>'How much is it?'</summary>
    public async Task<Reply> PriceAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await ReadAsync(turn, cancellationToken) is not { } product)
            return await WithoutProductAsync(turn, cancellationToken);
        ShowOnce(product, turn);
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
        if (list.Count > 1 && (turn.Meaning.Entities.RefersBack || turn.Meaning.Entities.SearchText.Length == 0))
        {
            turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.WhichProduct, null, null, turn.Meaning.Intent, turn.Input.Text) };
            return new Reply { Text = turn.Wording.Pick("Which one do you mean?", "Which of them?", "Sure, which one?"), QuickReplies = [.. list.Take(4).Select(p => p.Title)] };
        }
        if (turn.Meaning.Intent == Intent.ProductQuestion && await pages.ToAsync(turn.Input.Text, turn, cancellationToken) is { } page)
            return page;
        return await finding.AnswerAsync(turn, cancellationToken);
    }

    private static void ShowOnce(Product product, TurnContext turn)
    {
        if (!turn.Memory.ShownProductIds.Contains(product.Id))
            turn.Emit(new ProductsShown([new ProductHit(product, product.Variants.FirstOrDefault(v => v.Available) ?? product.Variants[0], new ScoreParts(0, 0, 0, 0, 0, 0, 0))]));
    }

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
