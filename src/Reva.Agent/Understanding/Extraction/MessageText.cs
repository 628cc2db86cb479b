using System.Globalization;
using System.Text;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>A message cut into words, and what each of them turned out to be.</summary>
internal sealed class MessageText
{
    /// <summary>Words beyond these are not looked at, so that time has a bound.</summary>
    public const int MostWords = 800;

    private readonly List<Token> _tokens = [];
    private readonly Role[] _roles;

    /// <param name="source">The message; what must not be read as words is blanked out.</param>
    public MessageText(string source)
    {
        Source = source;
        Cut();
        _roles = new Role[_tokens.Count];
    }

    /// <summary>The message as given.</summary>
    public string Source { get; }

    /// <summary>How many words there are.</summary>
    public int Count => _tokens.Count;

    /// <summary>A word; an empty one beyond the ends.</summary>
    public Token this[int index] => index >= 0 && index < _tokens.Count ? _tokens[index] : new Token(0, 0, "", '\0', '\0', EndsClause: true);

    /// <summary>What a word turned out to be.</summary>
    public Role RoleOf(int index) => index >= 0 && index < _roles.Length ? _roles[index] : Role.None;

    /// <summary>Whether nothing has claimed a word yet.</summary>
    public bool IsFree(int index) => index >= 0 && index < _roles.Length && _roles[index] == Role.None;

    /// <summary>Claims words.</summary>
    public void Claim(int from, int count, Role role) => _roles.AsSpan(from, Math.Min(count, _roles.Length - from)).Fill(role);

    /// <summary>A word as it was written.</summary>
    public ReadOnlySpan<char> Written(int index) => Source.AsSpan(this[index].Start, this[index].Length);

    /// <summary>Whether the words from <paramref name="index"/> on are these.</summary>
    public bool Reads(int index, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (this[index + i].Plain != words[i] || (i < words.Length - 1 && this[index + i].EndsClause))
                return false;
        }
        return true;
    }

    /// <summary><paramref name="count"/> words joined by spaces; null when a clause ends among them or there are fewer.</summary>
    public string? Phrase(int from, int count)
    {
        if (from + count > Count)
            return null;
        if (count == 1)
            return this[from].Plain;
        for (var i = from; i < from + count - 1; i++)
        {
            if (this[i].EndsClause)
                return null;
        }
        return string.Join(' ', _tokens.GetRange(from, count).Select(t => t.Plain));
    }

    private void Cut()
    {
        for (var i = 0; i < Source.Length && _tokens.Count < MostWords;)
        {
            if (!char.IsLetterOrDigit(Source[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < Source.Length && (char.IsLetterOrDigit(Source[i]) || Joins(i)))
                i++;
            _tokens.Add(new Token(start, i - start, Plain(Source.AsSpan(start, i - start)), Sign(start - 1), Sign(i), EndsClauseAt(i)));
        }
    }

    // '15-inch', '10.5', '1,200' and 'don't' are one word each.
    private bool Joins(int i)
    {
        if (i + 1 >= Source.Length || !char.IsLetterOrDigit(Source[i + 1]))
            return false;
        return Source[i] switch
        {
            '\'' or '’' or '-' or '`' => true,
            '.' or ',' => char.IsAsciiDigit(Source[i - 1]) && char.IsAsciiDigit(Source[i + 1]),
            '/' => char.IsAsciiDigit(Source[i - 1]) && char.IsAsciiDigit(Source[i + 1]),
            _ => char.GetUnicodeCategory(Source[i]) == UnicodeCategory.NonSpacingMark,
        };
    }

    private char Sign(int at) => at >= 0 && at < Source.Length && !char.IsWhiteSpace(Source[at]) ? Source[at] : '\0';

    private bool EndsClauseAt(int i)
    {
        while (i < Source.Length && Source[i] is (' ' or '"' or ')' or '\'' or '’' or '”'))
            i++;
        return i >= Source.Length || Source[i] is ',' or '.' or ';' or ':' or '!' or '?' or '\n' or '\r' or '(' or '–' or '—';
    }

    private static string Plain(ReadOnlySpan<char> word)
    {
        var ascii = true;
        foreach (var c in word)
            ascii &= c < 128 && c != '\'' && c != '`';
        var lower = word.ToString().ToLowerInvariant();
        return ascii ? lower : WithoutMarks(lower);
    }

    private static string WithoutMarks(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in Decomposed(word))
        {
            if (c is not ('\'' or '’' or '`') && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(c);
        }
        return plain.ToString();
    }

    // A lone surrogate cannot be normalized; it is no letter, but it may stand beside one.
    private static string Decomposed(string word) => word.Any(char.IsSurrogate) ? word : word.Normalize(NormalizationForm.FormD);
}
