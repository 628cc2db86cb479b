using System.Collections.Immutable;

namespace Reva.Core.Catalog;

/// <summary>A product as the shop sells it, read from its platform.</summary>
public sealed record Product
{
    /// <summary>The platform's id, e.g. <c>gid://shopify/Product/42</c>; never shown to a shopper.</summary>
    public required string Id { get; init; }

    /// <summary>The last part of the product's address, unique in the store.</summary>
    public required string Handle { get; init; }

    /// <summary>The name as printed in the shop.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text; markup is gone.</summary>
    public string Description { get; init; } = "";

    /// <summary>Absolute address of the product's page.</summary>
    public required string Url { get; init; }

    /// <summary>Absolute address of the first picture, if there is one.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>The shop's product type, e.g. <c>Jackets</c>; empty when it gives none.</summary>
    public string Category { get; init; } = "";

    /// <summary>The maker.</summary>
    public string Vendor { get; init; } = "";

    /// <summary>The shop's own tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What can be bought; at least one.</summary>
    public required ImmutableArray<Variant> Variants { get; init; }

    /// <summary>Mean review score 1–5, if known.</summary>
    public double? Rating { get; init; }

    /// <summary>Units sold so far; 0 when unknown.</summary>
    public int UnitsSold { get; init; }

    /// <summary>When it came into the shop.</summary>
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>When the platform last changed it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>True when at least one variant can be bought now.</summary>
    public bool Available => Variants.Any(v => v.Available);

    /// <summary>The lowest price of a variant that can be bought, or of any when none can.</summary>
    public Money PriceFrom => Offered().MinBy(v => v.Price.Amount)!.Price;

    /// <summary>The highest such price.</summary>
    public Money PriceTo => Offered().MaxBy(v => v.Price.Amount)!.Price;

    private IEnumerable<Variant> Offered() => Available ? Variants.Where(v => v.Available) : Variants;
}

/// <summary>One buyable form of a product: a colour in a size.</summary>
public sealed record Variant
{
    /// <summary>The platform's id.</summary>
    public required string Id { get; init; }

    /// <summary>As the shop prints it, e.g. <c>Moss / M</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Stock keeping unit, if the shop keeps one.</summary>
    public string? Sku { get; init; }

    /// <summary>What it costs now.</summary>
    public required Money Price { get; init; }

    /// <summary>What it cost before a sale; null when not on sale.</summary>
    public Money? CompareAtPrice { get; init; }

    /// <summary>Whether it can be bought now (back orders count).</summary>
    public required bool Available { get; init; }

    /// <summary>Pieces that can be sold now; null when the shop does not count them.</summary>
    public int? Stock { get; init; }

    /// <summary>Every option as the shop names it, in the shop's order.</summary>
    public ImmutableArray<VariantOption> Options { get; init; } = [];

    /// <summary>The options that mean colour, size and material, under whatever name the shop has them; null when there is none.</summary>
    public string? Color { get; init; }

    /// <inheritdoc cref="Color"/>
    public string? Size { get; init; }

    /// <inheritdoc cref="Color"/>
    public string? Material { get; init; }

    /// <summary>Absolute address of the variant's own picture, if it has one.</summary>
    public string? ImageUrl { get; init; }
}

/// <summary>One option of a variant, e.g. <c>Colour: Moss</c>.</summary>
public sealed record VariantOption(string Name, string Value);
