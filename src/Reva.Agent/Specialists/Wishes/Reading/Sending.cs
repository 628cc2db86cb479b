using System.Text.RegularExpressions;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>Tells 'send it to my office' from 'send it back' and 'send it to the shop'. Pure.</summary>
internal static partial class Sending
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
    private const int FarthestBack = 30;
    private const int FarthestDestination = 45;

    // As far as a destination that begins in time can reach, with what it may be of.
    private const int Farthest = 80;

    /// <summary>Where the words about sending something elsewhere end, up to its destination; null when it goes back, or nowhere.</summary>
    /// <param name="text">The message.</param>
    /// <param name="verbEnd">Where the verb ends in it.</param>
    public static int? End(string text, int verbEnd)
    {
        var rest = text[verbEnd..Math.Min(text.Length, verbEnd + Farthest)];
        var clause = rest.IndexOfAny(['.', ';', '!', '?', '\n']) is >= 0 and var stop ? rest[..stop] : rest;
        if (Back().Match(clause) is { Success: true, Index: <= FarthestBack })
            return null;
        var destination = Destination().Matches(clause).LastOrDefault(d => d.Index <= FarthestDestination && !Shop().IsMatch(clause.AsSpan(d.Index + d.Length)));
        return destination is null ? null : verbEnd + destination.Index + destination.Length;
    }

    [GeneratedRegex(@"\bback\b", Options)]
    private static partial Regex Back();

    [GeneratedRegex(@"\bto (my|a|an|the|another|our|this|that|\d|him|her)\b", Options)]
    private static partial Regex Destination();

    [GeneratedRegex(@"^ (shop|store|warehouse|you)\b", Options)]
    private static partial Regex Shop();
}
