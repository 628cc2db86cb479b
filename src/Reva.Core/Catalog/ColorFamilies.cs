using Reva.Core.Search;

namespace Reva.Core.Catalog;

/// <summary>Which plain colours a shop's colour name belongs to: <c>Moss</c> is green, <c>Teal</c> is green and blue.</summary>
public static class ColorFamilies
{
    private static readonly (string Family, string[] Names)[] Table =
    [
        ("green", Names("green moss olive forest sage emerald mint lime khaki pine fern jade teal hunter army avocado pistachio seafoam spruce juniper eucalyptus basil ivy clover verde bottle lichen")),
        ("blue", Names("blue navy azure cobalt indigo teal turquoise aqua cyan sky denim royal midnight ocean sapphire cerulean slate petrol marine ice steel lagoon glacier harbour harbor fjord ink storm")),
        ("red", Names("red crimson scarlet burgundy maroon ruby cherry wine rust brick cardinal rosso bordeaux garnet tomato oxblood cranberry chili chilli ember poppy")),
        ("orange", Names("orange rust coral apricot tangerine amber copper terracotta pumpkin peach burnt saffron clay ember")),
        ("yellow", Names("yellow mustard gold golden lemon amber ochre saffron honey sun sunshine canary maize butter")),
        ("brown", Names("brown tan chocolate coffee mocha chestnut walnut cocoa camel cognac caramel bronze umber hazel bark coyote earth saddle toffee mahogany sienna clay oak espresso")),
        ("black", Names("black jet onyx ebony charcoal carbon raven obsidian coal nero midnight ink")),
        ("grey", Names("grey gray charcoal slate silver ash graphite steel stone heather smoke pewter granite anthracite fog storm gunmetal iron pebble")),
        ("white", Names("white ivory cream snow pearl chalk ecru eggshell bone alabaster natural milk")),
        ("beige", Names("beige sand tan cream khaki oatmeal taupe camel stone ecru natural nude oat fawn dune linen biscuit buff wheat almond")),
        ("pink", Names("pink rose blush coral salmon fuchsia magenta peach raspberry mauve hotpink dusty flamingo")),
        ("purple", Names("purple violet lavender plum lilac mauve magenta aubergine eggplant indigo orchid grape amethyst heather mulberry")),
        ("gold", Names("gold golden brass")),
        ("silver", Names("silver chrome platinum")),
        ("multicolor", Names("multicolor multicolour multi rainbow assorted")),
    ];

    private static readonly Dictionary<string, string[]> Families = Table
        .SelectMany(row => row.Names.Select(name => (name, row.Family)))
        .GroupBy(p => p.name, p => p.Family, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>The plain colours of a name; empty when it is not known to be a colour. Of several words the last known one decides: <c>Forest Green</c>.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        foreach (var word in Words(name).Reverse())
        {
            if (Families.TryGetValue(word, out var families))
                return families;
        }
        return [];
    }

    /// <summary>Whether a shopper who says <paramref name="wish"/> would take <paramref name="shopColor"/> for it.</summary>
    public static bool Matches(string wish, string shopColor)
    {
        var wished = Words(wish);
        // A name that is more than a plain colour means itself first: 'moss' is not any green.
        if (Words(shopColor).Intersect(wished, StringComparer.Ordinal).Any(w => !Neutral.Contains(w)))
            return true;
        return wished.Reverse().FirstOrDefault(IsPlain) is { } family && Of(shopColor).Contains(family == "gray" ? "grey" : family, StringComparer.Ordinal);
    }

    /// <summary>Whether the word is the name of a family, as nearly everybody uses it.</summary>
    public static bool IsPlain(string word) => word == "gray" || Table.Any(row => row.Family == word);

    private static readonly HashSet<string> Neutral = new(["dark", "light", "bright", "deep", "pale", "melange"], StringComparer.Ordinal);

    private static string[] Words(string name) => [.. TextWords.Split(name).SelectMany(w => w.Split('-'))];

    private static string[] Names(string names) => names.Split(' ');
}
