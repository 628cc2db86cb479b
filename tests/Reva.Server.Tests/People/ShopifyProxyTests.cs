using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Reva.Testing.Hub;
using Reva.Testing.Server;

namespace Reva.Server.Tests.People;

/// <summary>The sign-in that Shopify's app proxy passes on, over HTTP.</summary>
public sealed class ShopifyProxyTests(MailHouse house) : IClassFixture<MailHouse>
{
    private const string Shop = "fern-and-fell.myshopify.com";
    private const string Secret = "shpss_of_the_app";

    [Fact]
    public async Task Who_is_signed_in_on_the_shops_own_pages_gets_the_token_that_opens_their_orders()
    {
        var (_, email) = await house.OrderAsync("shipped");
        await using var server = await StartAsync();

        var token = await TokenAsync(server, Signed(await house.CustomerNumberAsync(email)));
        await using var line = await HubLine.OpenAsync(server.Url);
        var started = (await line.CallAsync("Start", new { storeId = "demo", customerToken = token }))!;
        var conversation = (string)started["conversationId"]!;
        await line.CallAsync("Send", new { conversationId = conversation, clientMessageId = "1", text = "where are my orders?" });
        var seen = (await new RestClient(server.Http, house.Settings().ApiKey).CallAsync("GET", $"conversations/{conversation}")).Taken;

        Assert.Equal(email, (string?)seen["customer_email"]);
    }

    [Fact]
    public async Task Nobody_signed_in_is_nobody()
    {
        await using var server = await StartAsync();
        Assert.Null(await TokenAsync(server, Signed("")));
        Assert.Null(await TokenAsync(server, Signed("99999999")));
    }

    [Theory]
    [InlineData("logged_in_customer_id=1", "logged_in_customer_id=2")]
    [InlineData("shop=fern-and-fell", "shop=another-shop")]
    [InlineData("path_prefix=", "path_prefix=x")]
    [InlineData("&signature=", "&signature=0")]
    public async Task What_Shopify_did_not_sign_is_refused(string signed, string sent)
    {
        await using var server = await StartAsync();
        using var answer = await server.Http.GetAsync(new Uri("/shopify/proxy/token?" + Signed("1").Replace(signed, sent, StringComparison.Ordinal), UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private Task<ServerInside> StartAsync() => ServerInside.StartAsync(house.Settings(("Stores:demo:Shopify:ApiSecret", Secret), ("Stores:demo:Shopify:Domain", Shop)));

    private static async Task<string?> TokenAsync(ServerInside server, string query)
    {
        using var answer = await server.Http.GetAsync(new Uri("/shopify/proxy/token?" + query, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        Assert.True(answer.Headers.CacheControl?.NoStore);
        return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["token"];
    }

    private static string Signed(string customer)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string[] parameters = [$"logged_in_customer_id={customer}", "path_prefix=/apps/reva", $"shop={Shop}", $"timestamp={now}"];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(string.Concat(parameters))));
        return $"{string.Join('&', parameters)}&signature={signature}";
    }
}
