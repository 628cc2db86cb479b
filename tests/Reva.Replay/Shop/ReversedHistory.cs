using System.Collections.Immutable;
using System.Globalization;
using Reva.Agent.Ports;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Replay.Shop;

/// <summary>
/// A quirk of this back office: cancelling an order reverses every entry of its payment history, also those whose money has gone back already when the
/// payment method was changed. The platform pays back what is left and no more, and no more is quoted to the customer; the rest is the back office's
/// own credit, booked beside it under the same action.
/// </summary>
internal sealed class ReversedHistory(BackOfficeClient office)
{
    /// <summary>Cancels, with the credits that stand before and after the platform's refund in the history.</summary>
    public async Task<ActionOutcome> AroundAsync(string orderNumber, ActionCall call, Func<Task<ActionOutcome>> cancel, CancellationToken cancellationToken)
    {
        var entries = call.Before?.Payments ?? [];
        var refunded = entries.LastOrDefault(p => !p.Refund);
        if (entries.Length < 2 || refunded is null)
            return await cancel();
        var at = entries.IndexOf(refunded);
        await CreditAsync(orderNumber, call, entries, 0, at, cancellationToken);
        var outcome = await cancel();
        if (outcome.Result == ActionResult.Done)
            await CreditAsync(orderNumber, call, entries, at + 1, entries.Length, cancellationToken);
        return outcome;
    }

    private async Task CreditAsync(string orderNumber, ActionCall call, ImmutableArray<Payment> entries, int from, int to, CancellationToken cancellationToken)
    {
        for (var i = from; i < to; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{call.ActionId}:{i}");
            var refusal = await office.SettleAsync(orderNumber, new(key, "credit", entries[i].MethodId ?? "", entries[i].Amount.Amount), cancellationToken);
            if (refusal is not null)
                throw new InvalidOperationException($"The back office could not reverse the history of {orderNumber}: {refusal.Message}");
        }
    }
}
