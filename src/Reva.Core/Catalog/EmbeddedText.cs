namespace Reva.Core.Catalog;

/// <summary>What a product's vector is made of.</summary>
public static class EmbeddedText
{
    private const int MostOfDescription = 1200;

    /// <summary>Title, category, tags, options and the beginning of the description.</summary>
    public static string Of(Product product)
    {
        var options = product.Variants.SelectMany(v => v.Options).Select(o => o.Value).Distinct(StringComparer.OrdinalIgnoreCase).Take(24);
        var description = product.Description.Length <= MostOfDescription ? product.Description : product.Description[..MostOfDescription];
        return $"{product.Title}. {product.Category}. {product.Vendor}. {string.Join(", ", product.Tags)}. {string.Join(", ", options)}. {description}";
    }
}
