using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.Json;
using Reva.Agent.Ports;
using Reva.Core;
using Reva.Core.Customers;

namespace Reva.Replay.Shop;

/// <summary>The part of the back office that Shopify's API does not reach: payment methods and money moved between them.</summary>
internal sealed class BackOfficeClient(HttpClient http)
{
    private const string Currency = "USD";

    /// <summary>The customer's payment methods with their balances.</summary>
    public async Task<ImmutableArray<PaymentMethod>> MethodsAsync(string email, CancellationToken cancellationToken)
    {
        if (email.Length == 0)
            return [];
        using var answer = await SendAsync(() => http.GetAsync(new Uri($"_control/customers/{Uri.EscapeDataString(email)}/payment-methods", UriKind.Relative), cancellationToken));
        if (!answer.IsSuccessStatusCode)
            return [];
        var methods = await answer.Content.ReadFromJsonAsync<MethodRow[]>(cancellationToken);
        return [.. methods!.Select(Method)];
    }

    /// <summary>What was settled for the order under the key; null when nothing was.</summary>
    public async Task<SettlementRow?> FindAsync(string orderNumber, string key, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(() => http.GetAsync(Order(orderNumber), cancellationToken));
        if (!answer.IsSuccessStatusCode)
            return null;
        var order = await answer.Content.ReadFromJsonAsync<SettledOrder>(cancellationToken);
        return order!.Settlements.FirstOrDefault(s => s.IdempotencyKey == key);
    }

    /// <summary>Settles once for its key; answers why not when the back office refuses.</summary>
    public async Task<SettlementRefusal?> SettleAsync(string orderNumber, Settlement settlement, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(() => http.PostAsJsonAsync(new Uri($"{Order(orderNumber)}/settlements", UriKind.Relative), settlement, cancellationToken));
        return answer.IsSuccessStatusCode ? null : await answer.Content.ReadFromJsonAsync<SettlementRefusal>(cancellationToken);
    }

    private static Uri Order(string number) => new($"_control/orders/{Uri.EscapeDataString(number.TrimStart('#'))}", UriKind.Relative);

    private static async Task<HttpResponseMessage> SendAsync(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            return await send();
        }
        catch (HttpRequestException lost)
        {
            throw new ShopUnavailableException("The back office does not answer.", lost);
        }
    }

    private static PaymentMethod Method(MethodRow row) => row.Kind switch
    {
        "GIFT_CARD" => new(row.Id, PaymentMethodKind.GiftCard, $"gift card {Tail(row.Id)}", new Money(row.Balance ?? 0, Currency)),
        "CREDIT_CARD" => new(row.Id, PaymentMethodKind.Card, $"{row.Brand ?? "card"} ending {row.LastDigits}", null),
        "PAYPAL" => new(row.Id, PaymentMethodKind.PayPal, $"PayPal {Tail(row.Id)}", null),
        _ => new(row.Id, PaymentMethodKind.Other, row.Id, null),
    };

    private static string Tail(string id) => id[(id.LastIndexOf('_') + 1)..];

    private sealed record MethodRow(string Id, string Kind, string? Brand, string? LastDigits, decimal? Balance);

    private sealed record SettledOrder(SettlementRow[] Settlements);
}

/// <summary>Money to be moved, or noted to be moved later.</summary>
/// <param name="IdempotencyKey">The action's id, with the step where it has several.</param>
/// <param name="Kind"><c>charge</c>, <c>refund</c>, <c>planned_charge</c>, <c>planned_refund</c>, <c>change_method</c> or <c>credit</c>.</param>
/// <param name="PaymentMethodId">From or to which.</param>
/// <param name="Amount">0 or more; null for a change of the method.</param>
internal sealed record Settlement(string IdempotencyKey, string Kind, string PaymentMethodId, decimal? Amount);

/// <summary>A settlement as the back office keeps it.</summary>
internal sealed record SettlementRow(string IdempotencyKey, string Kind, string PaymentMethodId, decimal Amount);

/// <summary>Why the back office did not settle.</summary>
internal sealed record SettlementRefusal(string Code, string Message);
