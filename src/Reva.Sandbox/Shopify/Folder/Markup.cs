using Markdig;

namespace Reva.Sandbox.Shopify.Folder;

/// <summary>Texts of pages and policies: HTML as it is, Markdown turned into HTML, with lines of their own in front.</summary>
internal static class Markup
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().Build();

    public static string ToHtml(string fileName, string text) =>
        Path.GetExtension(fileName).Equals(".md", StringComparison.OrdinalIgnoreCase) ? Markdown.ToHtml(text, Pipeline) : text;

    /// <summary>Splits <c>key: value</c> lines between two <c>---</c> lines from the text after them.</summary>
    public static (IReadOnlyDictionary<string, string> Head, string Text) Split(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        if (end < 0)
            return (new Dictionary<string, string>(), text);
        var head = text[4..end].Split('\n').Where(l => l.Contains(':', StringComparison.Ordinal)).Select(l => l.Split(':', 2))
            .ToDictionary(l => l[0].Trim(), l => l[1].Trim().Trim('"'));
        return (head, text[(end + 5)..]);
    }
}
