using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using Reva.Agent.Grounding;
using Reva.Agent.Privacy;
using Reva.Agent.Turns;

namespace Reva.Agent.LanguageModels;

/// <summary>What a model was told in a turn beside what the turn itself has heard; its answer is held against both.</summary>
internal sealed class Evidence
{
    private readonly List<string> _told = [];
    private readonly List<string> _rules = [];

    public Evidence(IEnumerable<ChatMessage> messages, PersonalDataMask mask) =>
        _rules.AddRange(messages.Where(m => m.Role == ChatRole.System).Select(m => mask.Unmask(m.Text)));

    /// <summary>Counts the tool results of a message.</summary>
    public void Add(ChatMessage message, PersonalDataMask mask) =>
        _told.AddRange(message.Contents.OfType<FunctionResultContent>().Select(r => mask.Unmask(r.Result as string ?? "")));

    /// <summary>What of the text rests on nothing.</summary>
    public ImmutableArray<Unfounded> Unfounded(string text, TurnContext turn)
    {
        var facts = TurnFacts.Of(turn, escalates: false);
        _told.ForEach(facts.Add);
        _rules.ForEach(facts.AddRules);
        return GroundingCheck.Of(text, facts);
    }
}
