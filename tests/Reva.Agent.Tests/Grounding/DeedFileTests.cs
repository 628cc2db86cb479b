using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Reva.Agent.Grounding;
using Reva.Agent.Grounding.Foreign;

namespace Reva.Agent.Tests.Grounding;

public class DeedFileTests
{
    public static TheoryData<string> Languages => ["de", "es", "fr", "it", "nl", "pt"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_phrase_is_written_as_sentences_are_cut_into_words(string language) =>
        Assert.All(Phrases(Read(language).RootElement), phrase => Assert.Equal(phrase, string.Join(' ', ForeignClause.WordsOf(phrase))));

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_phrase_holds_an_adverb_that_is_passed_over_before_it_is_looked_for(string language)
    {
        using var file = Read(language);
        string[] passed = [.. Phrases(file.RootElement.GetProperty("adverbs"))];
        var others = file.RootElement.EnumerateObject().Where(p => p.Name is not ("adverbs" or "joints" or "that" or "conditions")).SelectMany(p => Phrases(p.Value));
        Assert.All(others, phrase => Assert.DoesNotContain(passed, adverb => $" {phrase} ".Contains($" {adverb} ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_knows_the_deeds_that_actions_do(string language)
    {
        using var file = Read(language);
        var told = file.RootElement.GetProperty("verbs").EnumerateObject().Concat(file.RootElement.GetProperty("nouns").EnumerateObject()).Select(p => Enum.Parse<DeedKind>(p.Name)).ToHashSet();
        Assert.Subset(told, new HashSet<DeedKind> { DeedKind.Cancelled, DeedKind.Refunded, DeedKind.Returned, DeedKind.Exchanged, DeedKind.AddressChanged, DeedKind.ItemsChanged, DeedKind.PaymentChanged, DeedKind.Discounted, DeedKind.TeamTold });
    }

    [Fact]
    public void Any_text_can_be_read()
    {
        var pieces = Gen.Elements("ich habe", "storniert", "n'a", "été", ",", "#1001", "n° 5", "\uD83D", "si", "he", "¿", "?", "1.234,50 €", " - ", "", "é", "**", "12. Mai");
        Prop.ForAll(Arb.From(Gen.ListOf(pieces)), said => ForeignClaims.In(string.Join(' ', said)).All(c => c.Words.Length > 0)).QuickCheckThrowOnFailure();
    }

    private static JsonDocument Read(string language)
    {
        using var stream = typeof(ForeignClaims).Assembly.GetManifestResourceStream($"Understanding.Deeds.{language}.json")!;
        return JsonDocument.Parse(stream);
    }

    private static IEnumerable<string> Phrases(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Phrases),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Phrases(p.Value)),
        _ => [element.GetString()!],
    };
}
