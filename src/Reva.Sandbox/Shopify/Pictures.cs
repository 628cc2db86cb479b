using Microsoft.AspNetCore.StaticFiles;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify;

/// <summary>The pictures of the store folder, at <c>/images/…</c>.</summary>
internal static class Pictures
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/images/{**path}", (string path, StoreHolder store) =>
    {
        var root = Path.Combine(store.Current.Directory, "images") + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(root, path));
        return file.StartsWith(root, StringComparison.Ordinal) && File.Exists(file) && Types.TryGetContentType(file, out var type)
            ? Results.File(file, type, lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero))
            : Results.NotFound();
    });
}
