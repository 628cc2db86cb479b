using System.Text.Json.Nodes;
using Reva.Evaluations.Script;
using Order = Reva.Sandbox.Shopify.Store.Order;

namespace Reva.Evaluations.Checks;

/// <summary>Checks what is told of an order against the store's own order.</summary>
internal static class OrderTold
{
    /// <summary>The words for each state, any of which the answer holds.</summary>
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["not_yet_shipped"] = ["hasn't shipped", "not shipped yet", "still being prepared", "not yet shipped"],
        ["partly_shipped"] = ["part of"],
        ["shipped"] = ["on its way", "on the road", "has shipped", "is bringing", "expect"],
        ["out_for_delivery"] = ["out for delivery", "with the driver"],
        ["delayed"] = ["delayed", "tried to deliver"],
        ["delivered"] = ["delivered"],
        ["cancelled"] = ["cancelled"],
        ["refunded"] = ["refunded"],
    };

    public static void Truly(Order order, string status, Answer answer)
    {
        var shown = answer.Order;
        Assert.True(shown is not null, $"No order was shown: {answer.Text}");
        Assert.Equal(order.Name, (string)shown["number"]!);
        Assert.Equal(order.Total, (decimal)shown["total"]!["amount"]!);
        Assert.Equal(order.LineItems.Select(l => (l.Title, l.Quantity)), shown["items"]!.AsArray().Select(i => ((string)i!["title"]!, (int)i["quantity"]!)));
        Assert.Contains(status, Words.Keys);
        Assert.True(Status(shown) == status || (status == "delayed" && Status(shown) == "delivery_attempted"), $"{order.Name} is {status} and was shown as {Status(shown)}.");
        if ((string?)shown["trackingNumber"] is { } tracking)
            Assert.Contains(order.Fulfillments, f => f.Tracking.Any(t => t.Number == tracking && t.Company == (string?)shown["carrier"]));
    }

    /// <summary>Whether the words say in which state it is.</summary>
    public static void SaysState(string status, Answer answer) =>
        Assert.True(Words[status].Any(w => answer.Text.Contains(w, StringComparison.OrdinalIgnoreCase)), $"Nothing says that the order is {status}: {answer.Text}");

    /// <summary>Whether the words hold a fact of the order.</summary>
    public static void Tells(string fact, Order order, Answer answer)
    {
        var wanted = fact switch
        {
            "number" => [order.Name],
            "items" => order.LineItems.Select(l => l.Title),
            "total" => [order.Total.ToString("N2", System.Globalization.CultureInfo.InvariantCulture)],
            "carrier" => order.Fulfillments.SelectMany(f => f.Tracking).Select(t => t.Company!).Take(1),
            "tracking" => order.Fulfillments.SelectMany(f => f.Tracking).Select(t => t.Number!).Take(1),
            "refund" => [order.Refunded.ToString("N2", System.Globalization.CultureInfo.InvariantCulture)],
            _ => throw new Xunit.Sdk.XunitException($"'{fact}' is no fact of an order."),
        };
        Assert.All(wanted, w => Assert.Contains(w, answer.Text, StringComparison.Ordinal));
    }

    private static string Status(JsonNode shown) => (string)shown["status"]!;
}
