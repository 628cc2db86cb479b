using System.Text.Json;

namespace Reva.Sandbox.Models;

/// <summary>What a model is asked, whichever API asks.</summary>
/// <param name="WantsJson">Whether the answer must be one JSON object.</param>
internal sealed record ModelRequest(
    string Model, string System, IReadOnlyList<ModelMessage> Messages, IReadOnlyList<OfferedTool> Tools, bool Stream, bool IncludeUsage, bool WantsJson)
{
    /// <summary>The last thing that the user said.</summary>
    public string LastUserText => Messages.LastOrDefault(m => m.IsUser)?.Text ?? "";

    /// <summary>How often the model has spoken since the user did: 0 for the first answer, 1 after the first round of tools.</summary>
    public int Round => Messages.Reverse().TakeWhile(m => !m.IsUser).Count(m => m.Role == "assistant");

    /// <summary>What tools answered since the user spoke, oldest first.</summary>
    public IReadOnlyList<ToolResult> ToolResults => [.. Messages.Reverse().TakeWhile(m => !m.IsUser).Reverse().SelectMany(m => m.Results)];

    /// <summary>A rough count: four characters to a token.</summary>
    public int InputTokens => Tokens(System.Length + Messages.Sum(m => m.Text.Length + m.Results.Sum(r => r.Content.Length)));

    public static int Tokens(int characters) => Math.Max(1, (characters + 3) / 4);
}

/// <param name="Role"><c>user</c>, <c>assistant</c> or <c>tool</c>.</param>
internal sealed record ModelMessage(string Role, string Text, IReadOnlyList<ToolResult> Results)
{
    public bool IsUser => Role == "user" && Results.Count == 0;
}

internal sealed record ToolResult(string Tool, string Content);

internal sealed record OfferedTool(string Name, string Description, JsonElement Schema);

/// <summary>A call that the model makes.</summary>
/// <param name="Arguments">A JSON object.</param>
internal sealed record ModelCall(string Id, string Name, string Arguments);

/// <summary>What the model does: words in pieces, calls, and what goes wrong with them.</summary>
/// <param name="Delay">Seconds between two pieces.</param>
internal sealed record ModelReply(IReadOnlyList<string> Pieces, IReadOnlyList<ModelCall> Calls, double Delay = 0, Scripts.StepFault? Fault = null)
{
    public string Text => string.Concat(Pieces);

    public int OutputTokens => ModelRequest.Tokens(Text.Length + Calls.Sum(c => c.Arguments.Length + c.Name.Length));

    /// <summary>Text as a model streams it: a word at a time, blanks at the front of the next.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var pieces = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && !(char.IsWhiteSpace(text[end]) && !char.IsWhiteSpace(text[end - 1])))
                end++;
            pieces.Add(text[start..end]);
            start = end;
        }
        return pieces;
    }
}
