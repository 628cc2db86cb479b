using System.Net;

namespace Reva.Server.Demo;

/// <summary>Passes GETs that nothing else answers to the demo shop's pages, so that shop and widget stand on one address. Off unless <c>Demo:StorefrontUrl</c> is set.</summary>
internal static class DemoShop
{
    public static void MapDemoShop(this WebApplication app)
    {
        if (app.Configuration["Demo:StorefrontUrl"] is not { Length: > 0 } address)
            return;
        var shop = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri(address.TrimEnd('/') + "/"),
            Timeout = TimeSpan.FromSeconds(10),
        };
        app.Lifetime.ApplicationStopped.Register(shop.Dispose);
        app.MapFallback("{**path}", http => PassAsync(shop, http)).ExcludeFromDescription();
    }

    private static async Task PassAsync(HttpClient shop, HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        try
        {
            using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), (http.Request.Path + http.Request.QueryString.ToString()).TrimStart('/'));
            request.Headers.Add("X-Forwarded-Host", http.Request.Host.Value);
            using var response = await shop.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
            http.Response.StatusCode = (int)response.StatusCode;
            http.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            if (response.Headers.Location is { } location)
                http.Response.Headers.Location = location.ToString();
            await response.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
        catch (HttpRequestException)
        {
            http.Response.StatusCode = StatusCodes.Status502BadGateway;
            await http.Response.WriteAsync("The demo shop does not answer. Is the sandbox running?", http.RequestAborted);
        }
    }
}
