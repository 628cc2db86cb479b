namespace Reva.Sandbox.Shopify.Folder;

/// <summary>A store folder that cannot be served: which file, where in it, what is wrong, what to do.</summary>
/// <param name="file">The file, relative to the folder.</param>
/// <param name="place">Where in the file, e.g. <c>[3].variants[0].price</c>; empty when the whole file is meant.</param>
/// <param name="problem">What is wrong, as a sentence.</param>
public sealed class StoreFolderException(string file, string place, string problem)
    : Exception($"{file}{(place.Length > 0 ? " at " + place : "")}: {problem} (docs/sandbox-store.md describes the format.)")
{
    /// <summary>The file, relative to the folder.</summary>
    public string File { get; } = file;

    /// <summary>Where in the file; empty when the whole file is meant.</summary>
    public string Place { get; } = place;
}
