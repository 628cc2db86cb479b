using Reva.Connections.Shopify.Catalogue;

namespace Reva.Connections.Tests.Shopify;

public sealed class OptionMeaningTests
{
    [Theory]
    [InlineData("Color", "Color")]
    [InlineData("COLOUR", "Color")]
    [InlineData("Farbe", "Color")]
    [InlineData("Rahmenfarbe", "Color")]
    [InlineData("Couleur", "Color")]
    [InlineData("Colorway", "Color")]
    [InlineData("Cor", "Color")]
    [InlineData("Size", "Size")]
    [InlineData("Shoe size", "Size")]
    [InlineData("Größe", "Size")]
    [InlineData("Schuhgröße", "Size")]
    [InlineData("Taille", "Size")]
    [InlineData("Tamaño", "Size")]
    [InlineData("Material", "Material")]
    [InlineData("Fabric", "Material")]
    [InlineData("Stoff", "Material")]
    [InlineData("Matière", "Material")]
    [InlineData("Score", "Other")]
    [InlineData("Engraving", "Other")]
    [InlineData("Pack of", "Other")]
    public void A_shop_may_call_its_options_what_it_likes(string name, string meaning) =>
        Assert.Equal(meaning, OptionWords.MeaningOfName(name).ToString());

    [Theory]
    [InlineData("Style", "Moss Green,Slate,Black", "Color")]
    [InlineData("Option 2", "XS,S,M,L,XL,2XL", "Size")]
    [InlineData("Variant", "38,39,40.5,41", "Size")]
    [InlineData("Type", "Merino wool,Cotton", "Material")]
    [InlineData("Style", "Classic,Modern", "Other")]
    [InlineData("Title", "Default Title", "Other")]
    [InlineData("Number of pieces", "1,2,4", "Other")]
    public void When_the_name_says_nothing_the_values_speak(string name, string values, string meaning)
    {
        var variants = values.Split(',').Select(v => Variant((name, v))).ToList();
        var meanings = OptionMeanings.Of(variants);

        foreach (var asked in new[] { OptionMeaning.Color, OptionMeaning.Size, OptionMeaning.Material })
            Assert.Equal(asked.ToString() == meaning ? values.Split(',')[0] : null, meanings.Value(variants[0], asked));
    }

    [Fact]
    public void A_named_option_wins_over_one_that_merely_looks_like_it()
    {
        var variants = new[] { Variant(("Style", "Black"), ("Frame colour", "Gold"), ("Lens colour", "Grey")) };

        Assert.Equal("Gold", OptionMeanings.Of(variants).Value(variants[0], OptionMeaning.Color));
    }

    private static VariantNode Variant(params (string Name, string Value)[] options) =>
        new() { Id = "1", Title = "x", Price = 1, SelectedOptions = [.. options.Select(o => new OptionNode(o.Name, o.Value))] };
}
