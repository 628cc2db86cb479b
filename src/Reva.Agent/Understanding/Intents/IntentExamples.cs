using System.Collections.Immutable;
using Reva.Agent.Understanding.Classification;
using Reva.Agent.Understanding.Extraction;
using Reva.Core.Conversations;

namespace Reva.Agent.Understanding.Intents;

/// <summary>What shoppers write for each intent: the files in Examples.</summary>
internal static class IntentExamples
{
    /// <summary>All examples in a fixed order; labels are intent names as on wires.</summary>
    public static ImmutableArray<LabelledText> All { get; } =
    [
        .. Enum.GetValues<Intent>().Select(i => i.ToWire()).SelectMany(name =>
            DataFiles.Read<string[]>($"Examples.{name}.json").Select(text => new LabelledText(text, name))),
    ];
}
