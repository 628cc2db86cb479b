using Reva.Agent.Turns;
using Reva.Core.Catalog;

namespace Reva.Agent.Tests.Understanding;

public class UnwantedTests
{
    [Theory]
    [InlineData("not black", "black")]
    [InlineData("a sweater, no black please", "black")]
    [InlineData("anything but blue", "blue")]
    [InlineData("I don't like pink", "pink")]
    [InlineData("not in red or green", "red,green")]
    [InlineData("other than white", "white")]
    public void A_colour_that_is_denied_is_not_wished_for(string text, string colors)
    {
        var said = Read(text);
        Assert.Equal(colors.Split(','), said.UnwantedColors);
        Assert.Empty(said.Colors);
    }

    [Theory]
    [InlineData("no, black")]
    [InlineData("do you not have it in black?")]
    [InlineData("not only black")]
    public void A_no_about_something_else_denies_no_colour(string text)
    {
        Assert.Equal("black", Assert.Single(Read(text).Colors));
        Assert.Empty(Read(text).UnwantedColors);
    }

    [Fact]
    public void A_kind_and_a_material_that_are_denied_are_not_searched_for()
    {
        var said = Read("something red but not a jacket, and no wool");
        Assert.Equal("jacket", Assert.Single(said.UnwantedKinds));
        Assert.Equal("wool", Assert.Single(said.UnwantedMaterials));
        Assert.Equal("red", Assert.Single(said.Colors));
        Assert.DoesNotContain("jacket", said.SearchText, StringComparison.Ordinal);
        Assert.Null(said.Category);
    }

    [Theory]
    [InlineData("nothing over 100", null, 100)]
    [InlineData("not more than $80", null, 80)]
    [InlineData("no more than 60 dollars", null, 60)]
    [InlineData("I don't want to spend over 50", null, 50)]
    [InlineData("not under 40", 40, null)]
    [InlineData("over 100", 100, null)]
    public void A_limit_that_is_denied_is_the_other_limit(string text, int? least, int? most)
    {
        var said = Read(text);
        Assert.Equal(((decimal?)least, (decimal?)most), (said.MinPrice, said.MaxPrice));
    }

    [Theory]
    [InlineData("how much are two of these", 2)]
    [InlineData("what do 3 cost together?", 3)]
    [InlineData("a two person tent", null)]
    [InlineData("compare the first two", null)]
    [InlineData("it takes 2 weeks", null)]
    [InlineData("a 15 inch laptop", null)]
    public void Only_pieces_are_counted(string text, int? pieces) => Assert.Equal(pieces, Read(text).Quantity);

    private static Reva.Agent.Understanding.Entities Read(string text) => Reading.Rules.Understand(text, new ConversationMemory(), CatalogVocabulary.Empty).Entities;
}
