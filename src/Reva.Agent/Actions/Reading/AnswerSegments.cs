using Reva.Agent.Understanding.Extraction;
using Reva.Core.Search;

namespace Reva.Agent.Actions.Reading;

/// <summary>Cuts an answer into clauses and reads each with the words that an answer may be made of.</summary>
internal sealed class AnswerSegments
{
    private readonly MessageText _text;
    private readonly string[] _words;
    private readonly IReadOnlyList<OpenProposal> _open;
    private readonly HashSet<string> _titles;

    private AnswerSegments(MessageText text, IReadOnlyList<OpenProposal> open)
    {
        _text = text;
        _open = open;
        _words = [.. Enumerable.Range(0, text.Count).Select(i => AnswerWords.Mend(text[i].Plain))];
        _titles = open.SelectMany(p => p.Titles).SelectMany(TextWords.Stems).ToHashSet(StringComparer.Ordinal);
    }

    public static List<AnswerSegment> Of(MessageText text, IReadOnlyList<OpenProposal> open) => new AnswerSegments(text, open).Cut();

    private List<AnswerSegment> Cut()
    {
        var (segments, from, afterBut) = (new List<AnswerSegment>(), 0, false);
        for (var i = 0; i < _words.Length; i++)
        {
            var joins = _words[i] is "and" or "but";
            if (!joins && !_text[i].EndsClause && i + 1 < _words.Length)
                continue;
            var end = joins ? i : i + 1;
            if (end > from)
                segments.Add(Read(from, end, afterBut));
            // 'Yes, but …' and 'yes but, …' limit what follows alike.
            afterBut = _words[i] == "but" || (end <= from && afterBut);
            from = i + 1;
        }
        // 'Yes but …' and nothing more: the limit was not written yet.
        if (afterBut && from == _words.Length)
            segments.Add(new AnswerSegment { Start = _text[from - 1].Start, AfterBut = true, IsKnown = false });
        return segments;
    }

    private AnswerSegment Read(int from, int end, bool afterBut)
    {
        var segment = new AnswerSegment { Start = _text[from].Start, AfterBut = afterBut, Asks = AsksAfter(end - 1) };
        for (var i = from; i < end && segment.IsKnown;)
        {
            var length = ReadPhrase(segment, i, end);
            if (length == 0)
                length = ReadName(segment, i) ? 1 : 0;
            segment.IsKnown = length > 0;
            i += length;
        }
        return segment;
    }

    private int ReadPhrase(AnswerSegment segment, int from, int end)
    {
        for (var length = Math.Min(AnswerWords.LongestPhrase, end - from); length > 0; length--)
        {
            if (AnswerWords.Find(string.Join(' ', _words, from, length)) is not { } phrase)
                continue;
            segment.Add(phrase);
            return length;
        }
        return 0;
    }

    // A number of an order, a place in the list, or a word of an item's title.
    private bool ReadName(AnswerSegment segment, int i)
    {
        var word = _text[i].Plain;
        if (_open.FirstOrDefault(p => IsNumberOf(p, word)) is { OrderNumber: { } number })
            return segment.Numbers.Add(number) || true;
        if (_text[i].IsInteger && _open.Count > 1 && int.TryParse(word, out var place) && place >= 1 && place <= _open.Count)
        {
            segment.Add(new Phrase(Mark.Place, [], place));
            return true;
        }
        var titles = TextWords.Stems(word).Where(_titles.Contains).ToArray();
        segment.Titles.UnionWith(titles);
        return titles.Length > 0;
    }

    private static bool IsNumberOf(OpenProposal proposal, string word) =>
        proposal.OrderNumber is { } number && string.Equals(number.TrimStart('#').Replace("-", "", StringComparison.Ordinal), word.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private bool AsksAfter(int i)
    {
        var next = i + 1 < _text.Count ? _text[i + 1].Start : _text.Source.Length;
        return _text.Source.AsSpan(_text[i].End, next - _text[i].End).Contains('?');
    }
}
