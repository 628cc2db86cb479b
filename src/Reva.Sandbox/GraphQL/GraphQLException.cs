namespace Reva.Sandbox.GraphQL;

/// <summary>A place in a query text, both counted from 1.</summary>
internal readonly record struct Location(int Line, int Column);

/// <summary>An error that the client sees in <c>errors</c>; <paramref name="Extensions"/> carries the code.</summary>
internal sealed record GraphQLError(
    string Message,
    Location? Location = null,
    IReadOnlyList<object>? Path = null,
    IReadOnlyDictionary<string, object?>? Extensions = null)
{
    public static GraphQLError Coded(string code, string message, Location? location, params (string Key, object? Value)[] more)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        foreach (var (key, value) in more)
            extensions[key] = value;
        return new GraphQLError(message, location, Extensions: extensions);
    }
}

/// <summary>Ends the work on a document, or on one field while executing.</summary>
internal sealed class GraphQLException(GraphQLError error) : Exception(error.Message)
{
    public GraphQLError Error { get; } = error;
}
