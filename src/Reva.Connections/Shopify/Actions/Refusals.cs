using Reva.Agent.Ports;
using Reva.Connections.Shopify.Admin;
using Reva.Core.Actions;

namespace Reva.Connections.Shopify.Actions;

/// <summary>Faults that are a plain no: the shop has looked at the request and did nothing.</summary>
internal static class Refusals
{
    /// <summary>The refusal; null when nobody knows what the shop did.</summary>
    public static ActionOutcome? Of(ShopUnavailableException fault) => fault.InnerException is not ShopifyFault { Code: { } code } ? null : code switch
    {
        "ACCESS_DENIED" => ActionOutcome.Refused(code, "The app has no permission for this in the shop."),
        "BAD_REQUEST" => ActionOutcome.Refused(code, "The shop does not take this request."),
        _ => null,
    };

    /// <summary>What came of it, a plain no included. Throws <see cref="ShopUnavailableException"/> when nobody knows.</summary>
    public static async Task<T> OrRefusalAsync<T>(this Task<T> doing, Func<ActionOutcome, T> refused)
    {
        try
        {
            return await doing;
        }
        catch (ShopUnavailableException fault) when (Of(fault) is not null)
        {
            return refused(Of(fault)!);
        }
    }
}
