namespace Reva.Core.Knowledge;

/// <summary>A passage of one of the shop's own pages, small enough to quote.</summary>
/// <param name="Id">Unique in the store and stable while the text is unchanged.</param>
/// <param name="SourceId">The page or policy it belongs to.</param>
/// <param name="Title">The page's title.</param>
/// <param name="Heading">The heading it stands under; empty at the top of a page.</param>
/// <param name="Text">Plain text, at most about 1,200 characters; table rows and list items on lines of their own.</param>
/// <param name="Url">Absolute address of the page.</param>
/// <param name="Kind"><c>policy</c> or <c>page</c>.</param>
public sealed record Passage(string Id, string SourceId, string Title, string Heading, string Text, string Url, string Kind);

/// <summary>A passage and how well it answers, 0–1. Below about 0.35 it does not answer the question.</summary>
public sealed record PassageHit(Passage Passage, double Score);
