using Reva.Core.Catalog;
using static Reva.Grains.Tests.Searching.OutdoorShop;

namespace Reva.Grains.Tests.Searching;

public sealed class ProductSearchTests
{
    [Theory]
    [InlineData("waterproof jacket", "Storm Waterproof Jacket")]
    [InlineData("watrproof jaket", "Storm Waterproof Jacket")]
    [InlineData("raincoat for a walk", "Storm Waterproof Jacket")]
    [InlineData("something for my wife, a waterproof jacket please", "Storm Waterproof Jacket")]
    [InlineData("rucksack", "Summit Backpack 30L")]
    [InlineData("hikking bots", "Ridge Hiking Boots")]
    [InlineData("sneakers", "Trail Running Shoes")]
    [InlineData("TENTS", "Cedar Two-Person Tent")]
    [InlineData("coffee cup", "Alder Enamel Mug")]
    [InlineData("woolen hat", "Merino Beanie")]
    [InlineData("backpak", "Summit Backpack 30L")]
    public void A_wish_in_a_shoppers_own_words_finds_what_it_means(string wish, string title)
    {
        var result = Search(wish);

        Assert.True(result.Confident, $"not confident about '{wish}'");
        Assert.Equal(title, result.Titles()[0]);
    }

    [Theory]
    [InlineData("ráin jäcket", "rain jacket")]
    [InlineData("ra\u0301in ja\u0308cket", "rain jacket")]
    [InlineData("RAIN  JACKET!!", "rain jacket")]
    [InlineData("rain-jackets", "rain jacket")]
    [InlineData("the womens' hiking-boots", "womens hiking boots")]
    public void Accents_capitals_hyphens_and_plurals_change_nothing(string written, string plain) =>
        Assert.Equal(Search(plain).Titles(), Search(written).Titles());

    [Theory]
    [InlineData("lawnmower")]
    [InlineData("waterproof lawnmower")]
    [InlineData("asdkjh qwoeiu")]
    [InlineData("playstation")]
    [InlineData("🦄🦄🦄 xq")]
    [InlineData("pizza margherita")]
    public void What_the_shop_does_not_sell_is_answered_with_alternatives_at_most(string wish)
    {
        var result = Search(wish);

        Assert.False(result.Confident, $"confident about '{wish}': {string.Join(", ", result.Titles())}");
        Assert.Equal(0, result.Total);
    }

    [Fact]
    public void Green_also_finds_moss_olive_forest_and_teal()
    {
        var result = Search(new ProductQuery { Colors = ["green"], Take = 50 });

        Assert.Equal(["Alder Enamel Mug", "Drizzle Rain Jacket", "Fjord Wool Socks", "Storm Waterproof Jacket", "Summit Backpack 30L"], result.Titles().Order(StringComparer.Ordinal));
        Assert.Equal("Moss", result.Hits.Single(h => h.Product.Title == "Storm Waterproof Jacket").BestVariant.Color);
    }

    [Fact]
    public void The_best_variant_fits_colour_and_size_can_be_bought_and_is_cheapest()
    {
        var moss = Search(new ProductQuery { Text = "waterproof jacket", Colors = ["green"], Sizes = ["medium"] });
        var any = Search("waterproof jacket");

        Assert.Equal("v/Moss/M/140", moss.Hits[0].BestVariant.Id);
        Assert.Equal("v/Black/M/120", any.Hits[0].BestVariant.Id);
        Assert.Equal(0, Search(new ProductQuery { Text = "storm jacket", Colors = ["moss"], Sizes = ["L"], OnlyAvailable = true }).Total);
    }

    [Fact]
    public void Filters_that_leave_nothing_give_nothing()
    {
        var result = Search(new ProductQuery { Text = "jacket", MaxPrice = 5 });

        Assert.Empty(result.Hits);
        Assert.Equal(0, result.Total);
        Assert.Empty(Search(new ProductQuery { Category = "Lawnmowers" }).Hits);
    }

    [Fact]
    public void An_empty_wish_shows_everything_that_passes_the_filters()
    {
        var result = Search(new ProductQuery { Category = "jackets" });

        Assert.True(result.Confident);
        Assert.Equal(3, result.Total);
        Assert.Equal("Storm Waterproof Jacket", result.Titles()[0]);
    }

    [Fact]
    public void Cheapest_first_stays_among_what_fits_the_words()
    {
        var result = Search(new ProductQuery { Text = "jacket", Order = ProductOrder.PriceAscending });

        Assert.Equal(["Drizzle Rain Jacket", "Storm Waterproof Jacket", "Ember Down Jacket"], result.Titles());
    }

    [Fact]
    public void Sale_and_audience_and_exclusions_hold()
    {
        Assert.Equal(["Drizzle Rain Jacket"], Search(new ProductQuery { OnlyOnSale = true }).Titles());
        Assert.DoesNotContain("Drizzle Rain Jacket", Search(new ProductQuery { Text = "jacket", Audience = "women" }).Titles());
        Assert.DoesNotContain("Storm Waterproof Jacket", Search(new ProductQuery { Text = "jacket", ExcludeIds = [Products[0].Id] }).Titles());
    }

    [Fact]
    public void More_like_this_brings_its_kind_without_itself()
    {
        var result = Search(new ProductQuery { LikeProductId = Products[0].Id, Take = 2 });

        Assert.True(result.Confident);
        Assert.Equal(["Drizzle Rain Jacket", "Ember Down Jacket"], result.Titles().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_empty_shop_finds_nothing_and_does_not_fail()
    {
        var result = Search(new ProductQuery { Text = "jacket", LikeProductId = "none" }, IndexOf([]));

        Assert.Empty(result.Hits);
        Assert.False(result.Confident);
    }
}
