using System.Collections.Frozen;
using System.Globalization;
using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Replies;

/// <summary>The fixed phrases of a language other than English: what is said most, above all about orders, is said in the shopper's own.</summary>
internal sealed class Phrases
{
    private static readonly FrozenDictionary<string, Phrases> Known = new[] { "de", "es", "fr" }
        .ToFrozenDictionary(l => l, l => new Phrases(DataFiles.Read<PhraseFile>($"Phrases.{l}.json")), StringComparer.Ordinal);

    private readonly PhraseFile _file;

    private Phrases(PhraseFile file) => _file = file;

    /// <summary>The phrases of a language (ISO 639-1); null for English and for languages without any.</summary>
    public static Phrases? In(string language) => Known.GetValueOrDefault(language);

    /// <summary>A phrase with its places filled. Throws for a name or a place that the file does not have.</summary>
    public string Say(string name, params ReadOnlySpan<(string Place, string Value)> values)
    {
        var text = _file.Texts[name];
        foreach (var (place, value) in values)
            text = text.Replace($"{{{place}}}", value, StringComparison.Ordinal);
        return text.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"The phrase {name} has a place that was not filled: {text}") : text.Trim();
    }

    /// <summary>'heute', 'am Montag, 23. November', in the store's time zone.</summary>
    public string OnDay(DateTimeOffset when, DateTimeOffset now, string timeZone)
    {
        var (day, apart) = DateText.LocalDay(when, now, timeZone);
        return apart switch
        {
            0 => Say("today"),
            1 => Say("tomorrow"),
            -1 => Say("yesterday"),
            _ => Say("on", ("date", Say("date", ("weekday", _file.Days[(int)day.DayOfWeek]), ("day", day.Day.ToString(CultureInfo.InvariantCulture)), ("month", _file.Months[day.Month - 1])))),
        };
    }

    /// <summary>Days from Sunday, months from January, phrases by name.</summary>
    private sealed record PhraseFile(string[] Days, string[] Months, Dictionary<string, string> Texts);
}
