using Reva.Testing.Database;
using Reva.Testing.Sandbox;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Api;

public sealed class RateLimitTests(PostgresFixture postgres, SandboxFixture sandbox) : IClassFixture<PostgresFixture>, IClassFixture<SandboxFixture>
{
    private const string SecondKey = "reva_a_second_key_with_a_limit_of_its_own";

    [Fact]
    public async Task Each_key_has_a_limit_of_its_own_and_guessing_keys_gets_slow()
    {
        var settings = new ServerSettings
        {
            Database = postgres.ConnectionString, SandboxUrl = sandbox.Url, SandboxToken = sandbox.AccessToken,
            More = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Api:RequestsPerMinute"] = "20", ["Api:UnknownKeysPerMinute"] = "5", ["Stores:second:Name"] = "Second", ["ApiKeys:second"] = SecondKey,
                ["Stores:second:Shopify:ShopUrl"] = sandbox.Url, ["Stores:second:Shopify:StorefrontUrl"] = sandbox.Url, ["Stores:second:Shopify:AccessToken"] = sandbox.AccessToken,
            },
        };
        await using var server = await ServerInside.StartAsync(settings);

        var answers = await AllAsync(30, _ => new RestClient(server.Http, settings.ApiKey));
        Assert.Contains(answers, a => a.Status == 200);
        var refused = answers.First(a => a.Status != 200);
        Assert.Equal((429, "rate_limited"), (refused.Status, refused.Code));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(200, (await new RestClient(server.Http, SecondKey).CallAsync("GET", "conversations")).Status);

        // A new key for every guess does not buy a new limit, and who holds a key is not kept out by it.
        var guesses = await AllAsync(12, i => new RestClient(server.Http, $"reva_guess_{i}"));
        Assert.Equal(5, guesses.Count(a => a.Status == 401));
        Assert.All(guesses.Where(a => a.Status != 401), a => Assert.Equal((429, "rate_limited"), (a.Status, a.Code)));
        Assert.NotNull(guesses[^1].Headers.RetryAfter);
        Assert.Equal(200, (await new RestClient(server.Http, SecondKey).CallAsync("GET", "conversations")).Status);
    }

    private static async Task<List<RestAnswer>> AllAsync(int count, Func<int, RestClient> program)
    {
        var answers = new List<RestAnswer>();
        for (var i = 0; i < count; i++)
            answers.Add(await program(i).CallAsync("GET", "conversations"));
        return answers;
    }
}
