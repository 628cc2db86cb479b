using System.Text;
using Microsoft.Extensions.AI;
using Reva.Agent.Ports;
using Reva.Agent.Privacy;
using Reva.Agent.Specialists;
using Reva.Agent.Turns;

namespace Reva.Agent.LanguageModels;

/// <summary>Lets a model answer with a specialist's prompt and tools, streaming; steps back for the rule planner when it cannot.</summary>
public sealed class ModelReply(ILanguageModels models, ReplyPrompt prompt)
{
    private const int MostRounds = 5;

    /// <summary>The answer; null when no model gave a whole one, and then nothing the model said stands.</summary>
    public async Task<Answer?> TryAsync(ISpecialist specialist, TurnContext turn, CancellationToken cancellationToken)
    {
        if (models.For(ModelPurpose.Reply, turn.StoreId) is not { } client)
            return null;
        var speech = new Speech(turn);
        try
        {
            return await ConverseAsync(client, specialist, speech, turn, cancellationToken);
        }
        catch (ModelUnavailableException)
        {
            // The rule planner's words begin at offset 0 and so replace whatever was shown.
            return null;
        }
        finally
        {
            if (speech.Usage is { } used)
                models.Charge(turn.StoreId, used);
        }
    }

    private async Task<Answer?> ConverseAsync(IChatClient client, ISpecialist specialist, Speech speech, TurnContext turn, CancellationToken cancellationToken)
    {
        var messages = prompt.For(specialist, turn, speech.Mask);
        var options = new ChatOptions { Tools = [.. specialist.Tools.Select(t => new ToolDeclaration(t))], Temperature = 0.3f, MaxOutputTokens = 700 };
        for (var round = 0; round < MostRounds; round++)
        {
            if (round == MostRounds - 1)
                options.Tools = null;
            var calls = await speech.ListenAsync(client.GetStreamingResponseAsync(messages, options, cancellationToken), cancellationToken);
            if (calls.Count == 0)
                break;
            messages.Add(new ChatMessage(ChatRole.Assistant, [.. calls]));
            messages.Add(new ChatMessage(ChatRole.Tool, await ModelToolCalls.RunAsync(calls, specialist, turn, speech.Mask, cancellationToken)));
        }
        var text = speech.Finish();
        return text.Length == 0 ? null : new Answer(new Reply { Text = text }, speech.Usage ?? ModelUsage.Rules, Streamed: true);
    }
}
