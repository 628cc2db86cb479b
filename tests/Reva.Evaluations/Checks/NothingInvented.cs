using System.Globalization;
using System.Text.RegularExpressions;
using Reva.Evaluations.Script;
using Reva.Evaluations.Stores;

namespace Reva.Evaluations.Checks;

/// <summary>What holds for every answer: names, prices, links, orders and addresses are the store's own, or the shopper's.</summary>
internal static partial class NothingInvented
{
    private const int MostPieces = 12;

    public static void In(Answer answer, Conversation talk, StoreFacts facts)
    {
        Assert.False(string.IsNullOrWhiteSpace(answer.Text), "The answer is empty.");
        Assert.DoesNotMatch(Broken(), answer.Text);
        Cards(answer, facts);
        Names(answer, facts);
        Prices(answer, talk, facts);
        Links(answer, facts);
        People(answer, talk, facts);
    }

    private static void Cards(Answer answer, StoreFacts facts)
    {
        foreach (var card in answer.Cards)
        {
            var product = facts.Product(card.Handle);
            Assert.Equal(product.Title, card.Title);
            Assert.True(product.Variants.Any(v => v.Price == card.Price), $"{card.Title} is shown at {card.Price}, which it costs in no form.");
            Assert.Equal(product.IsForSale, card.Available);
        }
    }

    // What stands in bold is a product, an order, or the head of a row of a page that is cited.
    private static void Names(Answer answer, StoreFacts facts)
    {
        var pages = facts.PagesText;
        foreach (var bold in Bold().Matches(answer.Text).Select(m => m.Groups[1].Value))
        {
            var known = facts.ProductByTitle(bold) is not null || facts.OrderByNumber(bold) is not null
                || (answer.CitedUrls.Count > 0 && pages.Contains(bold, StringComparison.OrdinalIgnoreCase)) || facts.Products.Any(p => p.BodyHtml.Contains(bold, StringComparison.Ordinal));
            Assert.True(known, $"“{bold}” is nothing that the store has.");
        }
    }

    private static void Prices(Answer answer, Conversation talk, StoreFacts facts)
    {
        var products = Bold().Matches(answer.Text).Select(m => facts.ProductByTitle(m.Groups[1].Value)).OfType<Sandbox.Shopify.Store.Product>()
            .Concat(talk.Shown.Append(answer.Cards).SelectMany(c => c).Select(c => facts.Product(c.Handle))).Distinct().ToList();
        var prices = products.SelectMany(p => p.Variants).SelectMany(v => new[] { v.Price, v.CompareAtPrice ?? v.Price }).ToHashSet();
        var orders = facts.Orders.Where(o => talk.Said.Exists(s => s.Contains(o.Email, StringComparison.OrdinalIgnoreCase)));
        var allowed = prices.Concat(facts.PageAmounts)
            .Concat(prices.SelectMany(a => prices.SelectMany(b => new[] { a - b, a + b })))
            .Concat(prices.SelectMany(p => Enumerable.Range(2, MostPieces).Select(n => n * p)))
            .Concat(orders.SelectMany(o => o.LineItems.Select(l => l.Price).Append(o.Total).Append(o.Refunded).Append(o.ShippingPrice)))
            .Concat(orders.SelectMany(o => o.LineItems.SelectMany(l => Enumerable.Range(1, MostPieces).Select(n => decimal.Round(n * l.Price * (1 + (o.Tax / o.Subtotal)), 2)))))
            .Concat(talk.Said.SelectMany(s => Number().Matches(s).Select(m => decimal.Parse(m.Value, CultureInfo.InvariantCulture))).SelectMany(n => new[] { n, n * 0.8m, n * 1.2m }))
            .ToHashSet();
        Assert.All(StoreFacts.Amounts(answer.Text), amount => Assert.True(allowed.Contains(amount), $"{amount} is no price of what is spoken of: {answer.Text}"));
    }

    private static void Links(Answer answer, StoreFacts facts)
    {
        foreach (var url in answer.CitedUrls)
            Assert.True(facts.HasPage(new Uri(url).AbsolutePath), $"{url} is no page of the shop.");
        foreach (var url in Link().Matches(answer.Text).Select(m => m.Groups[1].Value))
        {
            var known = facts.HasPage(new Uri(url).AbsolutePath) || facts.Orders.Any(o => o.Fulfillments.Any(f => f.Tracking.Any(t => t.Url == url)));
            Assert.True(known, $"{url} leads nowhere that the store knows.");
        }
        var marks = Mark().Matches(answer.Text).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct().Order().ToList();
        Assert.Equal(Enumerable.Range(1, answer.CitedUrls.Count), marks);
    }

    // Only orders that the shopper has spoken of, or whose e-mail address was given; and nobody's address but the shop's and the shopper's.
    private static void People(Answer answer, Conversation talk, StoreFacts facts)
    {
        var said = string.Join('\n', talk.Said);
        foreach (var number in OrderNumber().Matches(answer.Text).Select(m => m.Value).Where(n => facts.OrderByNumber(n) is not null && n != "#1001"))
        {
            var own = said.Contains(number.TrimStart('#'), StringComparison.OrdinalIgnoreCase) || said.Contains(facts.OrderByNumber(number)!.Email, StringComparison.OrdinalIgnoreCase);
            Assert.True(own, $"{number} is nobody's business here: {answer.Text}");
        }
        foreach (var address in Address().Matches(answer.Text).Select(m => m.Value))
            Assert.True(said.Contains(address, StringComparison.OrdinalIgnoreCase) || facts.PagesText.Contains(address, StringComparison.OrdinalIgnoreCase), $"{address} was told.");
    }

    [GeneratedRegex(@"\{\w*\}|\bnull\b|(?<!\|)  [^|\s]|\bSystem\.|“”|\*\*\*\*|\.\.(?!\.)| ,")]
    private static partial Regex Broken();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\]\((http[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\])\[(\d)\](?!\()")]
    private static partial Regex Mark();

    [GeneratedRegex(@"#W?\d{3,}")]
    private static partial Regex OrderNumber();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+")]
    private static partial Regex Address();

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}
