using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Reva.Agent.Ports;
using Reva.Agent.Specialists.Wishes.Reading;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Agent.Specialists.Wishes;

/// <summary>Finds what is wanted in items' place among the variants of their products.</summary>
public sealed partial class WishVariants(ICommerce commerce)
{
    /// <summary>The wish with its items and, where the words say it, what is to come in their place.</summary>
    /// <param name="chosen">Reads which items are meant.</param>
    internal async Task<OrderWish> ReadAsync(Func<OrderWish, string, Order, OrderWish> chosen, OrderWish wish, string words, Order order, string storeId, CancellationToken cancellationToken)
    {
        var (of, target) = Parted(words);
        // 'The black one' in answer to 'which one instead?' is no item of the order.
        var speaksOfNew = wish.Items.Length > 0 && wish.Step is WishStep.Instead or WishStep.Proposed && !NamesTitle(of, order);
        wish = speaksOfNew ? wish : chosen(wish, of, order);
        if (wish.Items.IsEmpty && of != words)
            wish = chosen(wish, words, order);
        var items = ImmutableArray.CreateBuilder<WishedItem>();
        foreach (var item in wish.Items)
            items.Add(item with { NewVariantId = await WantedAsync(item, wish.Items.Length > 1, words, target, order, storeId, cancellationToken) ?? item.NewVariantId });
        return wish with { Items = items.ToImmutable() };
    }

    /// <summary>All variants of a line's product.</summary>
    internal async Task<ImmutableArray<VariantOffer>> OfAsync(OrderLine line, string storeId, CancellationToken cancellationToken) =>
        line.ProductId is { } product ? await commerce.VariantsOfAsync(storeId, product, cancellationToken) : [];

    private async Task<string?> WantedAsync(WishedItem item, bool several, string words, string target, Order order, string storeId, CancellationToken cancellationToken)
    {
        var line = order.Lines.First(l => l.Id == item.LineId);
        var offers = await OfAsync(line, storeId, cancellationToken);
        var own = several ? Clauses().Split(words).FirstOrDefault(c => ItemWords.NameFit(ItemWords.Of(c), line) > 0) : null;
        foreach (var text in new[] { own is null ? null : Parted(own).Target, own, target, words }.OfType<string>())
        {
            if (VariantReader.Read(text, offers, line.VariantId).Offer is { } offer)
                return offer.VariantId;
        }
        return null;
    }

    private static bool NamesTitle(string words, Order order) => ItemWords.Of(words) is var said && order.Lines.Any(l => ItemWords.NameFit(said, l) > 0);

    // 'The black one for a sage one': what goes, and what is to come.
    private static (string Of, string Target) Parted(string words)
    {
        var match = Towards().Match(words);
        return match.Success ? (words[..match.Index], words[match.Index..]) : (words, words);
    }

    // The last 'for', 'to', 'into' or 'in' before something that can be had leads over to it.
    [GeneratedRegex(@"\b(for|to|into|with|against|in)\b (a |an |the |one |it |in )*(?!exchange\b|swap\b|change\b|return\b|order\b|my\b|get\b|have\b|replace\b|switch\b|be\b|me\b|#)(?=[^.;!?\n]*$|[^.;!?\n]*[.;!?\n])", RegexOptions.IgnoreCase | RegexOptions.RightToLeft, 1000)]
    private static partial Regex Towards();

    [GeneratedRegex(@",|;|\n|\band\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Clauses();
}
