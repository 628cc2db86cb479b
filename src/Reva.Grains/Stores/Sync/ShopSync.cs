using Reva.Agent.Ports;
using Reva.Core.Catalog;
using Reva.Grains.Catalog;

namespace Reva.Grains.Stores.Sync;

/// <summary>Takes a sync one page further. Thread safe; what it stores it can store again.</summary>
public sealed class ShopSync(IShopSource shop, ICatalogStore catalog, IEmbedder embedder, TimeProvider clock)
{
    /// <summary>The state after one more page. Throws <see cref="ShopUnavailableException"/> when the shop does not answer; then nothing has changed.</summary>
    public Task<SyncState> NextAsync(string storeId, SyncState state, CancellationToken cancellationToken) => state.Phase switch
    {
        SyncPhase.Products => ProductsAsync(storeId, state, cancellationToken),
        SyncPhase.Pages => PagesAsync(storeId, state, cancellationToken),
        _ => Task.FromResult(state),
    };

    private async Task<SyncState> ProductsAsync(string storeId, SyncState state, CancellationToken cancellationToken)
    {
        var page = await shop.ProductsAsync(storeId, state.Cursor, state.Full ? null : state.LastGoodStart, cancellationToken);
        var known = await catalog.ProductTextHashesAsync(storeId, embedder.Model, cancellationToken);
        var vectors = await Changed.VectorsAsync(embedder, page.Items, p => p.Id, EmbeddedText.Of, known, cancellationToken);
        var rows = page.Items.Select((p, i) => new ProductRow(p, vectors[i].Hash, embedder.Model, vectors[i].Vector, clock.GetUtcNow())).ToList();
        await catalog.UpsertProductsAsync(storeId, rows, cancellationToken);
        // What became a draft is told like any other change and must not wait for the next reading of everything.
        var withdrawn = await catalog.RemoveProductsAsync(storeId, page.Withdrawn, cancellationToken);
        state = state with { Removed = state.Removed + withdrawn, Products = state.Products + rows.Count, Embedded = state.Embedded + vectors.Count(v => v.Vector is not null), Cursor = page.NextCursor };
        if (page.NextCursor is not null)
            return state;
        var removed = state.Full ? await catalog.RemoveProductsNotSeenSinceAsync(storeId, state.StartedAt!.Value, cancellationToken) : 0;
        return state with { Phase = SyncPhase.Pages, Removed = state.Removed + removed };
    }

    // Pages are few: they are always read whole, so what vanished always goes.
    private async Task<SyncState> PagesAsync(string storeId, SyncState state, CancellationToken cancellationToken)
    {
        var page = await shop.ContentAsync(storeId, state.Cursor, cancellationToken);
        var passages = page.Items.SelectMany(PagePassages.Of).ToList();
        var known = await catalog.PassageTextHashesAsync(storeId, embedder.Model, cancellationToken);
        var vectors = await Changed.VectorsAsync(embedder, passages, p => p.Id, p => $"{p.Title}. {p.Heading}. {p.Text}", known, cancellationToken);
        await catalog.UpsertPassagesAsync(storeId, [.. passages.Select((p, i) => new PassageRow(p, vectors[i].Hash, embedder.Model, vectors[i].Vector, clock.GetUtcNow()))], cancellationToken);
        state = state with { Pages = state.Pages + page.Items.Length, Embedded = state.Embedded + vectors.Count(v => v.Vector is not null), Cursor = page.NextCursor };
        if (page.NextCursor is not null)
            return state;
        var removed = await catalog.RemovePassagesNotSeenSinceAsync(storeId, state.StartedAt!.Value, cancellationToken);
        return state with
        {
            Phase = SyncPhase.Done, Removed = state.Removed + removed, FinishedAt = clock.GetUtcNow(),
            LastGoodStart = state.StartedAt, LastFull = state.Full ? state.StartedAt : state.LastFull,
        };
    }
}
