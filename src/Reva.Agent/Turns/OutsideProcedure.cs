using System.Text.RegularExpressions;

namespace Reva.Agent.Turns;

/// <summary>Wishes that no rule of a shop provides for: a person must decide.</summary>
internal static partial class OutsideProcedure
{
    /// <summary>Whether <paramref name="english"/> asks for an exception or for compensation. A question whether the shop does such things is none.</summary>
    public static bool Asks(string english) => Wish().IsMatch(english);

    [GeneratedRegex(@"\b(make (me )?an exception|an exception (for me|in my case|this (once|time))|bend (the|your) rules|goodwill (gesture|credit|refund)|compensate me|((want|demand|deserve|expect|need|owe me|give me|like) (some |a |any |my )?compensation)|(pay|reimburse) me for (my|the) (time|trouble|loss|damage|inconvenience))\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Wish();
}
