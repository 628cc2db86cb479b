using Reva.Evaluations.Deeds;

namespace Reva.Evaluations;

/// <summary>By talk alone, without a language model: what the back office holds in the end is what was wished, confirmed and allowed, and nothing else.</summary>
public sealed class DeedsByRules(RuleDeedStore store) : IClassFixture<RuleDeedStore>
{
    public static TheoryData<string> Names => [.. Deed.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_this_talk_the_shop_ends_as_wished_and_allowed(string name) => DeedTalk.PlayAsync(Deed.All.Single(d => d.Name == name), store);

    [Fact]
    public void There_are_enough_talks()
    {
        Assert.True(Deed.All.Count >= 60, $"{Deed.All.Count} talks.");
        Assert.Equal(Deed.All.Count, Deed.All.Select(d => d.Name).Distinct(StringComparer.Ordinal).Count());
    }
}
