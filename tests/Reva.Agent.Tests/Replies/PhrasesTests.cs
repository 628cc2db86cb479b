using System.Text.Json;
using System.Text.RegularExpressions;
using Reva.Agent.Replies;

namespace Reva.Agent.Tests.Replies;

public partial class PhrasesTests
{
    [Fact]
    public void Every_language_has_the_same_phrases_with_the_same_places()
    {
        var german = Texts("de");
        foreach (var language in new[] { "es", "fr" })
        {
            var other = Texts(language);
            Assert.Equal(german.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
            Assert.All(german, text => Assert.Equal(Places(text.Value), Places(other[text.Key])));
        }
    }

    [Fact]
    public void A_day_is_said_as_the_language_says_it()
    {
        var now = new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal("am Freitag, 13. März", Phrases.In("de")!.OnDay(now.AddDays(3), now, "UTC"));
        Assert.Equal("el viernes 13 de marzo", Phrases.In("es")!.OnDay(now.AddDays(3), now, "UTC"));
        Assert.Equal("demain", Phrases.In("fr")!.OnDay(now.AddDays(1), now, "UTC"));
        Assert.Null(Phrases.In("en"));
    }

    [Fact]
    public void A_place_that_was_not_filled_is_never_said() =>
        Assert.Throws<InvalidOperationException>(() => Phrases.In("de")!.Say("ask_email"));

    private static Dictionary<string, string> Texts(string language)
    {
        using var stream = typeof(Phrases).Assembly.GetManifestResourceStream($"Understanding.Phrases.{language}.json")!;
        return JsonDocument.Parse(stream).RootElement.GetProperty("texts").Deserialize<Dictionary<string, string>>()!;
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
