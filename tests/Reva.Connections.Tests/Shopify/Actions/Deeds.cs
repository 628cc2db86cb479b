using Reva.Connections.Tests.Parts;
using Reva.Core.Actions;
using Reva.Core.Customers;
using Reva.Core.Orders;

namespace Reva.Connections.Tests.Shopify.Actions;

/// <summary>One action of every kind, the mutation that does it, and how often the shop says it was done.</summary>
internal static class Deeds
{
    public static readonly PostalAddress NewAddress = new() { Address1 = "5 Oak Street", Address2 = "Flat 2", City = "Paris", Zip = "75001", Country = "France" };

    public static TheoryData<string> All => ["cancel", "address", "more expensive", "cheaper", "return", "exchange", "refund", "discount", "customer", "first address"];

    public static string Mutation(string deed) => deed switch
    {
        "cancel" => "orderCancel(",
        "address" => "orderUpdate(",
        "more expensive" or "cheaper" => "orderEditCommit(",
        "return" or "exchange" => "returnCreate(",
        "refund" => "refundCreate(",
        "discount" => "discountCodeBasicCreate(",
        "customer" => "customerAddressUpdate(",
        _ => "customerAddressCreate(",
    };

    public static async Task<(ShopAction Action, Order? Order)> MakeAsync(string deed, ActingShop shop)
    {
        var open = await shop.OrderAsync("1001");
        var sent = await shop.OrderAsync("1002");
        return deed switch
        {
            "cancel" => (Cancel(open), open),
            "address" => (new ChangeAddress { OrderId = open.Id, OrderNumber = open.Number, Address = NewAddress }, open),
            "more expensive" => (Change(open, new ItemChange(open.Lines[0].Id, 1, ActingShop.Variant(12))), open),
            "cheaper" => (Change(open, new ItemChange(open.Lines[0].Id, 1, null)), open),
            "return" => (Return(sent, new ItemPieces(sent.Lines[0].Id, 2)), sent),
            "exchange" => (Exchange(sent, new ItemSwap(sent.Lines[0].Id, 1, ActingShop.Variant(12))), sent),
            "refund" => (Refund(sent, new ItemPieces(sent.Lines[1].Id, 1)), sent),
            "discount" => (new ApplyDiscount { Grant = "sorry", Percent = 10, Code = "SORRY-1", Until = DateTimeOffset.UtcNow.AddDays(30), CustomerId = "gid://shopify/Customer/501" }, null),
            "customer" => (new UpdateCustomerAddress { CustomerId = "gid://shopify/Customer/501", Address = NewAddress }, null),
            _ => (new UpdateCustomerAddress { CustomerId = "gid://shopify/Customer/505", Address = NewAddress }, null),
        };
    }

    /// <summary>How often it was done, by what the shop holds now.</summary>
    public static async Task<decimal> TimesAsync(string deed, ActingShop shop)
    {
        var open = await shop.OrderAsync("1001");
        var sent = await shop.OrderAsync("1002");
        return deed switch
        {
            "cancel" => open.CancelledAt is null ? 0 : open.Refunded.Amount / 224.48m,
            "address" => open.ShippingAddress!.Address1 == NewAddress.Address1 ? 1 : 0,
            "more expensive" => open.Lines.Where(l => l.VariantId == ActingShop.Variant(12)).Sum(l => l.CurrentQuantity ?? 0),
            "cheaper" => (2 - (open.Lines[0].CurrentQuantity ?? 0) + open.Payments.Count(p => p.Refund)) / 2m,
            "return" or "exchange" => sent.Returns.Length,
            "refund" => sent.Payments.Count(p => p.Refund),
            "discount" => (await shop.AskAsync("""{ codeDiscountNodeByCode(code: "SORRY-1") { id } }""")).GetProperty("codeDiscountNodeByCode").ValueKind == System.Text.Json.JsonValueKind.Null ? 0 : 1,
            "customer" => await AddressesAsync(shop, 501, NewAddress.Address1),
            _ => await AddressesAsync(shop, 505, NewAddress.Address1),
        };
    }

    public static CancelOrder Cancel(Order order) => new() { OrderId = order.Id, OrderNumber = order.Number, Reason = "Bought twice" };

    public static ChangeItems Change(Order order, params ItemChange[] changes) => new() { OrderId = order.Id, OrderNumber = order.Number, Changes = [.. changes] };

    public static ReturnItems Return(Order order, params ItemPieces[] items) => new() { OrderId = order.Id, OrderNumber = order.Number, Items = [.. items], Reason = ReturnReason.SizeTooSmall };

    public static ExchangeItems Exchange(Order order, params ItemSwap[] swaps) => new() { OrderId = order.Id, OrderNumber = order.Number, Swaps = [.. swaps], Reason = ReturnReason.SizeTooSmall };

    public static Refund Refund(Order order, params ItemPieces[] items) => new() { OrderId = order.Id, OrderNumber = order.Number, Items = [.. items], Reason = "Torn" };

    private static async Task<int> AddressesAsync(ActingShop shop, int customer, string street)
    {
        var data = await shop.AskAsync($$"""{ customer(id: "gid://shopify/Customer/{{customer}}") { addressesV2(first: 20) { nodes { address1 } } } }""");
        return data.GetProperty("customer").GetProperty("addressesV2").GetProperty("nodes").EnumerateArray().Count(a => a.GetProperty("address1").GetString() == street);
    }
}
