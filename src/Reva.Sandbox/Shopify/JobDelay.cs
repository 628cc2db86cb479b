namespace Reva.Sandbox.Shopify;

/// <summary>How long work takes that ends later; it can be changed while the sandbox runs.</summary>
internal sealed class JobDelay
{
    public TimeSpan Value { get; set; }
}
