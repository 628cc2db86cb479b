using System.Reflection;

namespace Reva.Connections.Shopify.Admin;

/// <summary>A GraphQL document that lives in a file beside the code that reads its answer.</summary>
/// <param name="Name">The file's name; costs are remembered under it.</param>
internal sealed record ShopifyQuery(string Name, string Text)
{
    /// <summary>The document in <c>{name}.graphql</c>, followed by the fragments it uses.</summary>
    public static ShopifyQuery Load(string name, params string[] fragments) =>
        new(name, string.Join('\n', fragments.Prepend(name).Select(Read)));

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.graphql")
            ?? throw new InvalidOperationException($"The query {name}.graphql is not part of the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
