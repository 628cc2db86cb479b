using Reva.Agent.Replies;
using Reva.Agent.Turns;
using Reva.Core.Catalog;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.Sales;

/// <summary>Answers about several products at once when it is open which is meant: stock and price of each, or what each page says.</summary>
public sealed class AboutSeveral(SentencePicker picker)
{
    private const int Most = 6;

    /// <summary>A line for each product; a question back where no page says anything.</summary>
    public async Task<Reply> AnswerAsync(IReadOnlyList<Product> products, TurnContext turn, CancellationToken cancellationToken) => turn.Meaning.Intent switch
    {
        Intent.VariantQuestion => ProductSummary.Stocks(products, turn),
        Intent.PriceInquiry => ProductSummary.Prices(products, turn),
        _ => await FromPagesAsync(turn.Input.Text, products, turn, cancellationToken) ?? WhichOne(products, turn),
    };

    /// <summary>What each product's page says to a question; null where none says anything.</summary>
    public async Task<Reply?> FromPagesAsync(string question, IReadOnlyList<Product> products, TurnContext turn, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var saying = 0;
        foreach (var product in products.Take(Most))
        {
            var picked = await picker.RateAsync(question, "", product.Description, cancellationToken);
            var best = picked.Where(s => s.Shared > 0).MaxBy(s => s.Score);
            saying += best is null ? 0 : 1;
            lines.Add($"\n- **{product.Title}**: {(best is null ? "its page doesn't say." : Sentences.Closed(best.Text))}");
        }
        if (saying == 0)
            return null;
        return new Reply { Text = turn.Wording.Pick("What their pages say:", "Here's what we say about each:") + string.Concat(lines) };
    }

    private static Reply WhichOne(IReadOnlyList<Product> products, TurnContext turn)
    {
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.WhichProduct, null, null, turn.Meaning.Intent, turn.Input.Text) };
        return new Reply { Text = turn.Wording.Pick("Which one do you mean?", "Which of them?", "Sure, which one?"), QuickReplies = [.. products.Take(4).Select(p => p.Title)] };
    }
}
