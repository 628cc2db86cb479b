using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reva.Connections.Shopify.Catalogue;

/// <summary>The words that shops use for options and their values.</summary>
internal static partial class OptionWords
{
    private static readonly (OptionMeaning Meaning, string[] Stems)[] Names =
    [
        (OptionMeaning.Color, ["color", "colour", "farb", "couleur", "coloris", "colore", "kleur", "farg", "farve", "farge", "kolor", "barva", "vari", "renk", "shade", "teinte", "cor", "cores", "tono"]),
        (OptionMeaning.Size, ["size", "grosse", "groesse", "taille", "pointure", "talla", "tamano", "tamanho", "taglia", "misura", "maat", "storlek", "storrelse", "rozmiar", "koko", "beden", "velikost", "waist", "dimension", "capacity", "volume"]),
        (OptionMeaning.Material, ["material", "materiaal", "materiau", "materiale", "matiere", "fabric", "stoff", "stof", "tissu", "tela", "tejido", "tessuto", "tecido", "tyg", "composition", "leather", "metal", "wood"]),
    ];

    // Short stems would be found inside other words ('core', 'variant', 'stofzuiger'), so they must be the whole word.
    private const int WholeWordBelow = 5;

    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "style", "stil", "title", "option", "options", "variant", "variants", "variante", "variation", "type", "typ", "model", "modell", "choice", "auswahl", "version", "design", "select", "pick", "ausfuhrung",
    };

    private static readonly HashSet<string> Colors = new(StringComparer.Ordinal)
    {
        "black", "white", "grey", "gray", "silver", "red", "burgundy", "maroon", "crimson", "pink", "rose", "blush", "coral", "orange", "rust", "terracotta", "yellow", "mustard", "gold", "golden", "beige", "cream",
        "ivory", "sand", "tan", "camel", "brown", "chocolate", "espresso", "khaki", "olive", "green", "moss", "sage", "forest", "mint", "teal", "turquoise", "blue", "navy", "indigo", "sky", "cobalt", "purple", "violet",
        "lilac", "lavender", "plum", "charcoal", "slate", "stone", "oatmeal", "natural", "multicolor", "multicolour", "schwarz", "weiss", "grau", "rot", "blau", "grun", "gelb", "braun", "noir", "blanc", "gris", "rouge",
        "bleu", "vert", "jaune", "marron", "negro", "blanco", "rojo", "azul", "verde", "amarillo", "nero", "bianco", "rosso",
    };

    private static readonly HashSet<string> Materials = new(StringComparer.Ordinal)
    {
        "cotton", "wool", "merino", "cashmere", "silk", "linen", "leather", "suede", "denim", "polyester", "nylon", "fleece", "down", "canvas", "bamboo", "hemp", "velvet", "satin", "rubber", "plastic", "wood", "wooden",
        "oak", "walnut", "steel", "stainless", "aluminium", "aluminum", "brass", "copper", "titanium", "ceramic", "glass", "marble", "cork", "baumwolle", "wolle", "leinen", "leder", "coton", "laine", "lin", "cuir", "algodon", "lana", "cuero",
    };

    /// <summary>What an option called <paramref name="name"/> is about.</summary>
    public static OptionMeaning MeaningOfName(string name)
    {
        var words = Words(name);
        return Names.FirstOrDefault(entry => words.Any(word => entry.Stems.Any(stem => Means(word, stem)))).Meaning;
    }

    /// <summary>Whether a name like <c>Style</c> or <c>Option 2</c> leaves it to the values.</summary>
    public static bool SaysNothing(string name) => Words(name).All(word => Empty.Contains(word) || word.All(char.IsDigit));

    /// <summary>What the values of an unnamed option are about; most of them must agree.</summary>
    public static OptionMeaning MeaningOfValues(IReadOnlyCollection<string> values)
    {
        if (values.All(IsSize))
            return OptionMeaning.Size;
        var needed = (values.Count + 1) / 2;
        if (values.Count(v => Words(v).Exists(Colors.Contains)) >= needed)
            return OptionMeaning.Color;
        return values.Count(v => Words(v).Exists(Materials.Contains)) >= needed ? OptionMeaning.Material : OptionMeaning.Other;
    }

    private static bool IsSize(string value) => SizeForm().IsMatch(Fold(value).Trim());

    private static bool Means(string word, string stem) =>
        word == stem || word == stem + "s" || (stem.Length >= WholeWordBelow && (word.StartsWith(stem, StringComparison.Ordinal) || word.EndsWith(stem, StringComparison.Ordinal)))
        || (stem == "farb" && (word.StartsWith(stem, StringComparison.Ordinal) || word.EndsWith("farbe", StringComparison.Ordinal)));

    private static List<string> Words(string text) =>
        [.. WordForm().Matches(Fold(text)).Select(match => match.Value)];

    // Lower case without accents: 'Größe' → 'grosse', 'Matière' → 'matiere'.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            folded.Append(letter switch { 'ß' => "ss", 'ø' or 'Ø' => "o", 'ł' or 'Ł' => "l", 'æ' or 'Æ' => "ae", _ => char.ToLowerInvariant(letter).ToString() });
        return folded.ToString();
    }

    [GeneratedRegex(@"[\p{L}]+|[\p{Nd}]+", RegexOptions.None, 200)]
    private static partial Regex WordForm();

    [GeneratedRegex(@"\A(?:(?:(?:[2-9]?x{1,4})?[sl]|m|small|medium|large|(?:extra|x)[ -](?:small|large)|one size|einheitsgrosse|taille unique)(?:[ /-](?:s|m|l|xl|short|regular|long|tall|petite))?|(?:(?:eu|us|uk|w|size)[ .]?)?\d{1,3}(?:[.,]5)?(?:[ /x-]+(?:l|eu|us|uk)?[ .]?\d{1,3})?(?: ?(?:cm|mm|in|inch|""|ml|l|oz|y|yrs|years|m|months|mths|jahre))?)\z", RegexOptions.None, 200)]
    private static partial Regex SizeForm();
}
