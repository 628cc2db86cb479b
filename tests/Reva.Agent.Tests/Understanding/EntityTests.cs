using Reva.Agent.Turns;
using Reva.Core.Catalog;
using Reva.Core.Conversations;

namespace Reva.Agent.Tests.Understanding;

public class EntityTests
{
    [Theory]
    [InlineData("#1001", "#1001")]
    [InlineData("1001", "#1001")]
    [InlineData("where is order no. W2611340?", "#W2611340")]
    [InlineData("status of #w2611340 please", "#W2611340")]
    [InlineData("cancel 1044 please", "#1044")]
    [InlineData("jackets under 1500", "")]
    [InlineData("my zip is 90210", "")]
    [InlineData("bought it in 2024, where is it made", "")]
    [InlineData("boots in size 42", "")]
    [InlineData("a power bank with 10000 mah", "")]
    [InlineData("I paid $1200 for my order", "")]
    public void Order_numbers_are_found_and_other_numbers_left_alone(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Reading.Entities(text).OrderNumbers));

    [Theory]
    [InlineData("my mail is Ada.Moore@Example.COM.", "ada.moore@example.com")]
    [InlineData("ada at example dot com", "ada@example.com")]
    [InlineData("(ada+shop@mail.example.co.uk)", "ada+shop@mail.example.co.uk")]
    [InlineData("look at that", "")]
    public void Addresses_are_read_as_people_write_them(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Reading.Entities(text).Emails));

    [Theory]
    [InlineData("jacket under 150", null, 150)]
    [InlineData("max $40", null, 40)]
    [InlineData("not more than 80 dollars", null, 80)]
    [InlineData("up to 1,200", null, 1200)]
    [InlineData("€80 boots", null, 80)]
    [InlineData("a tent for 150 bucks", null, 150)]
    [InlineData("between 20 and 50", 20, 50)]
    [InlineData("tents 100-150", 100, 150)]
    [InlineData("something around 50", 40, 60)]
    [InlineData("over 100", 100, null)]
    [InlineData("50 or less", null, 50)]
    [InlineData("less than 2 kg", null, null)]
    [InlineData("under 30 minutes", null, null)]
    [InlineData("trousers 34x32", null, null)]
    [InlineData("20% off", null, null)]
    public void Prices_are_wishes_not_just_numbers(string text, int? min, int? max)
    {
        var said = Reading.Entities(text);
        Assert.Equal((min, max), ((int?)said.MinPrice, (int?)said.MaxPrice));
    }

    [Theory]
    [InlineData("she is a size M", "M")]
    [InlineData("do you have it in XL?", "XL")]
    [InlineData("size L?", "L")]
    [InlineData("in 43?", "43")]
    [InlineData("and in 9", "9")]
    [InlineData("it arrives in 9", "")]
    [InlineData("trainers in EU 39", "39")]
    [InlineData("size 10.5 please", "10.5")]
    [InlineData("trousers 34/32", "34x32")]
    [InlineData("the 1.5 l bottle", "1.5 l")]
    [InlineData("I'm looking for a small tent", "")]
    public void Sizes_need_words_that_make_them_sizes(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Reading.Entities(text).Sizes));

    [Theory]
    [InlineData("a jacket in moss", "moss")]
    [InlineData("olive raincoat", "green")]
    [InlineData("navy blue boots", "navy")]
    [InlineData("a coffee mug", "")]
    [InlineData("a rose bush", "")]
    public void Colours_are_the_shops_own_or_plain_ones(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Reading.Entities(text).Colors));

    [Theory]
    [InlineData("a raincoat", "Jackets")]
    [InlineData("any anoraks", "Jackets")]
    [InlineData("a rucksack", "Backpacks")]
    [InlineData("red torch for camping", "Headlamps")]
    [InlineData("new trainers", "Shoes")]
    [InlineData("waterproof jaket", "Jackets")]
    [InlineData("coffee mug", "Drinkware")]
    [InlineData("a sofa", null)]
    public void Categories_are_found_by_synonym_and_through_typing_mistakes(string text, string? expected) =>
        Assert.Equal(expected, Reading.Entities(text).Category);

    [Theory]
    [InlineData("compare the first two", "1 2")]
    [InlineData("more like the 2nd", "2")]
    [InlineData("the last one", "-1")]
    [InlineData("number 3 please", "3")]
    [InlineData("this is my first time here", "")]
    public void Positions_in_the_list_are_counted(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Reading.Entities(text, Reading.Shown).Ordinals));

    [Theory]
    [InlineData("is the Alder waterproof?", "alder")]
    [InlineData("the tarn kettle", "tarn")]
    [InlineData("a jacket", "")]
    public void Products_are_known_by_what_is_special_in_their_title(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Reading.Entities(text).ProductIds));

    [Theory]
    [InlineData("waterproof jacket under 150 for my wife, she is a size M", "waterproof jacket")]
    [InlineData("Hi! Could you please show me a backpack for a 15-inch laptop?", "backpack 15-inch laptop")]
    [InlineData("something cheaper", "")]
    public void What_remains_of_a_wish_is_what_to_search_for(string text, string expected) =>
        Assert.Equal(expected, Reading.Entities(text).SearchText);

    [Fact]
    public void A_wish_is_read_in_all_its_parts()
    {
        var said = Reading.Entities("the newest merino wool shoes for my daughter on sale, in stock");
        Assert.Equal(("kids", ProductOrder.Newest, true, true), (said.Audience, said.Superlative, said.OnSale, said.InStock));
        Assert.Equal("merino wool", Assert.Single(said.Materials));
    }

    [Theory]
    [InlineData("yes please", true)]
    [InlineData("sure, go ahead", true)]
    [InlineData("no thanks", false)]
    [InlineData("yes but in green", null)]
    public void Only_a_bare_yes_or_no_is_an_answer(string text, bool? expected) =>
        Assert.Equal(expected, Reading.Entities(text, Reading.Waiting(PendingKind.OfferPerson, Intent.HumanRequest)).Answer);
}
