namespace Reva.Sandbox.Storefront;

/// <summary>The stylesheet and the script of the shop's pages.</summary>
internal static class Assets
{
    public static IResult Show(string name)
    {
        var type = Path.GetExtension(name) switch { ".css" => "text/css", ".js" => "text/javascript", _ => null };
        var file = typeof(Assets).Assembly.GetManifestResourceStream($"Storefront.{name}");
        return type is null || file is null ? Results.NotFound() : Results.Stream(file, $"{type}; charset=utf-8");
    }
}
