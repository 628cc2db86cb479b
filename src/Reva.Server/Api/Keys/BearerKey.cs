namespace Reva.Server.Api.Keys;

/// <summary>Reads the key of a request.</summary>
internal static class BearerKey
{
    private const int Longest = 200;

    /// <summary>The key; null when there is none of a possible form.</summary>
    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && header[7..].Trim() is { Length: > 0 and <= Longest } key ? key : null;
    }
}
