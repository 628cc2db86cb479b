using System.Diagnostics;
using System.Text.Json;
using Reva.Agent.Turns;

namespace Reva.Agent.Tools;

/// <summary>A tool with typed arguments and outcome; announces itself and its result to the turn.</summary>
public abstract class Tool<TArguments, TValue> : ITool
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public abstract JsonElement Schema { get; }

    /// <inheritdoc/>
    public abstract string Label { get; }

    /// <summary>Runs it and tells the turn.</summary>
    public Task<ToolOutcome<TValue>> UseAsync(TArguments arguments, TurnContext turn, CancellationToken cancellationToken) =>
        AnnouncedAsync(arguments, turn, () => RunAsync(arguments, turn, cancellationToken));

    /// <summary>Tells the turn that <paramref name="work"/> begins and how it ended.</summary>
    protected async Task<ToolOutcome<TValue>> AnnouncedAsync(TArguments arguments, TurnContext turn, Func<Task<ToolOutcome<TValue>>> work)
    {
        var callId = turn.NextCallId();
        var started = Stopwatch.GetTimestamp();
        turn.Emit(new ToolCalled(callId, Name, Label, JsonSerializer.Serialize(arguments, ToolJson.Options)));
        try
        {
            var outcome = await work();
            turn.Emit(new ToolCompleted(callId, Name, outcome.Ok, Stopwatch.GetElapsedTime(started), JsonSerializer.Serialize(outcome.View, ToolJson.Options)));
            return outcome;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            turn.Emit(new ToolCompleted(callId, Name, false, Stopwatch.GetElapsedTime(started), JsonSerializer.Serialize(new { error = failure.GetType().Name }, ToolJson.Options)));
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<ToolAnswer> InvokeAsync(JsonElement arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        TArguments? parsed;
        try
        {
            parsed = arguments.Deserialize<TArguments>(ToolJson.Options);
        }
        catch (JsonException failure)
        {
            return await MisfitAsync($"The arguments do not fit the schema: {failure.Message}", arguments, turn);
        }
        if (parsed is null)
            return await MisfitAsync("Arguments are missing.", arguments, turn);
        try
        {
            var outcome = await UseAsync(parsed, turn, cancellationToken);
            return new ToolAnswer(outcome.Ok, JsonSerializer.Serialize(outcome.Ok ? ForModel(outcome, turn) : outcome.View, ToolJson.Options));
        }
        catch (Ports.ShopUnavailableException)
        {
            return Error("The shop's system does not answer right now. Say so plainly and offer to try again shortly or bring in a person.");
        }
    }

    /// <summary>Does the work.</summary>
    protected abstract Task<ToolOutcome<TValue>> RunAsync(TArguments arguments, TurnContext turn, CancellationToken cancellationToken);

    /// <summary>What a model reads of a good outcome, and what the turn shows because a model asked; by default the view alone.</summary>
    protected virtual object ForModel(ToolOutcome<TValue> outcome, TurnContext turn) => outcome.View;

    /// <summary>Takes note of arguments that could not be read.</summary>
    protected virtual Task NoteMisfitAsync(string problem, JsonElement arguments, TurnContext turn) => Task.CompletedTask;

    private async Task<ToolAnswer> MisfitAsync(string problem, JsonElement arguments, TurnContext turn)
    {
        await NoteMisfitAsync(problem, arguments, turn);
        return Error(problem);
    }

    private static ToolAnswer Error(string message) => new(false, JsonSerializer.Serialize(new { error = message }, ToolJson.Options));
}
