using System.Text;
using Microsoft.Extensions.AI;
using Reva.Agent.Ports;
using Reva.Agent.Privacy;
using Reva.Agent.Turns;

namespace Reva.Agent.LanguageModels;

/// <summary>What a model says in one turn, over all its rounds, as the shopper reads it.</summary>
internal sealed class Speech(TurnContext turn)
{
    private readonly StringBuilder _text = new();
    private UnmaskingStream? _stream;

    public PersonalDataMask Mask { get; } = new();

    public ModelUsage? Usage { get; private set; }

    /// <summary>Streams one round's words to the shopper and returns the tools it calls.</summary>
    public async Task<List<FunctionCallContent>> ListenAsync(IAsyncEnumerable<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        _stream = new UnmaskingStream(Mask);
        var calls = new List<FunctionCallContent>();
        await foreach (var update in updates.WithCancellation(cancellationToken))
        {
            foreach (var content in update.Contents)
            {
                switch (content)
                {
                    case TextContent { Text.Length: > 0 } words:
                        Say(_stream.Push(words.Text));
                        break;
                    case FunctionCallContent call:
                        calls.Add(call);
                        break;
                    case UsageContent usage:
                        Add(usage.Details, update.ModelId);
                        break;
                }
            }
        }
        Say(_stream.Flush());
        return calls;
    }

    public string Finish() => _text.ToString();

    private void Say(string words)
    {
        if (words.Length == 0)
            return;
        turn.Emit(new TextDelta(_text.Length, words));
        _text.Append(words);
    }

    private void Add(UsageDetails details, string? model)
    {
        var cost = details.AdditionalCounts?.TryGetValue(UsageCost.MicroUsd, out var micro) == true ? micro / 1_000_000m : 0m;
        var before = Usage ?? new ModelUsage(model ?? "model", 0, 0, 0m);
        Usage = new ModelUsage(model ?? before.Model, before.InputTokens + (details.InputTokenCount ?? 0), before.OutputTokens + (details.OutputTokenCount ?? 0), before.CostUsd + cost);
    }
}

/// <summary>How a provider tells the cost of a call along with its tokens.</summary>
public static class UsageCost
{
    /// <summary>Key in <see cref="UsageDetails.AdditionalCounts"/>: millionths of a US dollar.</summary>
    public const string MicroUsd = "reva.cost_micro_usd";
}
