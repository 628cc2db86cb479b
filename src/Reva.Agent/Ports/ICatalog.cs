using Reva.Core.Catalog;

namespace Reva.Agent.Ports;

/// <summary>A store's products, ready to be searched. Thread safe; results are immutable.</summary>
public interface ICatalog
{
    /// <summary>The best hits for a wish. Never throws for odd text; an empty store gives no hits.</summary>
    ValueTask<ProductSearchResult> SearchAsync(string storeId, ProductQuery query, RankingWeights weights, CancellationToken cancellationToken);

    /// <summary>A product by id; null when the store does not (or no longer) sell it.</summary>
    ValueTask<Product?> FindAsync(string storeId, string productId, CancellationToken cancellationToken);

    /// <summary>A product by the handle in its address; null when there is none.</summary>
    ValueTask<Product?> FindByHandleAsync(string storeId, string handle, CancellationToken cancellationToken);

    /// <summary>The words this store uses. Cheap: kept with the index.</summary>
    ValueTask<CatalogVocabulary> VocabularyAsync(string storeId, CancellationToken cancellationToken);
}
