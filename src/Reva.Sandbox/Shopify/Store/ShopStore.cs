namespace Reva.Sandbox.Shopify.Store;

/// <summary>A shop as it stands now: read from a folder, changed in memory.</summary>
/// <param name="Directory">Where the folder is; pictures are served from its <c>images</c>.</param>
internal sealed record ShopStore(
    string Directory, Shop Shop, Products Products, Collections Collections, Customers Customers, Orders Orders, Policies Policies, ContentPages Pages);

/// <summary>Holds the current <see cref="ShopStore"/>, so that it can be loaded again while the sandbox runs.</summary>
internal sealed class StoreHolder(Func<ShopStore> load)
{
    private volatile ShopStore _current = load();

    public ShopStore Current => _current;

    /// <summary>Forgets all changes: reads the folder again.</summary>
    public void Reload() => _current = load();
}
