using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core.Catalog;

namespace Reva.Agent.Specialists.Sales;

/// <summary>Finds out which products a shopper speaks of: named, by position, the one on the page, or the one spoken of last.</summary>
public sealed class ShownProducts(ICatalog catalog)
{
    /// <summary>The products shown last, in order; those no longer sold are left out.</summary>
    public async Task<IReadOnlyList<Product>> ListAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var products = new List<Product>();
        foreach (var id in turn.Memory.ShownProductIds)
        {
            if (await FindAsync(id, turn, cancellationToken) is { } product)
                products.Add(product);
        }
        return products;
    }

    /// <summary>All products referred to, most certain first; empty when it is open.</summary>
    public async Task<IReadOnlyList<Product>> AllReferredAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var said = turn.Meaning.Entities;
        var shown = await ListAsync(turn, cancellationToken);
        var byPosition = said.Ordinals.Select(o => o < 0 ? shown.Count + o : o - 1).Where(i => i >= 0 && i < shown.Count).Select(i => shown[i]).ToList();
        if (byPosition.Count > 0)
            return byPosition;

        var named = new List<Product>();
        foreach (var id in said.ProductIds)
        {
            if (await FindAsync(id, turn, cancellationToken) is { } product)
                named.Add(product);
        }
        // 'the grey one' among those shown is more likely meant than a namesake elsewhere in the shop.
        var among = named.Where(shown.Contains).ToList();
        return among.Count > 0 ? among : named;
    }

    /// <summary>The one product meant; null when it is open which.</summary>
    public async Task<Product?> ReferredAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var referred = await AllReferredAsync(turn, cancellationToken);
        if (referred.Count > 0)
            return referred[0];
        // 'The second' where one was shown is none of them.
        if (!turn.Meaning.Entities.Ordinals.IsEmpty && turn.Memory.ShownProductIds.Length > 0)
            return null;
        if (turn.Memory.FocusProductId is { } focus && await FindAsync(focus, turn, cancellationToken) is { } product)
            return product;
        if (turn.PageProduct is { } page && (turn.Memory.ShownProductIds.IsEmpty || turn.Meaning.Entities.RefersBack))
            return page;
        var shown = await ListAsync(turn, cancellationToken);
        return shown.Count == 1 ? shown[0] : null;
    }

    private async ValueTask<Product?> FindAsync(string id, TurnContext turn, CancellationToken cancellationToken)
    {
        var product = await catalog.FindAsync(turn.StoreId, id, cancellationToken);
        if (product is not null)
            turn.Hear(product);
        return product;
    }
}
