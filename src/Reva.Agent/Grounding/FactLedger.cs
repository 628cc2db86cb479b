using System.Text;

namespace Reva.Agent.Grounding;

/// <summary>What a reply may rest on: figures, days, numbers, links and deeds that this conversation has heard of from the shop, its people, its own actions, or the shopper.</summary>
internal sealed class FactLedger(DateOnly today)
{
    private const int MostPieces = 10;
    private readonly HashSet<decimal> _numbers = [];
    private readonly HashSet<decimal> _sums = [];
    private readonly HashSet<(int Month, int Day)> _days = [];
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _shopperText = new();
    private readonly List<Deed> _deeds = [];
    private string? _words;
    private string? _codes;
    private string? _shopperWords;

    /// <summary>Counts what a tool, a page, an action or a person told.</summary>
    public void Add(string text)
    {
        _numbers.UnionWith(MoneyReader.Numbers(text));
        _sums.UnionWith(MoneyReader.Sums(text).Select(s => s.Sum));
        foreach (var (month, day, _) in DateReader.Days(text))
            _days.Add((month, day));
        _text.Append(text).Append('\n');
        _words = _codes = null;
    }

    /// <summary>Counts what the shopper said: it may be repeated, but promises nothing.</summary>
    public void AddShopper(string text)
    {
        _numbers.UnionWith(MoneyReader.Numbers(text));
        _sums.UnionWith(MoneyReader.Sums(text).Select(s => s.Sum));
        _shopperText.Append(text).Append('\n');
        _shopperWords = null;
    }

    /// <summary>Counts rules for a model: their figures are none that a shop could charge, their sums are.</summary>
    public void AddRules(string text) => _sums.UnionWith(MoneyReader.Sums(text).Select(s => s.Sum));

    /// <summary>Counts a day.</summary>
    public void Add(DateOnly day) => _days.Add((day.Month, day.Day));

    /// <summary>Counts a deed.</summary>
    public void Add(Deed deed) => _deeds.Add(deed);

    /// <summary>The deeds.</summary>
    public IReadOnlyList<Deed> Deeds => _deeds;

    /// <summary>Whether a sum was told, or follows from two that were or from several pieces of one.</summary>
    public bool HasSum(decimal sum) =>
        _numbers.Contains(sum) || _sums.Contains(sum)
        || _sums.Any(n => _sums.Contains(sum + n) || (sum > n && _sums.Contains(sum - n)))
        || Enumerable.Range(2, MostPieces - 1).Any(pieces => _sums.Contains(sum / pieces));

    /// <summary>Sums of a reply that were told as bare figures are sums, so that what they come to together follows.</summary>
    public void Recognise(string reply) => _sums.UnionWith(MoneyReader.Sums(reply).Select(s => s.Sum).Where(_numbers.Contains));

    /// <summary>Whether a day was told.</summary>
    public bool HasDay(int month, int day) => _days.Contains((month, day)) || (today.Month, today.Day) == (month, day);

    /// <summary>Whether some day told lies so many days from today.</summary>
    public bool HasDayAfter(int days) => today.AddDays(days) is var then && _days.Contains((then.Month, then.Day));

    /// <summary>Whether some day told, none earlier than <paramref name="earliest"/> days from today, is this day of the week.</summary>
    public bool HasWeekday(DayOfWeek weekday, int earliest) => Enumerable.Range(earliest, 47 - earliest).Any(days => today.AddDays(days).DayOfWeek == weekday && HasDayAfter(days));

    /// <summary>Whether the words were told, in any case.</summary>
    /// <param name="alsoByShopper">Whether the shopper's own count.</param>
    public bool HasWords(string words, bool alsoByShopper) =>
        (_words ??= Plain(_text.ToString())).Contains(Plain(words), StringComparison.Ordinal)
        || alsoByShopper && (_shopperWords ??= Plain(_shopperText.ToString())).Contains(Plain(words), StringComparison.Ordinal);

    /// <summary>Whether a number of letters and digits was told, however it was spaced.</summary>
    public bool HasCode(string code) => (_codes ??= Letters(_text.ToString() + _shopperText)).Contains(Letters(code), StringComparison.Ordinal);

    private static string Plain(string text) => text.ToLowerInvariant().Replace("*", "", StringComparison.Ordinal).Replace('’', '\'');

    private static string Letters(string text) => string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c is '\n' or '"' or ',' or '.' or ':')).ToUpperInvariant();
}
