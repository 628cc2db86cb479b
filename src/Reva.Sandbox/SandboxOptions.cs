using Reva.Sandbox.Shopify.Throttle;

namespace Reva.Sandbox;

/// <summary>How a sandbox is started.</summary>
public sealed record SandboxOptions
{
    /// <summary>Where to listen; the default takes a free port of this machine.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>The store folder; null serves the built-in demo store.</summary>
    public string? StoreDirectory { get; init; }

    /// <summary>Where the base date of relative dates is kept; null keeps nothing.</summary>
    public string? StateDirectory { get; init; }

    /// <summary>Where shoppers see the shop's pages; null takes the address of each request.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Accepted values of <c>X-Shopify-Access-Token</c>; each has a cost bucket of its own.</summary>
    public IReadOnlyCollection<string> AccessTokens { get; init; } = [DefaultAccessToken];

    /// <summary>Accepted keys of the mail service.</summary>
    public IReadOnlyCollection<string> MailKeys { get; init; } = [DefaultMailKey];

    /// <summary>Query points per access token.</summary>
    public CostLimits CostLimits { get; init; } = new();

    /// <summary>How long the shop takes over work that ends later, such as a cancellation; 50 ms unless told, 0 or more.</summary>
    public TimeSpan JobDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The clock of cost buckets, faults and relative dates.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The key of a sandbox's mail service that was told no other.</summary>
    public const string DefaultMailKey = "re_sandbox";

    /// <summary>The access token of a sandbox that was told no other.</summary>
    public const string DefaultAccessToken = "shpat_sandbox";
}
