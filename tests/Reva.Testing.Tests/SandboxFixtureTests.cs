using System.Net;
using System.Net.Http.Json;
using Reva.Testing.Sandbox;

namespace Reva.Testing.Tests;

public sealed class SandboxFixtureTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task The_demo_shop_answers_whoever_has_its_token()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/api/2026-10/graphql.json")
        {
            Content = JsonContent.Create(new { query = "{ shop { currencyCode } }" }),
        };
        request.Headers.Add("X-Shopify-Access-Token", sandbox.AccessToken);

        using var answer = await sandbox.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("\"currencyCode\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
