using Reva.Agent.Specialists.Knowledge;

namespace Reva.Agent.Tests.Specialists;

public sealed class DestinationTests
{
    [Theory]
    [InlineData("do you ship to Munich?", "Germany")]
    [InlineData("how long to edinburgh", "United Kingdom")]
    [InlineData("¿Envían a España?", "Spain")]
    [InlineData("do you deliver to south korea", "South Korea")]
    [InlineData("shipping to the U.S.", "United States")]
    [InlineData("do you have canadian maple syrup", null)]
    [InlineData("romeo boots", null)]
    public void A_question_names_a_country_by_its_name_its_cities_and_in_other_languages(string question, string? country) =>
        Assert.Equal(country, Destinations.Named(question));

    [Theory]
    [InlineData("how long does it take to edinburgh?", "United Kingdom", "how long does it take to United Kingdom?")]
    [InlineData("do you ship to South Korea", "South Korea", "do you ship to South Korea")]
    [InlineData("to Germany? and to Canada?", "Canada", "to ? and to Canada?")]
    public void A_question_is_retold_of_the_one_country_that_is_meant(string question, string country, string retold) =>
        Assert.Equal(retold, Destinations.Retold(question, country));
}
