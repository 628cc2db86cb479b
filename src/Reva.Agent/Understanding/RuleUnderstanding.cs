using Reva.Agent.Turns;
using Reva.Agent.Understanding.Extraction;
using Reva.Agent.Understanding.Intents;
using Reva.Agent.Understanding.Languages;
using Reva.Agent.Understanding.Mood;
using Reva.Core.Catalog;

namespace Reva.Agent.Understanding;

/// <summary>Understands messages by a classifier that is trained from the project's own examples at first use (well under a second), and by rules. Same text, same meaning.</summary>
public sealed class RuleUnderstanding : IUnderstanding
{
    private const int MostCharacters = 4_000;

    /// <inheritdoc/>
    public MessageMeaning Understand(string text, ConversationMemory memory, CatalogVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var message = text.Length > MostCharacters ? text[..MostCharacters] : text;
        var (entities, words) = EntityReader.Read(message, memory, vocabulary);
        var (intent, others, confidence) = IntentReader.Read(words, entities, memory, VocabularyIndex.Of(vocabulary));
        var language = LanguageReader.Read(words, memory.Language);
        var (said, english) = (words, Translation.ToEnglish(message, language));
        if (english is not null)
        {
            (entities, words) = EntityReader.Read(english, memory, vocabulary);
            // The classifier knows whole phrases of other languages; the translation helps where it knows none.
            var translated = IntentReader.Read(words, entities, memory, VocabularyIndex.Of(vocabulary));
            if (translated.Confidence > confidence || intent == Core.Conversations.Intent.Other)
                (intent, others, confidence) = translated;
        }
        var parts = MessageParts.Of(words, entities, memory, vocabulary, intent);
        var rude = RudenessReader.IsRude(said);
        return new MessageMeaning
        {
            Intent = intent, SubIntents = others, Parts = parts, Confidence = Math.Clamp(confidence, 0, 1), Entities = entities,
            Sentiment = SentimentReader.Read(said, rude), Rude = rude, LegalOrSafety = AlarmReader.IsAlarming(said),
            Language = language, English = english,
        };
    }
}
