using System.Reflection;
using System.Text.RegularExpressions;
using Reva.Agent.LanguageModels;
using Reva.Agent.Specialists;
using Reva.Agent.Tools;
using Reva.Core.Conversations;

namespace Reva.Agent.Tests.LanguageModels;

public partial class PromptFileTests
{
    private static readonly Assembly Agent = typeof(Prompts).Assembly;

    // Names are written down in the classes; none of their parts is needed to read them.
    private static readonly string[] Tools = [.. Made<ITool>().Select(t => t.Name)];

    private static readonly string[] Names =
        [.. Agent.GetManifestResourceNames().Where(n => n.EndsWith(".prompt.md", StringComparison.Ordinal)).Select(n => n[..^".prompt.md".Length])];

    public static TheoryData<string> Files => [.. Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_prompt_says_its_version_and_speaks_of_no_tool_that_does_not_exist(string name)
    {
        var text = new Prompts().Read(name);

        Assert.Matches(@"^<!-- version [1-9][0-9]* -->\r?\n", text);
        var named = ToolName().Matches(text).Select(m => m.Groups["name"].Value).Where(n => !IntentNames.TryParse(n, out _)).ToList();
        Assert.All(named, tool => Assert.Contains(tool, Tools.Append("order_action")));
    }

    [Fact]
    public void Every_specialist_has_its_prompt() =>
        Assert.All(Made<ISpecialist>(), specialist => Assert.Contains(specialist.Name, Names));

    [Fact]
    public void A_prompt_that_does_not_exist_is_named() =>
        Assert.Contains("Nowhere", Assert.Throws<InvalidOperationException>(() => new Prompts().Read("Nowhere")).Message, StringComparison.Ordinal);

    private static IEnumerable<T> Made<T>() => Agent.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(T)))
        .Select(t => (T)t.GetConstructors()[0].Invoke([.. t.GetConstructors()[0].GetParameters().Select(_ => (object?)null)]));

    [GeneratedRegex(@"`(?<name>[a-z]+_[a-z_]+|escalate)`", RegexOptions.ExplicitCapture)]
    private static partial Regex ToolName();
}
