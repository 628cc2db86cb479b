using System.Text.Json;
using Reva.Agent.Turns;
using Reva.Core.Catalog;
using Reva.Core.Conversations;
using Xunit.Abstractions;

namespace Reva.Agent.Tests.Understanding;

public class HeldOutTests(ITestOutputHelper output)
{
    [Fact]
    public void Nine_of_ten_messages_that_were_never_learned_from_are_understood()
    {
        var messages = Enum.GetValues<Intent>().SelectMany(i => HeldOut(i).Select(text => (Intent: i, Text: text))).ToList();
        var wrong = messages.Where(m => Reading.Rules.Understand(m.Text, new ConversationMemory(), CatalogVocabulary.Empty).Intent != m.Intent).ToList();
        foreach (var (intent, text) in wrong)
            output.WriteLine($"{intent}: {text}");
        var right = 1 - (wrong.Count / (double)messages.Count);
        output.WriteLine($"{right:P1} of {messages.Count}");
        Assert.True(messages.Count >= 15 * 19);
        Assert.True(right >= 0.90, $"{right:P1} of {messages.Count} messages were understood.");
    }

    [Fact]
    public void No_held_out_message_is_among_the_examples()
    {
        foreach (var intent in Enum.GetValues<Intent>())
        {
            var learned = Examples(intent).Select(Bare).ToHashSet(StringComparer.Ordinal);
            Assert.True(learned.Count >= 80, $"{intent} has {learned.Count} examples.");
            Assert.DoesNotContain(HeldOut(intent), text => learned.Contains(Bare(text)));
        }
    }

    private static string Bare(string text) => text.ToLowerInvariant().Trim(' ', '.', '!', '?');

    private static string[] HeldOut(Intent intent) => Read(typeof(HeldOutTests), $"heldout.{intent.ToWire()}");

    private static string[] Examples(Intent intent) => Read(typeof(Reva.Agent.Understanding.RuleUnderstanding), $"Understanding.Examples.{intent.ToWire()}.json");

    private static string[] Read(Type beside, string name)
    {
        using var stream = beside.Assembly.GetManifestResourceStream(name);
        Assert.NotNull(stream);
        return JsonSerializer.Deserialize<string[]>(stream)!;
    }
}
