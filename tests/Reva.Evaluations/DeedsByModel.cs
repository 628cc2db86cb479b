using Reva.Evaluations.Deeds;

namespace Reva.Evaluations;

/// <summary>The same talks with a model that calls tools as a decent one would; the shopper's yes is read from their own words still.</summary>
public sealed class DeedsByModel(ModelDeedStore store) : IClassFixture<ModelDeedStore>
{
    public static TheoryData<string> Names => [.. Deed.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task In_this_talk_the_shop_ends_as_wished_and_allowed(string name) => DeedTalk.PlayAsync(Deed.All.Single(d => d.Name == name), store);
}
