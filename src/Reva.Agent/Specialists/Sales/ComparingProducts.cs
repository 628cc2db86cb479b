using System.Text;
using System.Text.RegularExpressions;
using Reva.Agent.Ports;
using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Catalog;

namespace Reva.Agent.Specialists.Sales;

/// <summary>Sets products side by side, and says where they differ.</summary>
public sealed partial class ComparingProducts(ShownProducts shown, NamedSides sides, GetProduct getProduct, FindingProducts finding, AboutSeveral several)
{
    private const int Most = 4;

    /// <summary>A table of facts and one sentence that helps to choose; for 'which is warmer?' what each page says of it.</summary>
    public async Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await ByQualityAsync(turn, cancellationToken) is { } told)
            return told;
        var referred = (await shown.AllReferredAsync(turn, cancellationToken)).ToList();
        if (turn.Meaning.Entities.Ordinals.IsEmpty && turn.Meaning.Entities.SearchText.Length > 0 && await sides.FindAsync(turn, cancellationToken) is { Count: 2 } both)
            referred = [.. both];
        if (referred.Count == 1 && turn.PageProduct is { } page && page.Id != referred[0].Id)
            referred.Insert(0, page);
        if (referred.Count < 2)
            referred = [.. referred.Concat(await shown.ListAsync(turn, cancellationToken)).DistinctBy(p => p.Id).Take(Math.Max(2, referred.Count))];
        if (referred.Count < 2)
            return turn.Meaning.Entities.SearchText.Length > 0
                ? await finding.AnswerAsync(turn, cancellationToken)
                : "Which products shall I compare? Name two, or let me find some first.";

        var products = new List<Product>();
        foreach (var product in referred.Take(Most))
        {
            if ((await getProduct.UseAsync(new GetProductArguments(product.Handle), turn, cancellationToken)).Value is { } read)
                products.Add(read);
        }
        // 'The first' and 'which is cheaper' speak of what was compared.
        var shownIds = products.TrueForAll(p => turn.Memory.ShownProductIds.Contains(p.Id)) ? turn.Memory.ShownProductIds : [.. products.Select(p => p.Id)];
        turn.Memory = turn.Memory with { FocusProductId = null, ShownProductIds = shownIds };
        return new Reply { Text = $"{Table(products)}\n\n{Difference(products)}" };
    }

    private async Task<Reply?> ByQualityAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var said = turn.Meaning.Entities;
        var quality = WishWords.Clean(WishWords.Positive(said.SearchText));
        if (quality.Length == 0 || said.Category is not null || !WhichOfThem().IsMatch(turn.English) || said is { Cheaper: true } or { MoreExpensive: true } or { Superlative: not null })
            return null;
        var list = await shown.ListAsync(turn, cancellationToken);
        if (list.Count == 0)
            return null;
        return await several.FromPagesAsync(quality, list, turn, cancellationToken) ?? new Reply
        {
            Text = turn.Wording.Pick(
                $"{(list.Count == 1 ? "Its page says" : "Their pages say")} nothing about “{said.SearchText}”, so I'd rather not guess. Shall I compare the rest, or ask the team?",
                $"I can't tell from {(list.Count == 1 ? "its page" : "their pages")} how “{said.SearchText}” they are. I can ask the team if you like."),
            Helped = false,
        };
    }

    private static string Table(List<Product> products)
    {
        var table = new StringBuilder();
        Row(table, "", products.Select(p => $"**{p.Title}**"));
        Row(table, "---", products.Select(_ => "---"));
        Row(table, "Price", products.Select(p => ProductText.Price(p) + (ProductText.WasPrice(p) is { } was ? $" (was {was})" : "")));
        Row(table, "Rating", products.Select(p => p.Rating is { } r ? r.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) : "–"));
        Row(table, "Colours", products.Select(p => Values(p, v => v.Color)));
        Row(table, "Sizes", products.Select(p => Values(p, v => v.Size)));
        Row(table, "Material", products.Select(p => Values(p, v => v.Material)));
        Row(table, "Stock", products.Select(ProductText.Stock));
        return table.ToString().TrimEnd();
    }

    private static void Row(StringBuilder table, string head, IEnumerable<string> cells)
    {
        var values = cells.ToList();
        if (values.TrueForAll(v => v == "–"))
            return;
        table.Append("| ").Append(head).Append(" | ").AppendJoin(" | ", values.Select(v => v.Replace("|", "/", StringComparison.Ordinal))).Append(" |\n");
    }

    private static string Values(Product product, Func<Variant, string?> option)
    {
        var values = product.Variants.Where(v => v.Available).Select(option).OfType<string>().Distinct().ToList();
        return values.Count == 0 ? "–" : ListText.Join(values, "and", 5);
    }

    private static string Difference(List<Product> products)
    {
        var cheapest = products.MinBy(p => p.PriceFrom.Amount)!;
        var dearest = products.MaxBy(p => p.PriceFrom.Amount)!;
        var best = products.Where(p => p.Rating is not null).MaxBy(p => p.Rating);
        var price = cheapest.PriceFrom == dearest.PriceFrom ? "They cost the same" : $"The **{cheapest.Title}** costs {(dearest.PriceFrom - cheapest.PriceFrom).ToText()} less";
        var rating = best is null || products.TrueForAll(p => p.Rating == best.Rating) ? "" : best.Id == cheapest.Id ? ", and it's rated higher too" : $"; the **{best.Title}** is rated higher";
        var soldOut = products.Where(p => !p.Available).Select(p => $"the **{p.Title}**").ToList();
        return price + rating + "." + (soldOut.Count > 0 ? $" {ListText.Join(soldOut)} can't be had right now." : "");
    }

    [GeneratedRegex(@"^\W*(and |so |ok(ay)? |but )*which( one| ones| of (them|these|those|the two))?('s| is| are| would| should| will| do| has| have| looks?)\b|^\W*what('?s| is| are) the \w+est\W*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WhichOfThem();
}
