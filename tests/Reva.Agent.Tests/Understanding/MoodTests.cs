using Reva.Agent.Turns;

namespace Reva.Agent.Tests.Understanding;

public class MoodTests
{
    [Theory]
    [InlineData("worst service ever, I am furious!!!", 1)]
    [InlineData("I'm disappointed, the mug arrived broken", 2)]
    [InlineData("where is my order", 3)]
    [InlineData("I would like a nice jacket", 3)]
    [InlineData("not good", 2)]
    [InlineData("I LOVE this jacket, thank you so much!!", 5)]
    public void Mood_shows_in_words_and_emphasis(string text, int expected)
    {
        var read = Reading.Read(text).Sentiment;
        Assert.True(Math.Abs(read - expected) <= (expected is 1 or 3 or 5 ? 0 : 1) && (expected == 3) == (read == 3), $"{read} for {text}");
    }

    [Theory]
    [InlineData("you idiots", true)]
    [InlineData("your service is fucking useless", true)]
    [InlineData("this is bullshit", true)]
    [InlineData("this damn good kettle", false)]
    [InlineData("sorry, stupid question: is it waterproof?", false)]
    [InlineData("I'm such an idiot, I ordered the wrong size", false)]
    public void Rude_is_what_is_aimed_at_the_shop(string text, bool expected) => Assert.Equal(expected, Reading.Read(text).Rude);

    [Theory]
    [InlineData("the lamp caught fire", true)]
    [InlineData("I'll call my lawyer", true)]
    [InlineData("I had an allergic reaction to the cream", true)]
    [InlineData("I'm doing a chargeback", true)]
    [InlineData("my son swallowed a part of it", true)]
    [InlineData("do you have a fireplace screen", false)]
    [InlineData("legal size paper", false)]
    [InlineData("allergy-friendly pillow?", false)]
    public void Danger_and_law_are_heard_but_not_imagined(string text, bool expected) => Assert.Equal(expected, Reading.Read(text).LegalOrSafety);

    [Theory]
    [InlineData("Wo ist meine Bestellung? Ich warte seit zwei Wochen", "de")]
    [InlineData("Où est ma commande s'il vous plaît", "fr")]
    [InlineData("Hola, ¿dónde está mi pedido?", "es")]
    [InlineData("Buongiorno, dove è il mio ordine? Non è ancora arrivato", "it")]
    [InlineData("Waar is mijn bestelling? Ik heb nog niets van jullie gehoord", "nl")]
    [InlineData("Olá, onde está a minha encomenda? Ainda não chegou", "pt")]
    [InlineData("where is my order please", "en")]
    [InlineData("#1001", "en")]
    public void Languages_are_told_apart(string text, string expected) => Assert.Equal(expected, Reading.Read(text).Language);

    [Fact]
    public void A_short_message_keeps_the_language_spoken() =>
        Assert.Equal("de", Reading.Read("#1001", new ConversationMemory { Language = "de" }).Language);
}
