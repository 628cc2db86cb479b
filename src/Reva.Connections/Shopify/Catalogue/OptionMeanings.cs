namespace Reva.Connections.Shopify.Catalogue;

/// <summary>What an option is about.</summary>
internal enum OptionMeaning
{
    /// <summary>Neither of the others.</summary>
    Other,
    /// <summary>Colour.</summary>
    Color,
    /// <summary>Size.</summary>
    Size,
    /// <summary>Material.</summary>
    Material,
}

/// <summary>Which of a product's options means what: by its name in many languages, and by its values when the name says nothing.</summary>
internal sealed class OptionMeanings
{
    private readonly Dictionary<OptionMeaning, string> _names = [];

    private OptionMeanings() { }

    public static OptionMeanings Of(IReadOnlyList<VariantNode> variants)
    {
        var meanings = new OptionMeanings();
        var options = variants.SelectMany(v => v.SelectedOptions).GroupBy(o => o.Name, StringComparer.Ordinal).ToList();
        foreach (var option in options)
            meanings.Learn(OptionWords.MeaningOfName(option.Key), option.Key);
        foreach (var option in options.Where(o => !meanings._names.ContainsValue(o.Key) && OptionWords.SaysNothing(o.Key)))
            meanings.Learn(OptionWords.MeaningOfValues([.. option.Select(o => o.Value).Distinct(StringComparer.Ordinal)]), option.Key);
        return meanings;
    }

    /// <summary>The variant's value of the option with this meaning; null when it has none.</summary>
    public string? Value(VariantNode variant, OptionMeaning meaning) =>
        _names.TryGetValue(meaning, out var name) ? variant.SelectedOptions.FirstOrDefault(o => o.Name == name)?.Value : null;

    // With 'Frame colour' and 'Lens colour' the first one speaks for the product.
    private void Learn(OptionMeaning meaning, string option)
    {
        if (meaning != OptionMeaning.Other)
            _names.TryAdd(meaning, option);
    }
}
