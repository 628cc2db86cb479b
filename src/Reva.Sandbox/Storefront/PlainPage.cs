namespace Reva.Sandbox.Storefront;

/// <summary>A page of nothing but the snippet, as on a site that has no shop pages.</summary>
internal static class PlainPage
{
    public static IResult Show(Visit visit) => Results.Content(Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A plain page</title><link rel="icon" href="data:,"></head>
        <body><main><h1>A plain page</h1><p>Nothing but the snippet.</p></main>{Layout.Snippet(visit, null)}</body>
        </html>
        """).Text, "text/html; charset=utf-8");
}
