using System.Globalization;
using System.Text;

namespace Reva.Sandbox.GraphQL.Syntax;

internal enum TokenKind { Punctuator, Name, Int, Float, String, End }

internal readonly record struct Token(TokenKind Kind, string Text, Location Location);

/// <summary>Cuts a query text into tokens; commas, white space and comments mean nothing.</summary>
internal sealed class Lexer(string text)
{
    private int _at;
    private int _line = 1;
    private int _lineStart;

    public Token Next()
    {
        SkipIgnored();
        var location = new Location(_line, _at - _lineStart + 1);
        if (_at >= text.Length)
            return new Token(TokenKind.End, "", location);
        var c = text[_at];
        if (c == '"')
            return new Token(TokenKind.String, text.AsSpan(_at).StartsWith("\"\"\"") ? BlockString(location) : QuotedString(location), location);
        if (char.IsAsciiLetter(c) || c == '_')
            return new Token(TokenKind.Name, TakeWhile(static x => char.IsAsciiLetterOrDigit(x) || x == '_'), location);
        if (char.IsAsciiDigit(c) || c == '-')
            return Number(location);
        if (text.AsSpan(_at).StartsWith("..."))
        {
            _at += 3;
            return new Token(TokenKind.Punctuator, "...", location);
        }
        if (!"!$&()[]{}:=@|".Contains(c, StringComparison.Ordinal))
            throw Unexpected(location, c);
        _at++;
        return new Token(TokenKind.Punctuator, c.ToString(), location);
    }

    private void SkipIgnored()
    {
        for (; _at < text.Length; _at++)
        {
            if (text[_at] == '\n')
                NewLine();
            else if (text[_at] == '#')
                _at = text.IndexOf('\n', _at) is var end and >= 0 ? end - 1 : text.Length - 1;
            else if (text[_at] is not (' ' or '\t' or '\r' or ',' or '\uFEFF'))
                return;
        }
    }

    private void NewLine()
    {
        _line++;
        _lineStart = _at + 1;
    }

    private string TakeWhile(Func<char, bool> accepts)
    {
        var start = _at;
        while (_at < text.Length && accepts(text[_at]))
            _at++;
        return text[start.._at];
    }

    private Token Number(Location location)
    {
        var number = TakeWhile(static x => char.IsAsciiDigit(x) || x is '-' or '+' or '.' or 'e' or 'E');
        if (long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            return new Token(TokenKind.Int, number, location);
        if (double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return new Token(TokenKind.Float, number, location);
        throw new GraphQLException(new GraphQLError($"syntax error, '{number}' is no number", location));
    }

    private string QuotedString(Location location)
    {
        var value = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] is not ('"' or '\n'); _at++)
            value.Append(text[_at] == '\\' ? Escape(location) : text[_at]);
        if (_at >= text.Length || text[_at] != '"')
            throw new GraphQLException(new GraphQLError("syntax error, a string has no end", location));
        _at++;
        return value.ToString();
    }

    private char Escape(Location location)
    {
        _at++;
        var c = _at < text.Length ? text[_at] : '\0';
        switch (c)
        {
            case 'n': return '\n';
            case 't': return '\t';
            case 'r': return '\r';
            case 'b': return '\b';
            case 'f': return '\f';
            case '"' or '\\' or '/': return c;
            case 'u' when _at + 4 < text.Length && ushort.TryParse(text.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default: throw new GraphQLException(new GraphQLError($"syntax error, unknown escape '\\{c}'", location));
        }
    }

    private string BlockString(Location location)
    {
        var end = _at + 3;
        do
            end = text.IndexOf("\"\"\"", end, StringComparison.Ordinal);
        while (end > 0 && text[end - 1] == '\\' && end++ > 0);
        if (end < 0)
            throw new GraphQLException(new GraphQLError("syntax error, a block string has no end", location));
        var raw = text[(_at + 3)..end].Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal);
        for (; _at < end + 3; _at++)
            if (text[_at] == '\n')
                NewLine();
        return Dedent(raw);
    }

    private static string Dedent(string raw)
    {
        var lines = raw.ReplaceLineEndings("\n").Split('\n').ToList();
        var indent = lines.Skip(1).Where(l => l.AsSpan().TrimStart().Length > 0)
            .Select(l => l.Length - l.AsSpan().TrimStart().Length).DefaultIfEmpty(0).Min();
        lines = [lines[0], .. lines.Skip(1).Select(l => l.Length >= indent ? l[indent..] : "")];
        return string.Join('\n', lines.SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse());
    }

    private static GraphQLException Unexpected(Location location, char c) =>
        new(new GraphQLError($"syntax error, unexpected invalid token (\"{c}\") at [{location.Line}, {location.Column}]", location));
}
