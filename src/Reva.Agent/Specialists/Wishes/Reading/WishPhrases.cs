using System.Text.RegularExpressions;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>The phrases by which wishes of one kind begin.</summary>
/// <param name="Phrase">One phrase, or the beginning of one.</param>
/// <param name="End">Where a phrase ends, as an offset into the text; null when it is none after all.</param>
internal sealed record WishPhrases(Regex Phrase, Func<string, Match, int?> End)
{
    public WishPhrases(Regex phrase)
        : this(phrase, (_, found) => found.Index + found.Length)
    {
    }

    /// <summary>The phrases of a text from left to right, none over another.</summary>
    public IEnumerable<(int At, int End)> In(string text)
    {
        for (var found = Phrase.Match(text); found.Success;)
        {
            var end = End(text, found);
            if (end is { } known)
                yield return (found.Index, known);
            // What is no phrase hides none that begins within it.
            found = Phrase.Match(text, end ?? found.Index + 1);
        }
    }
}
