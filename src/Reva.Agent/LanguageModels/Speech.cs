using System.Text;
using Microsoft.Extensions.AI;
using Reva.Agent.Ports;
using Reva.Agent.Privacy;
using Reva.Agent.Turns;

namespace Reva.Agent.LanguageModels;

/// <summary>What a model says in one turn, over all its rounds, as the shopper reads it.</summary>
internal sealed class Speech(TurnContext turn)
{
    private const string BetweenRounds = "\n\n";
    private readonly StringBuilder _text = new();
    private bool _roundBegins;

    public PersonalDataMask Mask { get; } = new();

    public ModelUsage? Usage { get; private set; }

    /// <summary>Streams one round's words to the shopper and returns them with the tools it calls.</summary>
    public async Task<SaidRound> ListenAsync(IAsyncEnumerable<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        var stream = new UnmaskingStream(Mask);
        var said = new SaidRound();
        _roundBegins = true;
        await foreach (var update in updates.WithCancellation(cancellationToken))
        {
            foreach (var content in update.Contents)
            {
                switch (content)
                {
                    case TextContent { Text.Length: > 0 } words:
                        said.Words.Append(words.Text);
                        Say(stream.Push(words.Text));
                        break;
                    case FunctionCallContent call:
                        said.Calls.Add(call);
                        break;
                    case UsageContent usage:
                        Add(usage.Details, update.ModelId);
                        break;
                }
            }
        }
        Say(stream.Flush());
        return said;
    }

    public string Finish() => _text.ToString();

    /// <summary>What was said is taken back: the next round's words take its place.</summary>
    public void Restart() => _text.Clear();

    /// <summary>Puts other words in the place of what was said.</summary>
    public void Replace(string text)
    {
        _text.Clear().Append(text);
        turn.Emit(new TextDelta(turn.Opening.Length, text));
    }

    private void Say(string words)
    {
        if (_roundBegins)
        {
            words = words.TrimStart();
            if (words.Length > 0 && _text.Length > 0)
                words = BetweenRounds + words;
        }
        if (words.Length == 0)
            return;
        _roundBegins = false;
        turn.Emit(new TextDelta(turn.Opening.Length + _text.Length, words));
        _text.Append(words);
    }

    private void Add(UsageDetails details, string? model)
    {
        var cost = details.AdditionalCounts?.TryGetValue(UsageCost.MicroUsd, out var micro) == true ? micro / 1_000_000m : 0m;
        var before = Usage ?? new ModelUsage(model ?? "model", 0, 0, 0m);
        Usage = new ModelUsage(model ?? before.Model, before.InputTokens + (details.InputTokenCount ?? 0), before.OutputTokens + (details.OutputTokenCount ?? 0), before.CostUsd + cost);
    }
}

/// <summary>One round of a model's answer, with references where personal data is meant.</summary>
internal sealed class SaidRound
{
    public StringBuilder Words { get; } = new();

    public List<FunctionCallContent> Calls { get; } = [];

    /// <summary>As the model is reminded of it in the next round.</summary>
    public ChatMessage ToMessage() =>
        new(ChatRole.Assistant, [.. Words.Length > 0 ? [new TextContent(Words.ToString())] : (AIContent[])[], .. Calls]);
}

/// <summary>How a provider tells the cost of a call along with its tokens.</summary>
public static class UsageCost
{
    /// <summary>Key in <see cref="UsageDetails.AdditionalCounts"/>: millionths of a US dollar.</summary>
    public const string MicroUsd = "reva.cost_micro_usd";
}
