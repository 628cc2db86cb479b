namespace Reva.Sandbox.Tests.Parts;

/// <summary>A test that needs the public data sets; it is skipped, with the reason, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string part)
    {
        if (Find(part) is null)
            Skip = $"The data set {part} is not here: set REVA_SHARED to the directory that holds it, or put it into shared/data beside the repository.";
    }

    /// <summary>The directory of a data set; null when it is not here.</summary>
    public static string? Find(string part)
    {
        if (Environment.GetEnvironmentVariable("REVA_SHARED") is { Length: > 0 } given)
            return new[] { Path.Combine(given, part), Path.Combine(given, "data", part) }.FirstOrDefault(Directory.Exists);
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "shared", "data", part) is var found && Directory.Exists(found))
                return found;
        return null;
    }
}
