using System.Collections.Concurrent;
using System.Reflection;

namespace Reva.Agent.LanguageModels;

/// <summary>Prompt files: Markdown beside the code that uses them, each with a version in its first line.</summary>
public sealed class Prompts
{
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>The prompt called <paramref name="name"/>, e.g. <c>Sales</c>; throws <see cref="InvalidOperationException"/> when there is none.</summary>
    public string Read(string name) => _texts.GetOrAdd(name, static n =>
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"{n}.prompt.md") ?? throw new InvalidOperationException($"There is no prompt file for {n}.");
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    });
}
