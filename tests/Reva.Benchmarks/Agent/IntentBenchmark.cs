using System.Diagnostics;
using Reva.Agent.Turns;
using Reva.Agent.Understanding;
using Reva.Benchmarks.Harness;
using Reva.Core.Catalog;

namespace Reva.Benchmarks.Agent;

/// <summary>A message understood without a model: intent, entities, mood, language.</summary>
internal sealed class IntentBenchmark : IBenchmark
{
    private static readonly string[] Messages =
    [
        "where is my order #1001?", "waterproof jacket under 150 for my wife, she is a size M", "do you ship to canada", "I want to send this back, it's too small",
        "compare the first two", "how long is the warranty on boots", "thanks a lot!", "this is the third time I write, still nothing", "something cheaper in green", "can i talk to a person",
    ];

    public IReadOnlyList<string> Names { get; } = ["intent_us"];

    public Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var understanding = new RuleUnderstanding();
        var memory = new ConversationMemory();
        void Round()
        {
            foreach (var message in Messages)
                understanding.Understand(message, memory, CatalogVocabulary.Empty);
        }
        for (var i = 0; i < 500; i++)
            Round();
        const int Rounds = 2000;
        var since = Stopwatch.GetTimestamp();
        for (var i = 0; i < Rounds; i++)
            Round();
        var us = Stopwatch.GetElapsedTime(since).TotalMicroseconds / (Rounds * Messages.Length);
        return Task.FromResult<IReadOnlyList<Figure>>([new("intent_us", us, "µs a message, all of understanding", null, "≤ 50")]);
    }
}
