using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Reva.Sandbox.Models.Scripts;

/// <summary>What the model is to do when a request fits: one step for each round of the answer.</summary>
/// <param name="When">What a request must be like; null fits all.</param>
/// <param name="Times">How many answers (first rounds) it gives before the next script takes over; null for ever.</param>
internal sealed record Script(IReadOnlyList<Step> Steps, Condition? When = null, int? Times = null, string? Name = null)
{
    private static readonly string[] Kinds = ["status", "silence", "reset", "drip", "cut", "malformed", "empty", "length"];

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Problem() =>
        Steps is not { Count: > 0 } ? "a script needs at least one step"
        : Steps.Select(s => s.Fault?.Kind).OfType<string>().FirstOrDefault(k => !Kinds.Contains(k)) is { } kind ? $"'{kind}' is no fault; use one of {string.Join(", ", Kinds)}"
        : When?.Problem();
}

/// <summary>All that is given must hold; texts are compared without case.</summary>
internal sealed record Condition(
    string? UserContains = null, string? UserMatches = null, string? SystemContains = null, string? Model = null, string? ToolOffered = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public string? Problem()
    {
        try
        {
            _ = UserMatches is null ? null : Regex.Match("", UserMatches, RegexOptions.None, Patience);
            return null;
        }
        catch (ArgumentException wrong)
        {
            return $"userMatches is no regular expression: {wrong.Message}";
        }
    }

    public bool Fits(ModelRequest request) =>
        Contains(request.LastUserText, UserContains) && Contains(request.System, SystemContains)
        && (Model is null || Model == request.Model)
        && (ToolOffered is null || request.Tools.Any(t => t.Name == ToolOffered))
        && (UserMatches is null || Regex.IsMatch(request.LastUserText, UserMatches, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience));

    private static bool Contains(string text, string? part) => part is null || text.Contains(part, StringComparison.OrdinalIgnoreCase);
}

/// <summary>One round: words, calls, or both; <c>text</c> and arguments may hold templates such as <c>{{tool.find_orders.orders[0].status}}</c>.</summary>
/// <param name="Text">Streamed word by word.</param>
/// <param name="Chunks">Streamed piece by piece, instead of <paramref name="Text"/>.</param>
/// <param name="Delay">Seconds between two pieces.</param>
internal sealed record Step(
    string? Text = null, IReadOnlyList<string>? Chunks = null, double Delay = 0, IReadOnlyList<StepCall>? ToolCalls = null, StepFault? Fault = null);

/// <summary>One call of a tool.</summary>
/// <param name="Raw">Sent word for word in place of <paramref name="Arguments"/>, so that a model can call with what is no JSON object.</param>
internal sealed record StepCall(string Name, JsonObject? Arguments = null, string? Raw = null);

/// <summary>What goes wrong with a step.</summary>
/// <param name="Kind"><c>status</c>, <c>silence</c>, <c>reset</c>, <c>drip</c>, <c>cut</c>, <c>malformed</c>, <c>empty</c> or <c>length</c>.</param>
/// <param name="Status">Code of kind <c>status</c>; 500 when not given.</param>
/// <param name="RetryAfter">Seconds in <c>Retry-After</c>.</param>
/// <param name="After">Pieces that still come before silence, cut or malformed.</param>
/// <param name="Delay">Seconds: between two pieces of a drip (5 when not given), or until silence hangs up (never when not given).</param>
/// <param name="Times">How many requests it hits; then the step is played as it stands. Null hits all.</param>
internal sealed record StepFault(string Kind, int? Status = null, double? RetryAfter = null, int After = 0, double? Delay = null, int? Times = null);
