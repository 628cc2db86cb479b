using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Catalog;
using Reva.Core.Conversations;
using Reva.Core.Orders;

namespace Reva.Grains.Conversations;

/// <summary>The fields of events as docs/contracts.md lists them, written once as JSON.</summary>
internal static class EventData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Message(string messageId, Author author, string text, string? clientMessageId, string? name = null) =>
        Write(new { messageId, author = Lower(author), text, clientMessageId, name });

    public static string Note(string messageId, string text, string? name) => Write(new { messageId, text, name });

    public static string TakenOver(string person) => Write(new { person });

    public static string TurnStarted(string turnId) => Write(new { turnId });

    public static string Step(string turnId, StepCompleted step) =>
        Write(new { turnId, step = Lower(step.Step), ms = Ms(step.Duration), intent = step.Intent?.ToWire() });

    public static string ToolCalled(string turnId, ToolCalled call) => Write(new { turnId, call.CallId, call.Tool, call.Label });

    public static string ToolCompleted(string turnId, ToolCompleted call) => Write(new { turnId, call.CallId, call.Tool, call.Ok, ms = Ms(call.Duration) });

    public static string Products(string turnId, ProductsShown shown) => Write(new { turnId, products = shown.Hits.Select(h => Card(h.Product, h.BestVariant)) });

    public static string Order(string turnId, OrderShown shown, DateTimeOffset now)
    {
        var (order, parcel) = (shown.Order, shown.Order.Foremost(now));
        return Write(new
        {
            turnId,
            order = new
            {
                order.Number,
                status = JsonNamingPolicy.SnakeCaseLower.ConvertName(shown.Standing.ToString()),
                statusText = Agent.Replies.StandingText.Short(shown.Standing),
                placedAt = order.PlacedAt,
                items = order.Lines.Select(l => new { l.Title, variant = l.VariantTitle == "Default Title" ? null : l.VariantTitle, l.Quantity, image = l.ImageUrl }),
                trackingNumber = parcel?.TrackingNumber,
                trackingUrl = parcel?.TrackingUrl,
                carrier = parcel?.Carrier,
                estimatedDelivery = parcel?.DeliveredAt is null ? parcel?.EstimatedDeliveryAt : null,
                deliveredAt = parcel?.DeliveredAt,
                total = shown.WithMoney ? MoneyOf(order.Total) : null,
            },
        });
    }

    public static string Delta(string turnId, TextDelta delta) => Write(new { turnId, delta.Offset, delta.Text });

    public static string Completed(string turnId, string messageId, TextCompleted reply) => Write(new
    {
        turnId,
        messageId,
        reply.Text,
        citations = reply.Citations.Select(c => new { c.N, c.Title, c.Url }),
        usage = new { reply.Usage.InputTokens, reply.Usage.OutputTokens, reply.Usage.CostUsd, reply.Usage.Model },
        quickReplies = reply.QuickReplies.IsDefault ? [] : reply.QuickReplies,
        grounding = Lower(reply.Grounding),
    });

    public static string Escalated(string? turnId, string ticketId, EscalationReason reason, Priority priority, string text) =>
        Write(new { turnId, reason = JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()), priority = Lower(priority), ticketId, text });

    public static string Resolved(string summary) => Write(new { summary });

    public static string Rated(int score, string? comment) => Write(new { score, comment });

    public static string Typing(Author author) => Write(new { author = Lower(author) });

    public static string Error(string turnId, string code, string message) => Write(new { turnId, code, message });

    private static object Card(Product product, Variant best) => new
    {
        product.Id,
        product.Handle,
        product.Title,
        product.Url,
        image = best.ImageUrl ?? product.ImageUrl,
        price = MoneyOf(product.PriceFrom),
        priceTo = product.PriceTo == product.PriceFrom ? null : MoneyOf(product.PriceTo),
        compareAt = best.CompareAtPrice is { } was && was.Amount > best.Price.Amount ? MoneyOf(was) : null,
        product.Available,
        stockText = ProductText.Stock(product),
        options = product.Variants.SelectMany(v => v.Options).GroupBy(o => o.Name).Select(g => new { name = g.Key, values = g.Select(o => o.Value).Distinct() }),
        product.Rating,
    };

    private static object MoneyOf(Money money) => new { money.Amount, money.Currency, text = money.ToText() };

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);

    private static double Ms(TimeSpan time) => Math.Round(time.TotalMilliseconds, 2);

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLower(CultureInfo.InvariantCulture);
}
