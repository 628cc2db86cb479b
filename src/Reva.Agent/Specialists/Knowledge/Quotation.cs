using System.Text;
using System.Text.RegularExpressions;
using Reva.Agent.Replies;

namespace Reva.Agent.Specialists.Knowledge;

/// <summary>What is quoted of a passage: the best sentence, and neighbours that answer too while the answer stays short.</summary>
internal static partial class Quotation
{
    private const int MostWords = 60;
    private const double NearlyAsGood = 0.6;
    // Of a table the row that is meant is enough.
    private const double NearlyAsGoodRow = 0.85;

    /// <summary>The sentences in the page's order, rows of tables with their columns' names.</summary>
    public static string Of(AskedQuestion question, PickedSentence best, IReadOnlyList<PickedSentence> all, string passage)
    {
        var kept = new List<PickedSentence> { best };
        if (all.FirstOrDefault(s => s.Index == best.Index - 1 && s.Paragraph == best.Paragraph) is { } before && LeansOnTheOneBefore().IsMatch(best.Text))
            kept.Add(before);
        // Steps are of use together.
        if (question.AsksHow && PageLines.IsItem(best.Text))
            AddWhile(kept, ListAround(best, all).Except(kept));
        var bound = best.Score * (TableRows.IsRow(best.Text) ? NearlyAsGoodRow : NearlyAsGood);
        AddWhile(kept, all.Where(s => !kept.Contains(s) && Math.Abs(s.Index - best.Index) <= 2 && s.Score >= bound && Belongs(s, best)).OrderByDescending(s => s.Score).Take(2));
        return Joined([.. kept.OrderBy(s => s.Index)], TableRows.HeadsOf(passage));
    }

    // The next paragraph is another matter, unless it says as much; the items of a list are of one kind.
    private static bool Belongs(PickedSentence other, PickedSentence best) =>
        other.Paragraph == best.Paragraph || (PageLines.IsList(other.Text) && PageLines.IsList(best.Text)) || (other.Shared >= best.Shared && !LeansOnTheOneBefore().IsMatch(other.Text));

    private static IEnumerable<PickedSentence> ListAround(PickedSentence item, IReadOnlyList<PickedSentence> all)
    {
        var at = all.TakeWhile(s => s != item).Count();
        var first = at;
        while (first > 0 && PageLines.IsItem(all[first - 1].Text))
            first--;
        return all.Skip(first).TakeWhile(s => PageLines.IsItem(s.Text));
    }

    private static void AddWhile(List<PickedSentence> kept, IEnumerable<PickedSentence> more)
    {
        foreach (var next in more)
        {
            if (kept.Append(next).Sum(s => s.Text.Count(c => c == ' ') + 1) <= MostWords)
                kept.Add(next);
        }
    }

    private static string Joined(IReadOnlyList<PickedSentence> kept, Dictionary<string, string[]> heads)
    {
        var text = new StringBuilder();
        foreach (var sentence in kept)
        {
            if (text.Length > 0)
                text.Append(PageLines.IsList(sentence.Text) ? '\n' : ' ');
            text.Append(PageLines.AsText(sentence.Text, heads.GetValueOrDefault(sentence.Text)));
        }
        return kept.Count == 1 && text[0] == '-' ? text.ToString(2, text.Length - 2) : text.ToString();
    }

    // 'Those with one number can be shortened' says nothing alone.
    [GeneratedRegex(@"^(those|these|they|it|its|this|that|both|each|otherwise|then|he|she|others)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LeansOnTheOneBefore();
}
