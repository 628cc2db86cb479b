using System.ComponentModel.DataAnnotations;

namespace Reva.Connections.Shopify;

/// <summary>How long and how often a shop is asked (configuration <c>Shopify:…</c>). Checked at start.</summary>
public sealed record ShopifyOptions
{
    /// <summary>Seconds a shopper's question may take in all, retries included; default 6, range 1–30.</summary>
    [Range(1, 30)]
    public double ShopperSeconds { get; init; } = 6;

    /// <summary>Seconds for one try of a shopper's question; default 2.5, range 0.2–15.</summary>
    [Range(0.2, 15)]
    public double ShopperTrySeconds { get; init; } = 2.5;

    /// <summary>Seconds that one page of a sync may take in all, retries and waiting for points included; default 120, range 10–1800.</summary>
    [Range(10, 1800)]
    public double SyncSeconds { get; init; } = 120;

    /// <summary>Seconds for one try of a sync's page; default 15, range 1–120.</summary>
    [Range(1, 120)]
    public double SyncTrySeconds { get; init; } = 15;

    /// <summary>Seconds that one change may take in all, waiting for points included; default 30, range 1–120.</summary>
    [Range(1, 120)]
    public double ChangeSeconds { get; init; } = 30;

    /// <summary>Seconds for the one try of a change, after which nobody knows whether it was made; default 15, range 0.2–60.</summary>
    [Range(0.2, 60)]
    public double ChangeTrySeconds { get; init; } = 15;

    /// <summary>Seconds that the cancelling of an order, which the shop does in the background, is waited for; default 20, range 1–120.</summary>
    [Range(1, 120)]
    public double CancelSeconds { get; init; } = 20;

    /// <summary>Seconds that a look-up waits for a cancelling that may be under way and has lost its job's name; default 5, range 0.1–60.</summary>
    [Range(0.1, 60)]
    public double CancelLookUpSeconds { get; init; } = 5;

    /// <summary>Seconds that a shop is left alone once it keeps failing; default 5, range 0.5–60.</summary>
    [Range(0.5, 60)]
    public double BreakSeconds { get; init; } = 5;

    /// <summary>Products asked for at once; halved by itself when the shop finds the query too dear; default 250, range 1–250; the price grows with its logarithm only.</summary>
    [Range(1, 250)]
    public int ProductsPerPage { get; init; } = 250;

    /// <summary>
    /// Whether the difference after a change of items is the business of another system, such as a back office that knows the customer's
    /// payment methods. The order is then edited and no more: neither refunded nor invoiced.
    /// </summary>
    public bool DifferencesSettledElsewhere { get; init; }
}
