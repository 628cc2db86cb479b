namespace Reva.Testing.Data;

/// <summary>
/// Public data sets that some tests run against and that the repository does not hold: the folder that REVA_SHARED
/// names, else <c>shared</c> beside the repository. It is expected to hold a folder <c>data</c>.
/// </summary>
public static class SharedData
{
    /// <summary>The folder of data sets, or null where there is none.</summary>
    public static string? Root { get; } = FindRoot();

    /// <summary>A file or folder of a data set; throws where it is absent (guard the test with <see cref="SharedDataFactAttribute"/>).</summary>
    public static string Find(string name) =>
        TryFind(name) ?? throw new InvalidOperationException(WhyAbsent(name));

    internal static string? TryFind(string name)
    {
        var path = Root is null ? null : Path.Combine(Root, name);
        return path is not null && Path.Exists(path) ? path : null;
    }

    internal static string WhyAbsent(string name) =>
        $"The data set '{name}' is not on this machine: put it in ../shared/data beside the checkout, or set REVA_SHARED.";

    private static string? FindRoot()
    {
        var given = Environment.GetEnvironmentVariable("REVA_SHARED");
        var shared = given is { Length: > 0 } ? given : Path.Combine(Checkout.Root, "..", "shared");
        var data = Path.GetFullPath(Path.Combine(shared, "data"));
        return Directory.Exists(data) ? data : null;
    }
}
