using System.Collections.Immutable;
using Reva.Core.Catalog;

namespace Reva.Core.Stores;

/// <summary>What the agent must know of the shop it speaks for.</summary>
public sealed record StoreProfile
{
    /// <summary>The store's id, e.g. <c>demo</c>: letters, digits and dashes.</summary>
    public required string Id { get; init; }
    /// <summary>The name the shop goes by.</summary>
    public required string Name { get; init; }
    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "USD";
    /// <summary>BCP 47, e.g. <c>en-US</c>.</summary>
    public string Locale { get; init; } = "en-US";
    /// <summary>IANA time zone.</summary>
    public string TimeZone { get; init; } = "UTC";
    /// <summary>Where a shopper reaches people, if the shop says so.</summary>
    public string? ContactEmail { get; init; }
    /// <summary>How people answer, e.g. <c>within one business day</c>; used when a conversation is escalated.</summary>
    public string ReplyPromise { get; init; } = "within one business day";
    /// <summary>How people are brought in, and when they are there.</summary>
    public SupportSettings Support { get; init; } = new();
    /// <summary>Brand voice for model replies, in words; empty for the default.</summary>
    public string Voice { get; init; } = "";
    /// <summary>Accent colour of the widget, <c>#rrggbb</c>.</summary>
    public string Accent { get; init; } = "#2f5d50";
    /// <summary>Weights of the product ranking.</summary>
    public RankingWeights Ranking { get; init; } = new();
    /// <summary>Questions the widget offers at the start.</summary>
    public ImmutableArray<string> Suggestions { get; init; } = [];
}
