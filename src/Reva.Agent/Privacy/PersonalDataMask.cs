using System.Text;
using System.Text.RegularExpressions;

namespace Reva.Agent.Privacy;

/// <summary>
/// Replaces names, postal and e-mail addresses, telephone and card numbers by references (<c>[email_1]</c>) before a prompt leaves the house,
/// and puts them back in what comes from the model: unmasking a masked text gives the text. One per turn; not thread safe.
/// </summary>
public sealed partial class PersonalDataMask
{
    private readonly Dictionary<string, string> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly KnownNames _names = new();

    /// <summary>Length of the longest reference given out so far.</summary>
    public int LongestReference { get; private set; }

    /// <summary>The text without personal data; the same value always gets the same reference.</summary>
    public string Mask(string text)
    {
        // What already looks like a reference would be taken for one of ours when it comes back.
        var finds = new PersonalFinds(text);
        finds.Add("ref", ReferencePattern());
        PersonalPatterns.AddTo(finds);
        _names.AddTo(finds);
        if (finds.InOrder is not { Count: > 0 } found)
            return text;
        var masked = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var (kind, at, length) in found)
        {
            masked.Append(text, copied, at - copied).Append(Reference(kind, text.Substring(at, length)));
            copied = at + length;
        }
        return masked.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The text with every known reference replaced by its value.</summary>
    public string Unmask(string text) => _values.Count == 0 ? text : ReferencePattern().Replace(text, m => _values.GetValueOrDefault(m.Value, m.Value));

    private string Reference(string kind, string value)
    {
        if (_references.TryGetValue(value, out var known))
            return known;
        _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        var reference = $"[{kind}_{_counts[kind]}]";
        LongestReference = Math.Max(LongestReference, reference.Length);
        _references[value] = reference;
        _values[reference] = value;
        return reference;
    }

    [GeneratedRegex(@"\[(email|phone|card|name|address|ref)_[0-9]+\]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReferencePattern();
}
