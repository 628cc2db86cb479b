using Reva.Core.Conversations;
using Reva.Evaluations.Checks;
using Reva.Evaluations.Script;
using Reva.Evaluations.Stores;

namespace Reva.Evaluations;

/// <summary>Talks with the demo store's assistant without a language model, each answer checked against the store's own data.</summary>
public sealed class DemoStoreTalks(DemoStore store) : IClassFixture<DemoStore>
{
    public static TheoryData<string> Names => [.. Talk.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_this_talk_every_answer_is_true(string name) => TurnChecks.PlayAsync(Talk.All.Single(t => t.Name == name), store);

    [Fact]
    public void There_are_enough_talks_and_several_for_every_intent()
    {
        Assert.True(Talk.All.Count >= 45, $"{Talk.All.Count} talks.");
        Assert.True(Talk.All.Sum(t => t.Turns.Count) >= 140, $"{Talk.All.Sum(t => t.Turns.Count)} turns.");
        foreach (var intent in Enum.GetValues<Intent>().Select(i => i.ToWire()))
            Assert.True(Talk.All.Count(t => t.Turns.Any(turn => turn.Intent == intent)) >= 3, $"{intent} has too few talks.");
    }
}
