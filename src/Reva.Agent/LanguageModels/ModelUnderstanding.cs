using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Reva.Agent.Ports;
using Reva.Agent.Privacy;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Agent.Understanding;
using Reva.Core.Conversations;

namespace Reva.Agent.LanguageModels;

/// <summary>Asks a model for intent, mood and language as JSON. What is named (numbers, addresses, prices) stays with the rules: they do not make things up.</summary>
public sealed class ModelUnderstanding(ILanguageModels models, Prompts prompts)
{
    /// <summary>The meaning with the model's corrections; as it was when no model answers in time or answers nonsense.</summary>
    public async ValueTask<MessageMeaning> CorrectAsync(MessageMeaning meaning, TurnInput input, CancellationToken cancellationToken)
    {
        if (models.For(ModelPurpose.Understand, input.Store.Id) is not { } client)
            return meaning;
        var mask = new PersonalDataMask();
        try
        {
            var response = await client.GetResponseAsync(Messages(input, mask), new ChatOptions { Temperature = 0, MaxOutputTokens = 200, ResponseFormat = ChatResponseFormat.Json }, cancellationToken);
            return Corrected(meaning, response.Text);
        }
        catch (ModelUnavailableException)
        {
            return meaning;
        }
    }

    private List<ChatMessage> Messages(TurnInput input, PersonalDataMask mask)
    {
        var messages = new List<ChatMessage> { new(ChatRole.System, prompts.Read("Understanding")) };
        messages.AddRange(input.History.TakeLast(4).Select(u => new ChatMessage(u.Author == Author.Shopper ? ChatRole.User : ChatRole.Assistant, mask.Mask(u.Text))));
        messages.Add(new ChatMessage(ChatRole.User, mask.Mask(input.Text)));
        return messages;
    }

    private static MessageMeaning Corrected(MessageMeaning meaning, string json)
    {
        try
        {
            var said = JsonSerializer.Deserialize<Judgement>(Braces(json), ToolJson.Options);
            if (said?.Intent is null || !IntentNames.TryParse(said.Intent, out var intent))
                return meaning;
            return meaning with
            {
                Intent = intent,
                SubIntents = [.. (said.SubIntents ?? []).Select(name => IntentNames.TryParse(name ?? "", out var sub) ? sub : Intent.Other).Where(i => i != Intent.Other && i != intent).Distinct()],
                Sentiment = said.Sentiment is >= 1 and <= 5 ? said.Sentiment.Value : meaning.Sentiment,
                Confidence = Math.Clamp(said.Confidence ?? meaning.Confidence, 0, 1),
                Language = said.Language is { Length: 2 } ? said.Language.ToLowerInvariant() : meaning.Language,
            };
        }
        catch (JsonException)
        {
            return meaning;
        }
    }

    // Some models wrap JSON in a fence whatever they are told.
    private static string Braces(string text)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        return start >= 0 && end > start ? text[start..(end + 1)] : "{}";
    }

    private sealed record Judgement(string? Intent, ImmutableArray<string?>? SubIntents, int? Sentiment, double? Confidence, string? Language);
}
