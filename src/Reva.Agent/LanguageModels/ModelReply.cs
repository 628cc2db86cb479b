using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using Reva.Agent.Grounding;
using Reva.Agent.Ports;
using Reva.Agent.Specialists;
using Reva.Agent.Turns;

namespace Reva.Agent.LanguageModels;

/// <summary>Lets a model answer with a specialist's prompt and tools, streaming; steps back for the rule planner when it cannot.</summary>
public sealed class ModelReply(ILanguageModels models, ReplyPrompt prompt, ToolGate gate)
{
    private const int MostRounds = 5;

    /// <summary>The answer, or why there is none; then nothing the model said stands.</summary>
    public async Task<ModelAttempt> TryAsync(ISpecialist specialist, TurnContext turn, CancellationToken cancellationToken)
    {
        if (models.For(ModelPurpose.Reply, turn.StoreId) is not { } client)
            return new(null, models.WhyNot(ModelPurpose.Reply, turn.StoreId));
        var before = TurnMark.Of(turn);
        var speech = new Speech(turn);
        try
        {
            var attempt = await ConverseAsync(client, specialist, speech, turn, cancellationToken);
            if (attempt.Answer is null)
                before.Restore(turn);
            return attempt;
        }
        catch (ModelUnavailableException unavailable)
        {
            // The rule planner's words begin at offset 0 and so replace whatever was shown.
            before.Restore(turn);
            return new(null, unavailable.Absence);
        }
        finally
        {
            if (speech.Usage is { } used)
                models.Charge(turn.StoreId, used);
        }
    }

    private async Task<ModelAttempt> ConverseAsync(IChatClient client, ISpecialist specialist, Speech speech, TurnContext turn, CancellationToken cancellationToken)
    {
        var messages = prompt.For(specialist, turn, speech.Mask);
        var evidence = new Evidence(messages, speech.Mask);
        ImmutableArray<string> takenBack = [];
        var options = new ChatOptions { Temperature = 0.3f, MaxOutputTokens = 700 };
        for (var round = 1; round <= MostRounds; round++)
        {
            // A proof given in this turn opens tools for its next round.
            var tools = await gate.OpenAsync(specialist, turn, cancellationToken);
            options.Tools = [.. tools.Select(t => new ToolDeclaration(t))];
            // Tools stay declared: some endpoints refuse a conversation with calls of tools that they are not told of.
            options.ToolMode = round == MostRounds ? ChatToolMode.None : null;
            var said = await speech.ListenAsync(client.GetStreamingResponseAsync(messages, options, cancellationToken), cancellationToken);
            if (said.Calls.Count == 0)
            {
                var unfounded = evidence.Unfounded(speech.Finish(), turn);
                if (unfounded.IsEmpty || !takenBack.IsEmpty || round == MostRounds)
                    return Whole(speech, unfounded, takenBack, turn);
                takenBack = [.. unfounded.Select(u => u.What)];
                messages.Add(said.ToMessage());
                messages.Add(new ChatMessage(ChatRole.User, speech.Mask.Mask(TakeBack(takenBack))));
                speech.Restart();
                continue;
            }
            if (round == MostRounds)
                break;
            messages.Add(said.ToMessage());
            messages.Add(new ChatMessage(ChatRole.Tool, await ModelToolCalls.RunAsync(said.Calls, tools, turn, speech.Mask, cancellationToken)));
            evidence.Add(messages[^1], speech.Mask);
        }
        return new(null, ModelAbsence.Failed);
    }

    private static string TakeBack(IEnumerable<string> unfounded) =>
        "(This is the shop's own check, not the shopper.) Your reply was not shown: nothing in this conversation bears out "
        + string.Join("; ", unfounded.Select(u => $"“{u}”"))
        + ". Answer the shopper anew. Say only what tool results say, and that something is done, sent or promised only where a tool result says so; otherwise say plainly what you can do next. Do not speak of this check.";

    // What a second try still says without ground is left out, if the rest stands by itself.
    private static ModelAttempt Whole(Speech speech, ImmutableArray<Unfounded> unfounded, ImmutableArray<string> takenBack, TurnContext turn)
    {
        var text = speech.Finish();
        if (text.Length == 0)
            return new(null, ModelAbsence.Failed);
        if (!unfounded.IsEmpty)
        {
            takenBack = [.. takenBack.Concat(unfounded.Select(u => u.What)).Distinct(StringComparer.Ordinal)];
            if (GroundingRepair.Without(text, unfounded) is not { } rest)
                return new(null, ModelAbsence.MadeUp) { Unfounded = takenBack };
            speech.Replace(text = rest);
        }
        turn.Citations.RemoveAll(c => !text.Contains($"[{c.N}]", StringComparison.Ordinal));
        return new(new Answer(new Reply { Text = text }, speech.Usage ?? ModelUsage.Rules, Streamed: true)
        {
            Grounding = takenBack.IsEmpty ? GroundingOutcome.Ok : GroundingOutcome.Repaired, TakenBack = takenBack,
        }, null);
    }
}

/// <summary>A model's answer, or why there is none.</summary>
public sealed record ModelAttempt(Answer? Answer, ModelAbsence? Absence)
{
    /// <summary>What was unfounded, when it was made up.</summary>
    public ImmutableArray<string> Unfounded { get; init; } = [];
}
