using FsCheck;
using FsCheck.Fluent;
using Reva.Agent.Specialists.Sales;
using Reva.Core;
using Reva.Core.Catalog;

namespace Reva.Agent.Tests.Specialists;

public sealed class VolumeTests
{
    [Theory]
    [InlineData("a backpack of at least 30 litres", 30, double.MaxValue)]
    [InlineData("30l or more", 30, double.MaxValue)]
    [InlineData("40+ liters please", 40, double.MaxValue)]
    [InlineData("bigger than 40 litres", 40, double.MaxValue)]
    [InlineData("smaller than 10 l", 0, 10)]
    [InlineData("up to 500 ml", 0, 0.5)]
    [InlineData("a 20 L daypack", 16, 30)]
    [InlineData("20-litre daypack", 16, 30)]
    public void Litres_are_asked_for_as_a_least_a_most_or_about_as_much(string wish, double least, double most) =>
        Assert.Equal((least, most), Volumes.Asked(wish));

    [Theory]
    [InlineData("a backpack under $120")]
    [InlineData("size L")]
    [InlineData("3 lights")]
    [InlineData("10 lbs of coffee")]
    public void Other_numbers_ask_for_no_litres(string wish) => Assert.Null(Volumes.Asked(wish));

    [Fact]
    public void A_title_speaks_for_the_whole_and_a_page_only_where_title_and_forms_say_nothing()
    {
        Assert.False(Volumes.Fits((2, 4), Holding("Runnel Pack 28 L", "Room for a 3 L bladder.")));
        Assert.True(Volumes.Fits((8, 12), Holding("Dry Bag", "A pouch of 1 L inside.", "5 L / Orange", "10 L / Orange")));
        Assert.True(Volumes.Fits((25, 35), Holding("Roll-Top Pack", "Volume: 26 L.")));
        Assert.False(Volumes.Fits((0, 1000), Holding("Scarf", "Warm.")));
    }

    [Fact]
    public void What_is_shown_as_fitting_fits() => Prop.ForAll<PositiveInt, NonEmptyArray<PositiveInt>>((asked, held) =>
    {
        var litres = held.Get.Select(h => h.Get % 1000).ToList();
        var least = asked.Get % 1000;
        var wish = Volumes.Asked($"at least {least} litres")!.Value;
        var result = Volumes.Fitting(wish, new ProductSearchResult([.. litres.Select(l => Hit(Holding($"Pack {l} L", "")))], litres.Count, true), 6);
        var fits = litres.Any(l => l >= least);
        return result.Confident == fits && result.Hits.Length is > 0 and <= 6 && result.Hits.All(h => Volumes.Fits(wish, h.Product)) == fits;
    }).QuickCheckThrowOnFailure();

    private static ProductHit Hit(Product product) => new(product, product.Variants[0], new ScoreParts(0, 0, 0, 0, 0, 0, 0));

    private static Product Holding(string title, string page, params string[] forms) => new()
    {
        Id = title, Handle = "pack", Title = title, Url = "https://shop.example/pack", Description = page,
        Variants = [.. forms.DefaultIfEmpty("Default Title").Select(f => new Variant { Id = f, Title = f, Price = new Money(10, "USD"), Available = true })],
    };
}
