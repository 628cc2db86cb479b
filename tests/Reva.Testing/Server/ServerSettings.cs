using System.Globalization;

namespace Reva.Testing.Server;

/// <summary>What a server under test is told; the names are those of docs/contracts.md.</summary>
public sealed record ServerSettings
{
    /// <summary>The store that the server makes at its start.</summary>
    public const string StoreId = "demo";

    /// <summary>Where the store's people get their mail.</summary>
    public const string Mailbox = "team@fernandfell.example";

    /// <summary>An Npgsql connection string.</summary>
    public required string Database { get; init; }

    /// <summary>Where the sandbox listens, without a slash at the end.</summary>
    public required string SandboxUrl { get; init; }

    /// <summary>The token that the sandbox accepts.</summary>
    public required string SandboxToken { get; init; }

    /// <summary>The store's API key.</summary>
    public string ApiKey { get; init; } = "reva_test_key_that_is_long_enough_to_be_one";

    /// <summary>Further settings (<c>Models:Reply:0</c> = <c>main</c>); they win over the ones above.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>All settings, by configuration key, for a server that listens on this port.</summary>
    public IReadOnlyDictionary<string, string> At(int port)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["urls"] = url,
            ["ConnectionStrings:Reva"] = Database,
            ["Demo:StorefrontUrl"] = SandboxUrl,
            ["Widget:Directory"] = Path.Combine(Checkout.Root, "widget", "dist"),
            [$"ApiKeys:{StoreId}"] = ApiKey,
            [$"Stores:{StoreId}:Name"] = "Fern & Fell",
            [$"Stores:{StoreId}:Currency"] = "USD",
            [$"Stores:{StoreId}:Locale"] = "en",
            [$"Stores:{StoreId}:TimeZone"] = "America/New_York",
            [$"Stores:{StoreId}:Shopify:ShopUrl"] = SandboxUrl,
            [$"Stores:{StoreId}:Shopify:StorefrontUrl"] = url,
            [$"Stores:{StoreId}:Shopify:AccessToken"] = SandboxToken,
            [$"Stores:{StoreId}:Support:Mailbox"] = Mailbox,
            // All tests of a server ask about the same few orders: the third would meet a person.
            [$"Stores:{StoreId}:Support:ThirdContactDays"] = "0",
            ["Mail:BaseUrl"] = $"{SandboxUrl}/resend",
            ["Mail:ApiKey"] = Reva.Sandbox.SandboxOptions.DefaultMailKey,
            ["Mail:From"] = "care@fernandfell.example",
        };
        foreach (var (key, value) in More)
        {
            all[key] = value;
        }

        return all;
    }
}
