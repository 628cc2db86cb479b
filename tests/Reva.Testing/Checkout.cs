namespace Reva.Testing;

/// <summary>The folder that this test run was built in.</summary>
public static class Checkout
{
    /// <summary>The root of the repository: the nearest folder above the test assembly that holds Reva.sln.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Reva.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Reva.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
