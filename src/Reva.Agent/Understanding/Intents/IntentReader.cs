using System.Collections.Immutable;
using Reva.Agent.Turns;
using Reva.Agent.Understanding.Extraction;
using Reva.Core.Conversations;

namespace Reva.Agent.Understanding.Intents;

/// <summary>The main wish of a message and the others beside it.</summary>
internal static class IntentReader
{
    private const double SureOfClause = 0.55;
    private const double TooUnsure = 0.22;
    private const int FewWords = 4;

    public static (Intent Intent, ImmutableArray<Intent> Others, double Confidence) Read(MessageText text, Entities entities, ConversationMemory memory, VocabularyIndex vocabulary)
    {
        var (intent, confidence) = ShopIntents.Classify(MaskedText.Of(text, vocabulary, !entities.Emails.IsEmpty));
        if (confidence < TooUnsure && intent != Intent.Other)
            (intent, confidence) = entities.Category is not null || !entities.ProductIds.IsEmpty ? (Intent.ProductSearch, TooUnsure) : (Intent.Other, TooUnsure);
        if (!HasKnownWord(text, entities, memory, vocabulary))
            (intent, confidence) = (Intent.Other, TooUnsure);
        var others = OthersIn(text, vocabulary, ref intent, ref confidence);
        if (ConversationContext.Corrected(intent, text, entities, memory) is { } corrected && corrected != intent)
            return (corrected, [.. others.Where(o => o != corrected)], Math.Max(confidence, 0.8));
        return (intent, others, confidence);
    }

    // Letters at random look like something to a classifier of letters.
    private static bool HasKnownWord(MessageText text, Entities entities, ConversationMemory memory, VocabularyIndex vocabulary)
    {
        if (text.Count is 0 or > FewWords || !entities.Emails.IsEmpty || !entities.ProductIds.IsEmpty || memory.Language != "en")
            return true;
        for (var i = 0; i < text.Count; i++)
        {
            var word = text[i].Plain;
            if (text.RoleOf(i) != Role.None || text[i].IsNumeric || CommonWords.Knows(word) || vocabulary.IsProductWord(word) || CategoryIndex.Meant(word) is not null || CommonWords.IsNearOne(word))
                return true;
        }
        return false;
    }

    private static ImmutableArray<Intent> OthersIn(MessageText text, VocabularyIndex vocabulary, ref Intent intent, ref double confidence)
    {
        var clauses = Clauses.Of(text);
        if (clauses.Count < 2)
            return [];
        var found = clauses.Select(c => ShopIntents.Classify(MaskedText.Of(text, c.From, c.To, vocabulary, hasEmail: false)))
            .Where(c => c.Confidence >= SureOfClause && IsWish(c.Intent))
            .ToList();
        // 'Hi, thanks for the help, where is my order' is about the order.
        if (!IsWish(intent) && intent != Intent.Other && found.Count > 0)
            (intent, confidence) = found[0];
        var main = intent;
        return [.. found.OrderByDescending(c => c.Confidence).Select(c => c.Intent).Where(i => i != main).Distinct()];
    }

    private static bool IsWish(Intent intent) => intent is not (Intent.Greeting or Intent.Thanks or Intent.Other);
}
