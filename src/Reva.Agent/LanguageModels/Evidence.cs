using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Reva.Agent.Privacy;

namespace Reva.Agent.LanguageModels;

/// <summary>What a model was told in a turn, against which the sums of money in its answer are held: none is made up.</summary>
internal sealed partial class Evidence
{
    private const int MostPieces = 10;
    private readonly HashSet<decimal> _numbers = [];
    private readonly HashSet<decimal> _sums = [];

    public Evidence(IEnumerable<ChatMessage> messages, PersonalDataMask mask)
    {
        foreach (var message in messages)
            Add(message, mask);
    }

    /// <summary>Counts what a message tells, tool results included.</summary>
    public void Add(ChatMessage message, PersonalDataMask mask)
    {
        var text = mask.Unmask(message.Text);
        // Rules for the model hold figures too, but none that a shop could charge.
        _numbers.UnionWith(message.Role == ChatRole.System ? [] : Numbers(text));
        _sums.UnionWith(Sums(text));
        foreach (var result in message.Contents.OfType<FunctionResultContent>())
        {
            var found = mask.Unmask(result.Result as string ?? "");
            _numbers.UnionWith(Numbers(found));
            _sums.UnionWith(Sums(found));
        }
    }

    /// <summary>Whether every sum of money in the text was told, or follows from two that were or from several pieces of one.</summary>
    public bool Covers(string text) => Sums(text).All(Follows);

    private bool Follows(decimal sum) =>
        _numbers.Contains(sum) || _sums.Contains(sum)
        || _sums.Any(n => _sums.Contains(sum + n) || (sum > n && _sums.Contains(sum - n)))
        || Enumerable.Range(2, MostPieces - 1).Any(pieces => _sums.Contains(sum / pieces));

    private static IEnumerable<decimal> Sums(string text) => Sum().Matches(text).SelectMany(m => Numbers(m.Value));

    private static IEnumerable<decimal> Numbers(string text) => Number().Matches(text).SelectMany(m => Readings(m.Value));

    // '1.299,00' and '1,299.00' are one sum; which of the two signs ends the whole part is told by what follows the last.
    private static IEnumerable<decimal> Readings(string written)
    {
        var last = written.LastIndexOfAny(['.', ',']);
        var whole = last >= 0 && written.Length - last - 1 != 3 ? written[..last] : written;
        var rest = whole.Length < written.Length ? "." + written[(last + 1)..] : "";
        var plain = whole.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + rest;
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? [number] : [];
    }

    [GeneratedRegex(@"[0-9]+([.,][0-9]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"(US\$|\$|€|£|¥|USD|EUR|GBP|CHF) ?[0-9]+([.,][0-9]+)*|[0-9]+([.,][0-9]+)* ?(\$|€|£|¥|(USD|EUR|GBP|CHF|dollars?|euros?|pounds?|bucks)\b)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Sum();
}
