using System.Collections.Frozen;
using System.Text;
using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Understanding.Languages;

/// <summary>Puts the words that shoppers use most into English, one by one, so that a wish in another language is found all the same.</summary>
internal static class Translation
{
    private const double LeastShare = 0.5;

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Dictionaries = DataFiles.Read<Dictionary<string, Dictionary<string, string>>>("translations.json")
        .ToFrozenDictionary(d => d.Key, d => d.Value.GroupBy(w => Plain(w.Key), StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The message in English; null when fewer than half of its words are known. What is not a known word stays as it is.</summary>
    public static string? ToEnglish(string message, string language)
    {
        if (!Dictionaries.TryGetValue(language, out var dictionary))
            return null;
        var text = new MessageText(message);
        var english = new StringBuilder(message.Length + 32);
        var (done, words, known) = (0, 0, 0);
        for (var i = 0; i < text.Count; i++)
        {
            if (!text[i].IsNumeric)
                words++;
            if (!dictionary.TryGetValue(text[i].Plain, out var meaning))
                continue;
            known++;
            english.Append(message, done, text[i].Start - done).Append(meaning);
            done = text[i].End;
        }
        return words > 0 && known >= words * LeastShare ? english.Append(message, done, message.Length - done).ToString() : null;
    }

    private static string Plain(string word) => new MessageText(word) is { Count: > 0 } text ? text[0].Plain : word;
}
