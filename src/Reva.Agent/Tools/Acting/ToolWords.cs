using Reva.Core.Actions;

namespace Reva.Agent.Tools.Acting;

/// <summary>Reasons and ways of refund by their names in tools.</summary>
internal static class ToolWords
{
    public static ReturnReason ReasonOf(string? name) =>
        Enum.TryParse<ReturnReason>((name ?? "").Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var reason) && Enum.IsDefined(reason) ? reason : ReturnReason.Other;

    /// <summary><c>original</c>, <c>store_credit</c>, or the id of a payment method.</summary>
    public static RefundTarget Target(string? name) => name?.Trim() switch
    {
        null or "" or "original" => RefundTarget.Original,
        "store_credit" => RefundTarget.StoreCredit,
        { } method => new RefundTarget(RefundRoute.PaymentMethod, method),
    };
}
