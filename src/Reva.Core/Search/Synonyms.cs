namespace Reva.Core.Search;

/// <summary>Words that shoppers and shops use for one thing. Kept small and safe: only what nobody would be surprised to be shown.</summary>
public static class Synonyms
{
    private static readonly Dictionary<string, string[]> Groups = Build(
        "trouser pant", "sneaker trainer", "shoe footwear sneaker trainer boot", "jumper sweater pullover", "hoodie hoody sweatshirt", "tshirt tee",
        "jacket coat parka anorak", "raincoat rainjacket", "waterproof rainproof watertight weatherproof rain", "warm insulated thermal cosy cozy winter", "backpack rucksack daypack",
        "bag tote", "laptop macbook notebook", "cook cookware stove skillet pan", "beanie hat", "cap hat", "glove mitten", "scarf shawl", "torch flashlight headlamp lamp headtorch", "bottle flask", "cup mug", "sofa couch",
        "swimsuit swimwear bikini", "underwear baselayer", "sunglass sunglasses shade", "running jogging run", "hiking hike trekking trail walking walk",
        "camping camp", "cycling bike bicycle cycle", "kid child children", "women womens woman lady", "men mens man", "wool woollen merino", "trip travel",
        "delivery shipping ship deliver", "return send back", "refund money", "warranty guarantee", "cost fee charge price", "free complimentary", "abroad international overseas worldwide",
        "cancel cancellation", "exchange swap", "pay payment", "phone telephone call", "contact reach", "wash washing care clean", "repair fix mend", "size sizing",
        "opening hour", "location address", "discount code promo coupon voucher", "damaged broken defective faulty", "parcel package", "sustainable eco recycled");

    /// <summary>Other stems for the same thing; empty when there are none.</summary>
    public static IReadOnlyList<string> Of(string stem) => Groups.TryGetValue(stem, out var others) ? others : [];

    private static Dictionary<string, string[]> Build(params string[] groups)
    {
        var others = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var group in groups.Select(g => g.Split(' ')))
        {
            foreach (var word in group)
            {
                if (!others.TryGetValue(word, out var known))
                    others[word] = known = new(StringComparer.Ordinal);
                known.UnionWith(group.Where(w => w != word));
            }
        }
        return others.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
    }
}
