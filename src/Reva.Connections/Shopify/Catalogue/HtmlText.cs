using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Reva.Connections.Shopify.Catalogue;

/// <summary>Turns markup into plain text: blocks become lines, entities characters, and what is not read (scripts, styles, comments) goes.</summary>
internal static class HtmlText
{
    private static readonly HtmlParser Parser = new();

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "noscript", "head", "iframe", "object", "embed", "svg", "canvas", "video", "audio", "select", "textarea",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    };

    /// <summary>The text of <paramref name="html"/>; empty for null or nothing readable. Never throws for broken markup.</summary>
    public static string ToPlainText(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
            return "";
        using var document = Parser.ParseDocument(html);
        var text = new LineWriter();
        Write(document.Body, text);
        return text.ToString();
    }

    // Walks without recursion: markup nested a hundred thousand deep must not take the process down.
    private static void Write(INode? root, LineWriter text)
    {
        for (var node = root; node is not null; node = Next(node, root!, text))
        {
            if (node is IText words)
                text.Words(words.Data);
            else if (node is IElement element)
                Open(element, text);
        }
    }

    private static INode? Next(INode node, INode root, LineWriter text)
    {
        if (node.FirstChild is { } child && !(node is IElement element && Unread.Contains(element.LocalName)))
            return child;
        for (var current = node; current is not null && current != root; current = current.Parent)
        {
            Close(current, text);
            if (current.NextSibling is { } sibling)
                return sibling;
        }
        return null;
    }

    private static void Open(IElement element, LineWriter text)
    {
        if (element.LocalName == "br" || Blocks.Contains(element.LocalName))
            text.EndLine();
        else if (element.LocalName is "td" or "th")
            text.Words(" ");
    }

    private static void Close(INode node, LineWriter text)
    {
        if (node is IElement element && Blocks.Contains(element.LocalName))
            text.EndLine();
    }

    /// <summary>Joins words by single spaces into lines, and leaves empty lines out.</summary>
    private sealed class LineWriter
    {
        private readonly StringBuilder _text = new();
        private bool _space;
        private bool _line;

        public void Words(string words)
        {
            foreach (var letter in words)
            {
                if (char.IsWhiteSpace(letter) || char.IsControl(letter))
                    _space = true;
                else
                    Append(letter);
            }
        }

        public void EndLine() => _line = true;

        public override string ToString() => _text.ToString();

        private void Append(char letter)
        {
            if (_text.Length > 0 && (_line || _space))
                _text.Append(_line ? '\n' : ' ');
            (_line, _space) = (false, false);
            _text.Append(letter);
        }
    }
}
