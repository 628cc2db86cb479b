namespace Reva.Core.Stores;

/// <summary>How a store's people are brought in, and when they are there.</summary>
public sealed record SupportSettings
{
    /// <summary>Where the store's people read what is passed to them; null for the store's contact address.</summary>
    public string? Mailbox { get; init; }
    /// <summary>An order of this total or more, in the store's currency, brings a person in when the shopper wants it changed; default 500, 0 = never.</summary>
    public decimal HighValue { get; init; } = 500m;
    /// <summary>Below this the agent does not trust what it understood, 0–1; default 0.35, 0 = always trusts.</summary>
    public double LowConfidence { get; init; } = 0.35;
    /// <summary>Days within which a third conversation about the same matter brings a person in; default 14, 0 = never.</summary>
    public int ThirdContactDays { get; init; } = 14;
    /// <summary>How people answer while they are there, e.g. <c>within the hour</c>; used only with <see cref="Hours"/>.</summary>
    public string OpenPromise { get; init; } = "within the hour";
    /// <summary>When people are there; null when the store does not say.</summary>
    public BusinessHours? Hours { get; init; }
}
