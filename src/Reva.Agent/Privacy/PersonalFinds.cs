using System.Text.RegularExpressions;

namespace Reva.Agent.Privacy;

/// <summary>Where a text holds personal data. What was found first keeps its place; nothing overlaps.</summary>
internal sealed class PersonalFinds(string text)
{
    private readonly SortedList<int, (string Kind, int At, int Length)> _finds = [];

    public string Text => text;

    /// <summary>From left to right.</summary>
    public IList<(string Kind, int At, int Length)> InOrder => _finds.Values;

    /// <summary>Everything that fits; of a pattern with a group <c>value</c> only that group.</summary>
    public void Add(string kind, Regex pattern, Func<string, bool>? holds = null)
    {
        foreach (Match match in pattern.Matches(text))
        {
            Group found = match.Groups["value"] is { Success: true } value ? value : match;
            if (holds?.Invoke(found.Value) != false)
                Add(kind, found.Index, found.Length);
        }
    }

    public void Add(string kind, int at, int length)
    {
        if (length > 0 && !_finds.Values.Any(f => at < f.At + f.Length && f.At < at + length))
            _finds.Add(at, (kind, at, length));
    }
}
