using Reva.Core.Catalog;

namespace Reva.Grains.Tests.Searching;

/// <summary>Many products and wishes by the dice of a seed.</summary>
internal sealed class RandomShop(int seed)
{
    private static readonly string[] Kinds = ["Jacket", "Boots", "Tent", "Backpack", "Mug", "Socks", "Gloves", "Lamp", "Knife", "Shirt"];
    private static readonly string[] Qualities = ["waterproof", "warm", "light", "sturdy", "merino", "down", "recycled", "packable", "insulated", "leather"];
    private static readonly string[] Colors = ["Moss", "Navy", "Burgundy", "Sand", "Black", "Teal", "Charcoal", "Rust"];
    private static readonly string[] Sizes = ["S", "M", "L", "XL", "One Size"];
    private static readonly string?[] Wishes = ["green", "blue", "red", "black", "moss"];

    private readonly Random _dice = new(seed);

    public Product[] Products(int count) => [.. Enumerable.Range(0, count).Select(Product)];

    public ProductQuery Query() => new()
    {
        Text = _dice.Next(4) == 0 ? "" : $"{One(Qualities)} {One(Kinds)}",
        MinPrice = Perhaps(() => (decimal)_dice.Next(10, 100)),
        MaxPrice = Perhaps(() => (decimal)_dice.Next(50, 300)),
        Colors = _dice.Next(3) == 0 ? [One(Wishes)!] : [],
        Sizes = _dice.Next(3) == 0 ? [One(["medium", "S", "x-large"])] : [],
        Category = _dice.Next(4) == 0 ? One(Kinds) : null,
        Audience = _dice.Next(4) == 0 ? One(["women", "men", "kids"]) : null,
        OnlyAvailable = _dice.Next(3) == 0,
        OnlyOnSale = _dice.Next(5) == 0,
        ExcludeIds = _dice.Next(3) == 0 ? ["p/0", "p/1", "p/2"] : [],
        Order = (ProductOrder)_dice.Next(5),
        Take = _dice.Next(1, 51),
    };

    private Product Product(int number)
    {
        var kind = One(Kinds);
        var variants = Enumerable.Range(0, _dice.Next(1, 6)).Select(_ => Variant()).ToArray();
        return Shop.Sells($"{One(Qualities)} {One(Qualities)} {kind} {number}", kind, description: $"A {One(Qualities)} thing.", variants: variants) with
        {
            Id = $"p/{number}", Tags = [One(["women", "men", "kids", "unisex", "plain"])], UnitsSold = _dice.Next(500), Rating = _dice.Next(2) == 0 ? null : 1 + 4 * _dice.NextDouble(),
            PublishedAt = Shop.Today.AddDays(-_dice.Next(900)),
        };
    }

    private Variant Variant()
    {
        var price = (decimal)_dice.Next(5, 300);
        return Shop.In(_dice.Next(6) == 0 ? null : One(Colors), _dice.Next(6) == 0 ? null : One(Sizes), price, _dice.Next(4) > 0, _dice.Next(4) == 0 ? price + 10 : null);
    }

    private T One<T>(T[] of) => of[_dice.Next(of.Length)];

    private decimal? Perhaps(Func<decimal> value) => _dice.Next(3) == 0 ? value() : null;
}
