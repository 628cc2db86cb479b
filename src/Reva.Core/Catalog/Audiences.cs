using Reva.Core.Search;

namespace Reva.Core.Catalog;

/// <summary>Who a product is made for, as its title, category, tags and options say.</summary>
public static class Audiences
{
    private static readonly Dictionary<string, Audience> Words = new(StringComparer.Ordinal)
    {
        ["women"] = Audience.Women, ["womens"] = Audience.Women, ["woman"] = Audience.Women, ["lady"] = Audience.Women, ["ladies"] = Audience.Women, ["female"] = Audience.Women, ["her"] = Audience.Women,
        ["men"] = Audience.Men, ["mens"] = Audience.Men, ["man"] = Audience.Men, ["male"] = Audience.Men, ["gentleman"] = Audience.Men, ["him"] = Audience.Men,
        ["kid"] = Audience.Kids, ["kids"] = Audience.Kids, ["child"] = Audience.Kids, ["children"] = Audience.Kids, ["childrens"] = Audience.Kids, ["boy"] = Audience.Kids, ["boys"] = Audience.Kids,
        ["girl"] = Audience.Kids, ["girls"] = Audience.Kids, ["youth"] = Audience.Kids, ["junior"] = Audience.Kids, ["toddler"] = Audience.Kids, ["baby"] = Audience.Kids,
    };

    /// <summary>Everybody it names; <see cref="Audience.Anybody"/> when it names nobody or says unisex.</summary>
    public static Audience Of(Product product)
    {
        var texts = product.Tags.Append(product.Title).Append(product.Category).Concat(product.Variants.SelectMany(v => v.Options).Select(o => o.Value));
        var words = texts.SelectMany(TextWords.Split).ToHashSet(StringComparer.Ordinal);
        return words.Contains("unisex") ? Audience.Anybody : words.Aggregate(Audience.Anybody, (all, word) => all | Named(word));
    }

    /// <summary>Who a shopper's word names; <see cref="Audience.Anybody"/> for an unknown one.</summary>
    public static Audience Parse(string? wish) => wish is null ? Audience.Anybody : TextWords.Split(wish).Aggregate(Audience.Anybody, (all, word) => all | Named(word));

    /// <summary>Whether a product for <paramref name="offered"/> suits <paramref name="wish"/>; what is for anybody suits everybody.</summary>
    public static bool Suits(Audience wish, Audience offered) => wish == Audience.Anybody || offered == Audience.Anybody || (wish & offered) != Audience.Anybody;

    private static Audience Named(string word) => Words.TryGetValue(word, out var audience) ? audience : Audience.Anybody;
}

/// <summary>Groups of people.</summary>
[Flags]
public enum Audience
{
    /// <summary>Nobody in particular.</summary>
    Anybody = 0,
    /// <summary>Women.</summary>
    Women = 1,
    /// <summary>Men.</summary>
    Men = 2,
    /// <summary>Children.</summary>
    Kids = 4,
}
