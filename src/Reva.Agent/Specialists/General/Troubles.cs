using System.Text.RegularExpressions;

namespace Reva.Agent.Specialists.General;

/// <summary>Turns a complaint into the question that a shop's page may answer: what happens when something is damaged, lost or wrong.</summary>
internal static partial class Troubles
{
    /// <summary>The question; null when the trouble is none of the usual.</summary>
    public static string? QuestionOf(string complaint) =>
        Damaged().IsMatch(complaint) ? "What happens when something arrived damaged or faulty?"
        : Lost().IsMatch(complaint) ? "What happens when a parcel is lost or late?"
        : Wrong().IsMatch(complaint) ? "What happens when you sent the wrong thing?"
        : null;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\b(broken|broke|damaged|torn|ripped|cracked|defective|faulty|smashed|scratched|leak(s|ing|ed)?|doesn'?t work|not working|stopped working|fell apart|hole|stained)\b", Options)]
    private static partial Regex Damaged();

    [GeneratedRegex(@"\b(late|lost|never (came|arrived|got|received)|missing|not (arrived|received|there)|didn'?t (arrive|come|receive|get)|hasn'?t (arrived|come)|stolen|still waiting)\b", Options)]
    private static partial Regex Lost();

    [GeneratedRegex(@"\b(wrong|different|not what i ordered|someone else'?s)\b", Options)]
    private static partial Regex Wrong();
}
