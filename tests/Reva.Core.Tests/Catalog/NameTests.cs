using Reva.Core.Catalog;

namespace Reva.Core.Tests.Catalog;

public sealed class NameTests
{
    [Theory]
    [InlineData("green", "Moss")]
    [InlineData("green", "Forest Green")]
    [InlineData("blue", "Navy")]
    [InlineData("navy", "Navy Blue")]
    [InlineData("gray", "Charcoal")]
    [InlineData("grey", "Slate / Ash")]
    [InlineData("dark green", "Forest")]
    [InlineData("moss", "Moss")]
    [InlineData("beige", "Sand")]
    public void A_shops_colour_answers_to_what_shoppers_call_it(string wish, string color) => Assert.True(ColorFamilies.Matches(wish, color));

    [Theory]
    [InlineData("green", "Navy")]
    [InlineData("moss", "Forest")]
    [InlineData("light green", "Light Blue")]
    [InlineData("red", "")]
    [InlineData("", "Red")]
    [InlineData("blue", "Zaffre Dream")]
    public void And_to_nothing_else(string wish, string color) => Assert.False(ColorFamilies.Matches(wish, color));

    [Theory]
    [InlineData("medium", "M")]
    [InlineData("Med.", "M")]
    [InlineData("size m", "M")]
    [InlineData("X-Large", "XL")]
    [InlineData("2XL", "XXL")]
    [InlineData("42", "42")]
    [InlineData("one size", "ONE SIZE")]
    [InlineData("10.5", "10.5")]
    [InlineData("10,5", "10.5")]
    [InlineData("1.5 liters", "1.5L")]
    [InlineData("1.5L", "1.5L")]
    [InlineData("7-inch", "7IN")]
    [InlineData("7\"", "7IN")]
    [InlineData("32 GB", "32GB")]
    [InlineData("2-person", "2PERSON")]
    [InlineData("2 people", "2PERSON")]
    [InlineData("30/32", "3032")]
    public void Sizes_have_one_spelling(string size, string spelling) => Assert.Equal(spelling, SizeNames.Normalize(size));

    [Fact]
    public void A_size_that_the_shop_explains_is_that_size()
    {
        Assert.True(SizeNames.Matches("L", "L (US 11–13)"));
        Assert.False(SizeNames.Matches("M", "L (US 11–13)"));
    }

    [Theory]
    [InlineData("10.5", "105")]
    [InlineData("2 liters", "2 inches")]
    [InlineData("L", "1L")]
    public void Different_sizes_stay_different(string one, string other) => Assert.False(SizeNames.Matches(one, other));

    [Fact]
    public void One_size_fits_everybody_but_not_the_other_way_round()
    {
        Assert.True(SizeNames.Matches("M", "One Size"));
        Assert.False(SizeNames.Matches("one size", "M"));
    }

    [Fact]
    public void What_is_for_anybody_suits_everybody_and_what_is_for_men_does_not_suit_women()
    {
        Assert.True(Audiences.Suits(Audiences.Parse("women"), Audience.Anybody));
        Assert.True(Audiences.Suits(Audiences.Parse(null), Audience.Men));
        Assert.False(Audiences.Suits(Audiences.Parse("women"), Audience.Men));
        Assert.True(Audiences.Suits(Audiences.Parse("kids"), Audience.Kids | Audience.Men));
    }
}
