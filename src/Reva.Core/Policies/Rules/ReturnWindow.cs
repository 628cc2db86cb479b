using System.Globalization;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Core.Policies.Rules;

/// <summary>Things come back, and money for them goes back, within the merchant's days after delivery.</summary>
internal static class ReturnWindow
{
    private const string RuleName = "return_window";

    public static IEnumerable<Finding> Of(PolicyRequest request)
    {
        if (request.Order is not { } order || Reason(request.Action) is not { } reason)
            yield break;
        // Until something has arrived there is nothing to count from; what is not there yet is another rule's.
        if (Delivery.IsAllAwaited(order) || (request.Action is Refund && IsAwaited(request, order)))
            yield break;
        var (arrived, certain) = Delivery.Arrived(order);
        var last = Day(arrived, request).AddDays(request.Policies.ReturnWindowDays);
        if (Day(request.Now, request) <= last)
            yield break;
        yield return reason.IsFault() || !certain
            ? Finding.Approve(RuleName, "It's been a while since delivery, so someone from the shop takes a look first.")
            : Finding.Deny(RuleName, $"It was delivered on {Text(arrived, request)} and returns are open for {Days(request.Policies.ReturnWindowDays)}.");
    }

    /// <summary>Why something comes back or is paid back; null for other actions.</summary>
    public static ReturnReason? Reason(ShopAction action) => action switch
    {
        ReturnItems back => back.Reason,
        ExchangeItems exchange => exchange.Reason,
        Refund refund => refund.Cause,
        _ => null,
    };

    private static bool IsAwaited(PolicyRequest request, Order order) =>
        order.Fulfillments.Any(Delivery.IsUnderWay) || NamedPieces.PerLine(request).Any(p => p.Line.Unfulfilled > 0);

    private static string Days(int days) => days == 1 ? "one day" : $"{days} days";

    private static DateOnly Day(DateTimeOffset at, PolicyRequest request) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, request.TimeZone).DateTime);

    private static string Text(DateTimeOffset at, PolicyRequest request) =>
        Day(at, request).ToString(Day(at, request).Year == Day(request.Now, request).Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture);
}
