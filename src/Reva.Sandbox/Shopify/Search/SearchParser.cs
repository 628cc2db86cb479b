using System.Text;

namespace Reva.Sandbox.Shopify.Search;

/// <summary>Reads the search syntax; what cannot be read is searched for as it stands, as Shopify does.</summary>
internal sealed class SearchParser(string text)
{
    // Deeper brackets are read as text, so that no search can overflow the stack.
    private const int DeepestNesting = 40;

    private int _at;
    private int _depth;

    public SearchQuery Query()
    {
        var parts = new List<SearchQuery>();
        while (_at < text.Length)
        {
            parts.Add(Or());
            // A bracket that nothing opened.
            if (_at < text.Length && text[_at] == ')')
                _at++;
            SkipBlanks();
        }
        return new SearchQuery.All(parts);
    }

    private SearchQuery Or()
    {
        var parts = new List<SearchQuery> { And() };
        while (Word("OR"))
            parts.Add(And());
        return parts.Count == 1 ? parts[0] : new SearchQuery.Any(parts);
    }

    private SearchQuery.All And()
    {
        var parts = new List<SearchQuery>();
        for (SkipBlanks(); _at < text.Length && text[_at] != ')' && !Ahead("OR"); SkipBlanks())
            if (!Word("AND"))
                parts.Add(Single());
        return new SearchQuery.All(parts);
    }

    private SearchQuery Single()
    {
        if (_depth == DeepestNesting)
            return new SearchQuery.Term(Term());
        _depth++;
        var single = Nested();
        _depth--;
        return single;
    }

    private SearchQuery Nested()
    {
        if (Word("NOT") || Take('-'))
        {
            SkipBlanks();
            return _at < text.Length && text[_at] != ')' ? new SearchQuery.Not(Single()) : new SearchQuery.All([]);
        }
        if (!Take('('))
            return new SearchQuery.Term(Term());
        var inner = Or();
        Take(')');
        return inner;
    }

    private SearchTerm Term()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' or '.'))
            _at++;
        if (_at == start || !Take(':'))
        {
            _at = start;
            return new SearchTerm(null, ":", Value());
        }
        var field = text[start..(_at - 1)].ToLowerInvariant();
        return new SearchTerm(field, Operator(), Value());
    }

    private string Operator()
    {
        foreach (var sign in (string[])[">=", "<=", ">", "<", "="])
            if (text.AsSpan(_at).StartsWith(sign))
            {
                _at += sign.Length;
                return sign == "=" ? ":" : sign;
            }
        return ":";
    }

    private string Value()
    {
        if (_at < text.Length && text[_at] is '\'' or '"')
            return Quoted(text[_at++]);
        var start = _at;
        // At least one character, so that the reading always goes on.
        for (_at += _at < text.Length ? 1 : 0; _at < text.Length && text[_at] is not (' ' or '\t' or '\n' or ')'); _at++)
        {
        }
        return text[start.._at].Replace("\\", "", StringComparison.Ordinal);
    }

    private string Quoted(char quote)
    {
        var value = new StringBuilder();
        for (; _at < text.Length && text[_at] != quote; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
                _at++;
            value.Append(text[_at]);
        }
        Take(quote);
        return value.ToString();
    }

    private bool Ahead(string word) =>
        text.AsSpan(_at).StartsWith(word) && (_at + word.Length == text.Length || text[_at + word.Length] is ' ' or '(');

    private bool Word(string word)
    {
        SkipBlanks();
        if (!Ahead(word))
            return false;
        _at += word.Length;
        return true;
    }

    private bool Take(char c)
    {
        if (_at >= text.Length || text[_at] != c)
            return false;
        _at++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }
}
