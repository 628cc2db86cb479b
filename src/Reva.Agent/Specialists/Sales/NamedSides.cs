using System.Text.RegularExpressions;
using Reva.Agent.Ports;
using Reva.Agent.Replies;
using Reva.Agent.Turns;
using Reva.Core.Catalog;

namespace Reva.Agent.Specialists.Sales;

/// <summary>Finds two products that are named side by side in a few words: 'the Alder and the Skerry', 'tumbler or mug'.</summary>
public sealed partial class NamedSides(ICatalog catalog)
{
    private static readonly HashSet<string> Framing = [.. Replies.Words.Of("compare compared comparing difference differences between better best cheaper warmer which cost costs price together both total altogether")];

    /// <summary>Both products; empty unless each side names one by words of its title.</summary>
    public async Task<IReadOnlyList<Product>> FindAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var sides = Joint().Split(turn.English, 2);
        if (sides.Length != 2)
            return [];
        var found = new List<Product>();
        foreach (var side in sides)
        {
            if (await NamedAsync(side, turn, cancellationToken) is { } product && !found.Contains(product))
                found.Add(product);
        }
        found.ForEach(turn.Hear);
        return found.Count == 2 ? found : [];
    }

    private async Task<Product?> NamedAsync(string side, TurnContext turn, CancellationToken cancellationToken)
    {
        var words = Words.Of(side);
        words.ExceptWith(Framing);
        if (words.Count is 0 or > 5)
            return null;
        var result = await catalog.SearchAsync(turn.StoreId, new ProductQuery { Text = string.Join(' ', words) }, turn.Input.Store.Ranking, cancellationToken);
        return result.Hits.Select(h => h.Product).FirstOrDefault(p => words.IsSubsetOf(Words.Of(p.Title)))
            ?? result.Hits.Select(h => h.Product).FirstOrDefault(p => words.Overlaps(Words.Of(p.Title)) && result.Confident);
    }

    [GeneratedRegex(@"\b(?:and|or|vs\.?|versus|with|against|than|to)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Joint();
}
