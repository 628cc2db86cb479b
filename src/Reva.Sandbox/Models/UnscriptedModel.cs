using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Reva.Sandbox.Models.Scripts;

namespace Reva.Sandbox.Models;

/// <summary>What the model does when no script fits: it calls the tool that the question is about, and then says what the tools answered, and nothing else.</summary>
internal static partial class UnscriptedModel
{
    public static ModelReply Answer(ModelRequest request)
    {
        // An empty object claims nothing, so whoever asked for a judgement keeps its own.
        if (request.WantsJson)
            return new ModelReply(["{}"], []);
        if (request.ToolResults.Count > 0)
            return new ModelReply(ModelReply.Words(string.Join("\n\n", request.ToolResults.Select(r => ToolText.Of(r.Content)).Distinct())), []);
        return Call(request) is { } call
            ? new ModelReply([], [call])
            : new ModelReply(ModelReply.Words("I can look things up in this shop for you. What would you like to know?"), []);
    }

    private static ModelCall? Call(ModelRequest request)
    {
        var words = WordsOf(request.LastUserText);
        var best = request.Tools
            .Select(t => (Tool: t, Arguments: Arguments(t.Schema, request.LastUserText), Fit: WordsOf($"{t.Name} {t.Description}").Intersect(words).Count()))
            .Where(t => t.Arguments is not null && (t.Fit > 0 || t.Arguments.Count > 0))
            .OrderByDescending(t => t.Arguments!.ContainsKey("email") ? 1 : 0).ThenByDescending(t => t.Fit).FirstOrDefault();
        return best.Tool is null ? null : new ModelCall(ScriptBook.CallId(request, 0), best.Tool.Name, best.Arguments!.ToJsonString());
    }

    /// <summary>Arguments taken from the user's own words; null when a needed one is not among them.</summary>
    private static JsonObject? Arguments(JsonElement schema, string text)
    {
        var arguments = new JsonObject();
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var properties))
            return arguments;
        foreach (var property in properties.EnumerateObject())
            if (FromText(property.Name, text) is { } value)
                arguments[property.Name] = value;
        var needed = schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(r => r.GetString()!) : [];
        return needed.All(arguments.ContainsKey) ? arguments : null;
    }

    private static string? FromText(string name, string text)
    {
        if (name.Contains("email", StringComparison.OrdinalIgnoreCase))
            return Email().Match(text) is { Success: true } email ? email.Value : null;
        if (name.Contains("number", StringComparison.OrdinalIgnoreCase))
            return Number().Match(text) is { Success: true } number ? number.Value : null;
        return name is "query" or "question" or "text" or "q" && text.Length > 0 ? text : null;
    }

    private static HashSet<string> WordsOf(string text) =>
        [.. Word().Matches(text.ToLowerInvariant()).Select(m => m.Value.TrimEnd('s')).Where(w => w.Length > 3)];

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"#?[A-Z]?\d{3,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\p{L}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
