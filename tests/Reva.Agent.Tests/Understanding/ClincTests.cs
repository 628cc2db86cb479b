using System.Text.Json;
using Reva.Agent.Understanding.Classification;
using Reva.Testing.Data;
using Xunit.Abstractions;

namespace Reva.Agent.Tests.Understanding;

/// <summary>Measures the classifier on a public set of 150 intents. An in-scope message that is rejected counts as wrong.</summary>
public class ClincTests(ITestOutputHelper output)
{
    private const string Outside = "oos";

    // 75 of 100 are wanted; with 100 messages to choose the threshold by, the bound that holds 99 times of 100 lies ten higher.
    private const double RecallAimedAt = 0.85;

    [SharedDataFact("clinc150")]
    public void A_hundred_and_fifty_intents_are_told_apart_and_what_is_none_of_them_is_noticed()
    {
        var data = JsonSerializer.Deserialize<Dictionary<string, string[][]>>(File.ReadAllText(Path.Combine(SharedData.Find("clinc150"), "data_full.json")))!;
        var examples = data["train"].Concat(data["oos_train"]).Select(row => new LabelledText(row[0], row[1])).ToList();
        var classifier = IntentClassifier.Train(examples, new ClassifierOptions { OutOfScopeLabel = Outside });
        var gate = ScopeGate.Fit(classifier, [.. data["val"].Select(r => r[0])], [.. data["oos_val"].Select(r => r[0])], RecallAimedAt);

        var accuracy = data["test"].Average(row => classifier.Predict(row[0]) is var p && classifier.Labels[p.Class] == row[1] && gate.IsInScope(p) ? 1.0 : 0);
        var recall = data["oos_test"].Average(row => gate.IsInScope(classifier.Predict(row[0])) ? 0.0 : 1);
        output.WriteLine($"in-scope accuracy {accuracy:P2}, out-of-scope recall {recall:P1}");
        Assert.True(accuracy >= 0.91, $"in-scope accuracy {accuracy:P2}");
        Assert.True(recall >= 0.75, $"out-of-scope recall {recall:P1}");
    }
}
