using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Reva.Server.Security;

namespace Reva.Server.Tests.Security;

public sealed class CustomerTokenTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private readonly Clock _clock = new();

    private CustomerTokens Tokens => new(Key, _clock);

    [Fact]
    public void A_token_names_its_customer_for_an_hour()
    {
        var (token, until) = Tokens.Issue("fern", "Ada@Example.com", "gid://shopify/Customer/1");
        Assert.Equal(new TokenCustomer("fern", "ada@example.com", "gid://shopify/Customer/1", until), Tokens.Read(token, "fern"));
        _clock.Now += CustomerTokens.Life;
        Assert.Null(Tokens.Read(token, "fern"));
    }

    [Fact]
    public void A_token_of_another_store_or_another_key_counts_for_nothing()
    {
        var (token, _) = Tokens.Issue("fern", "ada@example.com", null);
        Assert.Null(Tokens.Read(token, "lantern"));
        Assert.Null(Tokens.Read(token.Replace(".fern.", ".lantern.", StringComparison.Ordinal), "lantern"));
        Assert.Null(new CustomerTokens(RandomNumberGenerator.GetBytes(32), _clock).Read(token, "fern"));
    }

    [Fact]
    public void A_token_with_any_letter_changed_is_none()
    {
        var (token, _) = Tokens.Issue("fern", "ada@example.com", null);
        for (var i = 0; i < token.Length; i++)
            Assert.Null(Tokens.Read(token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..], "fern"));
        Assert.Null(Tokens.Read(token[..^1], "fern"));
        Assert.Null(Tokens.Read("", "fern"));
        Assert.Null(Tokens.Read(null, "fern"));
        Assert.Null(Tokens.Read(new string('.', 1000), "fern"));
    }

    [Fact]
    public void Shopifys_signature_is_held_against_every_parameter_and_the_moment()
    {
        var query = Signed("secret", _clock.Now);
        Assert.True(Fits(query, "secret"));
        Assert.False(Fits(query, "other"));
        Assert.False(Fits(query, ""));
        Assert.False(Fits(With(query, "logged_in_customer_id", "2"), "secret"));
        Assert.False(Fits(With(query, "more", "1"), "secret"));
        Assert.False(Fits(query.Where(q => q.Key != "signature"), "secret"));
        _clock.Now += TimeSpan.FromMinutes(6);
        Assert.False(Fits(query, "secret"));
    }

    private bool Fits(IEnumerable<KeyValuePair<string, StringValues>> query, string secret) => ShopifyProxySignature.Fits(query, secret, _clock.Now);

    private static Dictionary<string, StringValues> With(Dictionary<string, StringValues> query, string name, string value) => new(query, StringComparer.Ordinal) { [name] = value };

    private static Dictionary<string, StringValues> Signed(string secret, DateTimeOffset at)
    {
        Dictionary<string, StringValues> query = new(StringComparer.Ordinal)
        {
            ["shop"] = "fern.myshopify.com", ["logged_in_customer_id"] = "1", ["path_prefix"] = "/apps/reva", ["timestamp"] = at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        var text = $"logged_in_customer_id=1path_prefix=/apps/revashop=fern.myshopify.comtimestamp={query["timestamp"]}";
        query["signature"] = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
        return query;
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
