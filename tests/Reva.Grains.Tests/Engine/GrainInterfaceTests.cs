using Orleans;
using Reva.Grains.Conversations;

namespace Reva.Grains.Tests.Engine;

public sealed class GrainInterfaceTests
{
    public static TheoryData<string> Interfaces => [.. GrainTypes.InterfacesOf(typeof(IConversationGrain).Assembly).Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void Everything_on_a_grains_interface_could_cross_Orleans(string name)
    {
        var problems = GrainTypes.ProblemsOf(typeof(IConversationGrain).Assembly.GetType(name, throwOnError: true)!).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public void What_could_not_cross_is_found()
    {
        var problems = GrainTypes.ProblemsOf(typeof(IUncrossable)).ToList();
        Assert.Equal(6, problems.Count);
        Assert.Contains(problems, p => p.Contains("returns Int32", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("Object has no [GenerateSerializer]", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("Func`1", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("Nameless.Text has no [Id(n)]", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("[Id(1)] to First and Second", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("JsonElement", StringComparison.Ordinal));
    }

    [GenerateSerializer]
    public sealed class Nameless
    {
        public string Text { get; set; } = "";
    }

    [GenerateSerializer]
    public sealed class Twice
    {
        [Id(1)]
        public string First { get; set; } = "";

        [Id(1)]
        public string Second { get; set; } = "";
    }

    [GenerateSerializer]
    public sealed record Wraps(string Name, System.Text.Json.JsonElement Data);

    public interface IUncrossable : IGrainWithStringKey
    {
        int Bare();
        Task Anything(object value);
        Task Work(Func<int> work);
        Task<Nameless> Name();
        Task<List<Twice>> Two();
        Task Wrap(Wraps wraps, CancellationToken cancellationToken);
    }
}
