using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Reva.Core.Actions;
using Reva.Core.Catalog;
using Reva.Core.Search;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>Reads which variant of a product is wanted: 'same in L', 'the black one instead', 'size 43', 'a size up'. Pure.</summary>
internal static partial class VariantReader
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The variant wanted; null when the words do not say it, or say what the product does not come in.</summary>
    /// <param name="text">What is wanted, in the customer's words.</param>
    /// <param name="offers">All variants of the product, in the shop's order.</param>
    /// <param name="currentId">The variant that is there.</param>
    public static VariantChoice Read(string text, ImmutableArray<VariantOffer> offers, string? currentId)
    {
        var current = offers.FirstOrDefault(o => o.VariantId == currentId);
        var names = offers.SelectMany(o => o.Options).Select(o => o.Name).Distinct(StringComparer.Ordinal).ToList();
        var wanted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var values = offers.SelectMany(o => o.Options).Where(o => o.Name == name).Select(o => o.Value).Distinct(StringComparer.Ordinal).ToList();
            var present = current?.Options.FirstOrDefault(o => o.Name == name)?.Value;
            if ((Mentioned(text, name, values, present) ?? Stepped(text, name, values, present)) is { } value)
                wanted[name] = value;
        }
        if (wanted.Count == 0)
            return new(null, NamesAVariant(text));
        var fitting = offers.Where(o => wanted.All(w => o.Options.Any(p => p.Name == w.Key && p.Value == w.Value))).ToList();
        // What was not spoken of stays as it is.
        var same = fitting.Where(o => current is null || o.Options.All(p => wanted.ContainsKey(p.Name) || current.Options.Any(c => c == p))).ToList();
        return same.Count == 1 ? new(same[0], false) : fitting.Count == 1 ? new(fitting[0], false) : new(null, fitting.Count == 0 || same.Count == 0);
    }

    /// <summary>Whether the words speak of a size, a colour or 'the other one'.</summary>
    public static bool NamesAVariant(string text) => SizeWord().IsMatch(text) || TextWords.Stems(text).Any(w => ColorFamilies.OfWord(w) is not null && !ColorFamilies.IsDoubtful(w));

    /// <summary>Whether the words ask what there is to choose from: 'what colours are there in M?'.</summary>
    public static bool AsksWhatThereIs(string text) => WhatThereIs().IsMatch(text);

    /// <summary>Whether the words name one of the variant's values: its size, its colour.</summary>
    public static bool Mentions(string text, VariantOffer offer) => offer.Options.Any(o => IsIn(text, o.Name, o.Value) || IsOfColor(text, o.Value));

    private static string? Mentioned(string text, string name, List<string> values, string? present)
    {
        var found = values.Where(v => v != present && IsIn(text, name, v)).ToList();
        if (found.Count == 0)
            found = [.. values.Where(v => v != present && IsOfColor(text, v))];
        // 'Not L' and 'from M' name what is not wanted.
        var left = found.Where(v => !IsDenied(text, v)).ToList();
        return left.Count == 1 ? left[0] : left.Count > 1 ? left.OrderByDescending(v => v.Length).First() is var longest && left.TrueForAll(v => v == longest || longest.Contains(v, StringComparison.OrdinalIgnoreCase)) ? longest : null : null;
    }

    private static bool IsIn(string text, string name, string value)
    {
        var plain = value.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket ? value[..bracket].Trim() : value;
        if (IsSize(name) || char.IsAsciiDigit(plain[0]) || Letters().IsMatch(plain))
            return Sizes(text).Any(size => SizeNames.Matches(size, value));
        return Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(plain)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);
    }

    private static bool IsOfColor(string text, string value) =>
        TextWords.Split(text).SelectMany(w => w.Split('-')).Any(w => ColorFamilies.IsPlain(w) && ColorFamilies.Of(value).Count > 0 && ColorFamilies.Matches(w, value));

    // Capital letters are sizes anywhere, small ones where something announces them.
    private static IEnumerable<string> Sizes(string text) => SizeSaid().Matches(text).Select(m => m.Groups["size"].Value);

    private static bool IsDenied(string text, string value) =>
        Regex.IsMatch(text, $@"\b(not|no|from|instead of|rather than|have|got|ordered|is|was) (the |a |an |in |size )*{Regex.Escape(value)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);

    private static string? Stepped(string text, string name, List<string> values, string? present)
    {
        if (!IsSize(name) || present is null || values.IndexOf(present) is not (>= 0 and var at))
            return null;
        var to = Up().IsMatch(text) ? at + 1 : Down().IsMatch(text) ? at - 1 : at;
        return to != at && to >= 0 && to < values.Count ? values[to] : null;
    }

    private static bool IsSize(string name) => name.Contains("size", StringComparison.OrdinalIgnoreCase) || name.Contains("length", StringComparison.OrdinalIgnoreCase) || name.Contains("width", StringComparison.OrdinalIgnoreCase);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(what|which|any|all)( \w+){0,2} (colou?rs?|sizes?|options?|ones?|else|variants?|versions?)\b[^.;!\n]*\b(are|is|do|does|have|has|there|available|in stock|left|come|comes|got)\b|\bwhat (else )?(do|does|have|is|are|can)\b[^.;!\n]*\b(have|got|there|come|comes|available|in stock|left|choose|pick)\b|\bwhat are (my|the) (options|choices)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex WhatThereIs();

    [GeneratedRegex(@"\b(size|larger|bigger|smaller|colou?r|different one|other one|[SML]|X{1,3}[SL])\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex SizeWord();

    [GeneratedRegex(@"(?<![\w'’])(?<size>x{0,3}s|m|x{0,3}l|[2-4]xl|(extra[- ]|x[- ])?(small|large)|medium|\d{1,3}([.,]5)?(x\d{2})?( ?(ml|l|litres?|liters?|cm|oz|years?))?(?=\b|x)|(\d{1,2}\s?[–-]\s?\d{1,2}( years)?)|throw|double|king|single|queen|one size)(?!\w)", Options, 1000)]
    private static partial Regex SizeSaid();

    // 'XL' is a size wherever it stands; 'Ink' and 'Oat' are colours.
    [GeneratedRegex(@"^(x{0,4}[sml]|\w)$", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Letters();

    [GeneratedRegex(@"\b(bigger|larger|(a|one) size (up|bigger|larger)|size up|next size up|a bit (more room|bigger|larger))\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Up();

    [GeneratedRegex(@"\b(smaller|(a|one) size (down|smaller)|size down|next size down)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Down();
}

/// <summary>What was read.</summary>
/// <param name="Offer">The variant; null when it is not clear or does not exist.</param>
/// <param name="Unknown">Whether something was named that the product does not come in.</param>
internal sealed record VariantChoice(VariantOffer? Offer, bool Unknown);
