using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Rules;

/// <summary>How many pieces of a variant there are.</summary>
internal static class Stock
{
    /// <summary>Adds pieces to a variant's stock, or takes them off; a variant that is gone changes nothing.</summary>
    public static void Move(ShopStore store, long? variantId, int by, DateTimeOffset now)
    {
        if (by == 0 || variantId is not { } id || store.Products.FindVariant(id) is not { } variant)
            return;
        store.Products.Change(variant.ProductId, p => p with
        {
            UpdatedAt = now,
            Variants = [.. p.Variants.Select(v => v.Id == id ? v with { InventoryQuantity = v.InventoryQuantity + by, UpdatedAt = now } : v)],
        });
    }

    /// <summary>Whether so many pieces can be promised.</summary>
    public static bool Has(Variant variant, int pieces) =>
        variant.AvailableForSale && (variant.InventoryPolicy == "CONTINUE" || variant.InventoryQuantity >= pieces);
}
