using System.Text.RegularExpressions;

namespace Reva.Agent.Privacy;

/// <summary>
/// Replaces e-mail addresses, telephone and card numbers by references (<c>[email_1]</c>) before a prompt leaves the house,
/// and puts them back in what comes from the model. One per turn; not thread safe.
/// </summary>
public sealed partial class PersonalDataMask
{
    private readonly Dictionary<string, string> _references = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text without personal data; the same value always gets the same reference.</summary>
    public string Mask(string text)
    {
        text = Email().Replace(text, m => Reference("email", m.Value));
        text = Card().Replace(text, m => Reference("card", m.Value));
        return Phone().Replace(text, m => m.Value.Count(char.IsDigit) is >= 9 and <= 15 ? Reference("phone", m.Value) : m.Value);
    }

    /// <summary>The text with every known reference replaced by its value.</summary>
    public string Unmask(string text) => _values.Count == 0 ? text : ReferencePattern().Replace(text, m => _values.GetValueOrDefault(m.Value, m.Value));

    private string Reference(string kind, string value)
    {
        if (_references.TryGetValue(value, out var known))
            return known;
        var reference = $"[{kind}_{_references.Keys.Count(k => _references[k].StartsWith($"[{kind}_", StringComparison.Ordinal)) + 1}]";
        _references[value] = reference;
        _values[reference] = value;
        return reference;
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Card();

    [GeneratedRegex(@"\+\d[\d ()./-]{7,}\d|\b0\d[\d ()./-]{7,}\d|\(\d{3}\) ?\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\[(email|phone|card)_\d+\]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ReferencePattern();
}
