using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Reva.Core.Knowledge;

namespace Reva.Grains.Stores.Sync;

/// <summary>Cuts a page into passages: by heading, at most about 1,200 characters each, list items and table rows on lines of their own.</summary>
public static class PagePassages
{
    private const int Longest = 1200;
    private static readonly HtmlParser Parser = new();

    /// <summary>The passages in the page's order; none for a page without text. Never throws for broken markup.</summary>
    public static IEnumerable<Passage> Of(ContentPage page)
    {
        var number = 0;
        foreach (var (heading, text) in Sections(page.Html))
        {
            foreach (var piece in Pieces(text))
                yield return new Passage($"{page.Id}#{++number}", page.Id, page.Title, heading, piece, page.Url, page.Kind);
        }
    }

    private static List<(string Heading, List<string> Lines)> Sections(string html)
    {
        using var document = Parser.ParseDocument(html);
        var sections = new List<(string Heading, List<string> Lines)> { ("", []) };
        foreach (var element in document.Body?.QuerySelectorAll("h1,h2,h3,h4,h5,h6,p,li,tr,blockquote,pre,dt,dd,div,td,th").ToArray() ?? [])
        {
            switch (element.LocalName)
            {
                case ['h', _]:
                    sections.Add((Line(element), []));
                    break;
                case "tr":
                    sections[^1].Lines.Add(string.Join(" | ", element.Children.Select(Line)));
                    break;
                case "li" when element.QuerySelector("p,li") is null:
                    sections[^1].Lines.Add("- " + Line(element));
                    break;
                case "p" when element.ParentElement?.LocalName == "li":
                    sections[^1].Lines.Add("- " + Line(element));
                    break;
                case "td" or "th" or "li":
                    break;
                case "div" when element.QuerySelector("p,div,li,tr,h1,h2,h3,h4,h5,h6") is not null:
                    break;
                case "p" when element.Closest("td,th") is not null:
                    break;
                default:
                    sections[^1].Lines.Add(Line(element));
                    break;
            }
        }
        if (sections is [(_, { Count: 0 })] && document.Body?.TextContent is { } bare)
            sections[0].Lines.AddRange(bare.Split('\n').Select(Folded));
        return sections;
    }

    // A long section is cut into pieces of like length: a crumb at its end would be found for its few words alone.
    private static IEnumerable<string> Pieces(List<string> lines)
    {
        var kept = lines.Where(l => l.Trim('-', ' ', '|').Length > 0).SelectMany(Cut).ToList();
        var count = Math.Max(1, (int)Math.Ceiling(kept.Sum(l => l.Length + 1) / (double)Longest));
        var target = kept.Sum(l => l.Length + 1) / count;
        var piece = new StringBuilder();
        foreach (var line in kept)
        {
            if (piece.Length > 0 && (piece.Length >= target || piece.Length + line.Length > Longest))
            {
                yield return piece.ToString();
                piece.Clear();
            }
            if (piece.Length > 0)
                piece.Append('\n');
            piece.Append(line);
        }
        if (piece.Length > 0)
            yield return piece.ToString();
    }

    private static IEnumerable<string> Cut(string line) => line.Length <= Longest ? [line] : line.Chunk(Longest).Select(part => new string(part));

    private static string Line(IElement element) => Folded(element.TextContent);

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
