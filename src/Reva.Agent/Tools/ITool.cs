using System.Text.Json;
using Reva.Agent.Turns;

namespace Reva.Agent.Tools;

/// <summary>Something a turn can look up or do. Stateless; identity comes from the turn's verified state, never from an argument.</summary>
public interface ITool
{
    /// <summary>The name a model calls it by.</summary>
    string Name { get; }

    /// <summary>For the model: what it does and when to use it.</summary>
    string Description { get; }

    /// <summary>JSON schema of its arguments.</summary>
    JsonElement Schema { get; }

    /// <summary>Words for the shopper while it runs.</summary>
    string Label { get; }

    /// <summary>Runs it with a model's arguments; the answer is JSON for the model. Bad arguments give <c>{"error": …}</c>, never an exception.</summary>
    Task<ToolAnswer> InvokeAsync(JsonElement arguments, TurnContext turn, CancellationToken cancellationToken);
}

/// <summary>A tool's answer as a model reads it.</summary>
public sealed record ToolAnswer(bool Ok, string Json);

/// <summary>What a tool found.</summary>
/// <param name="Ok">False when it could not do what was asked.</param>
/// <param name="Value">For code.</param>
/// <param name="View">For models and traces: what may be said of it.</param>
public sealed record ToolOutcome<T>(bool Ok, T Value, object View);
