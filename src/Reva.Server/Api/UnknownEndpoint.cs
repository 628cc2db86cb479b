using Microsoft.AspNetCore.Routing.Template;

namespace Reva.Server.Api;

/// <summary>What no endpoint of the API took: says whether the address, the method or the kind of body is wrong.</summary>
internal static class UnknownEndpoint
{
    public static IResult Handle(HttpContext http, EndpointDataSource endpoints)
    {
        var methods = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => Matches(endpoint, http.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (methods.Length == 0)
            return Problems.NoSuchEndpoint();
        if (methods.Contains(http.Request.Method, StringComparer.OrdinalIgnoreCase))
            return Problems.NotJson();
        http.Response.Headers.Allow = string.Join(", ", methods);
        return Problems.OtherMethod();
    }

    private static bool Matches(RouteEndpoint endpoint, PathString path) =>
        endpoint.RoutePattern.RawText is { } pattern && new TemplateMatcher(TemplateParser.Parse(pattern.TrimStart('/')), []).TryMatch(path, []);
}
