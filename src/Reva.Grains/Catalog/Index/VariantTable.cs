using Reva.Core.Catalog;
using Reva.Core.Search;

namespace Reva.Grains.Catalog.Index;

/// <summary>All variants of all products side by side, with names as numbers, so that a filter is a few comparisons. Immutable.</summary>
internal sealed class VariantTable
{
    private readonly NameTable _colors = new();
    private readonly NameTable _sizes = new();
    private readonly NameTable _materials = new();

    public VariantTable(IReadOnlyList<Product> products)
    {
        Starts = new int[products.Count + 1];
        var rows = new List<VariantRow>();
        for (var i = 0; i < products.Count; i++)
        {
            var ownColor = ColorInWords(products[i]);
            rows.AddRange(products[i].Variants.Select(v => new VariantRow(
                v.Price.Amount, v.Available, v.CompareAtPrice is { } was && was.Amount > v.Price.Amount,
                _colors.Number(v.Color ?? ownColor), _sizes.Number(v.Size), _materials.Number(v.Material))));
            Starts[i + 1] = rows.Count;
        }
        Rows = [.. rows];
    }

    /// <summary>The variants of product i are rows Starts[i] up to Starts[i + 1].</summary>
    public int[] Starts { get; }

    public VariantRow[] Rows { get; }

    /// <summary>Which colour numbers any of <paramref name="wishes"/> means; null for no wish.</summary>
    public bool[]? Colors(IReadOnlyCollection<string> wishes) => _colors.Matching(wishes, ColorFamilies.Matches);

    /// <inheritdoc cref="Colors"/>
    public bool[]? Sizes(IReadOnlyCollection<string> wishes) => _sizes.Matching(wishes, SizeNames.Matches);

    /// <inheritdoc cref="Colors"/>
    public bool[]? Materials(IReadOnlyCollection<string> wishes) => _materials.Matching(wishes, SameMaterial);

    private static bool SameMaterial(string wish, string offered) =>
        TextWords.Stems(wish).Any(w => TextWords.Stems(offered).Any(o => o == w || Synonyms.Of(w).Contains(o, StringComparer.Ordinal)));

    // A lamp that comes in one colour often says so only in its name.
    private static string? ColorInWords(Product product) =>
        TextWords.Split(product.Title).Concat(product.Tags.SelectMany(TextWords.Split)).LastOrDefault(ColorFamilies.IsPlain);
}

/// <summary>A variant; name numbers are -1 where it has none.</summary>
internal readonly record struct VariantRow(decimal Price, bool Available, bool OnSale, int Color, int Size, int Material);

/// <summary>Names as numbers.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);

    public int Number(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return -1;
        if (!_numbers.TryGetValue(name, out var number))
            _numbers[name] = number = _numbers.Count;
        return number;
    }

    public bool[]? Matching(IReadOnlyCollection<string> wishes, Func<string, string, bool> matches)
    {
        if (wishes.Count == 0)
            return null;
        var allowed = new bool[_numbers.Count];
        foreach (var (name, number) in _numbers)
            allowed[number] = wishes.Any(w => matches(w, name));
        return allowed;
    }
}
