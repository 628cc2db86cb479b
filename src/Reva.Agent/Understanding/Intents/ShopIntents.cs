using Reva.Agent.Turns;
using Reva.Agent.Understanding.Classification;
using Reva.Agent.Understanding.Extraction;
using Reva.Core.Catalog;
using Reva.Core.Conversations;

namespace Reva.Agent.Understanding.Intents;

/// <summary>The classifier of shop messages, trained when first used.</summary>
internal static class ShopIntents
{
    private static readonly Lazy<(IntentClassifier Classifier, Intent[] Intents)> Trained = new(Train);

    /// <summary>The likeliest intent of masked words, and how likely it is.</summary>
    public static (Intent Intent, double Confidence) Classify(ReadOnlySpan<char> masked)
    {
        var (classifier, intents) = Trained.Value;
        var prediction = classifier.Predict(masked);
        return (intents[prediction.Class], prediction.Probability);
    }

    private static (IntentClassifier Classifier, Intent[] Intents) Train()
    {
        var memory = new ConversationMemory();
        var masked = IntentExamples.All.Select(e =>
        {
            var (entities, text) = EntityReader.Read(e.Text, memory, CatalogVocabulary.Empty);
            return e with { Text = MaskedText.Of(text, VocabularyIndex.Of(CatalogVocabulary.Empty), !entities.Emails.IsEmpty) };
        }).ToList();
        var classifier = IntentClassifier.Train(masked, new ClassifierOptions { Epochs = 30, LeastExamples = 1, Smoothing = 0.05f });
        return (classifier, [.. classifier.Labels.Select(l => IntentNames.TryParse(l, out var intent) ? intent : Intent.Other)]);
    }
}
