using Reva.Core.Orders;
using Reva.Core.Tests.Policies;

namespace Reva.Core.Tests.Orders;

public sealed class OrderFingerprintTests
{
    private static readonly Order Whole = Given.Delivered() with { Returns = [new("r1", "#1001-R1", "OPEN", [new("1", "kettle thing", 1)], Given.Now)] };

    public static TheoryData<string, Func<Order, Order>> Changes => new()
    {
        { "quantity", o => o with { Lines = [o.Lines[0] with { Quantity = 3 }, o.Lines[1]] } },
        { "current quantity", o => o with { Lines = [o.Lines[0] with { CurrentQuantity = 1 }, o.Lines[1]] } },
        { "unfulfilled", o => o with { Lines = [o.Lines[0] with { Unfulfilled = 1 }, o.Lines[1]] } },
        { "returnable", o => o with { Lines = [o.Lines[0] with { Returnable = 1 }, o.Lines[1]] } },
        { "refundable", o => o with { Lines = [o.Lines[0] with { Refundable = 1 }, o.Lines[1]] } },
        { "variant", o => o with { Lines = [o.Lines[0] with { VariantId = "kettle-b" }, o.Lines[1]] } },
        { "price", o => o with { Lines = [o.Lines[0] with { Price = Given.Usd(50.01m) }, o.Lines[1]] } },
        { "a line less", o => o with { Lines = [o.Lines[0]] } },
        { "a line twice", o => o with { Lines = [.. o.Lines, o.Lines[0]] } },
        { "parcel's status", o => o with { Fulfillments = [o.Fulfillments[0] with { DisplayStatus = "IN_TRANSIT" }] } },
        { "no parcel", o => o with { Fulfillments = [] } },
        { "cancelled", o => o with { CancelledAt = Given.Now } },
        { "total", o => o with { Total = Given.Usd(1) } },
        { "refunded", o => o with { Refunded = Given.Usd(1) } },
        { "received", o => o with { Received = null } },
        { "payment", o => o with { Payments = [o.Payments[0] with { MethodId = "gift" }] } },
        { "address", o => o with { ShippingAddress = Given.Away } },
        { "no address", o => o with { ShippingAddress = null } },
        { "return's status", o => o with { Returns = [o.Returns[0] with { Status = "CLOSED" }] } },
        { "edited", o => o with { Edited = true } },
        { "owner", o => o with { Email = "eve@example.com" } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void An_order_that_changed_is_another(string what, Func<Order, Order> change) =>
        Assert.False(OrderFingerprint.Of(Whole) == OrderFingerprint.Of(change(Whole)), what);

    [Fact]
    public void The_order_of_equal_parts_and_the_look_of_amounts_do_not_matter()
    {
        var same = Whole with { Lines = [.. Whole.Lines.Reverse()], Total = new(Whole.Total.Amount + 0.000m, "USD") };
        Assert.Equal(OrderFingerprint.Of(Whole), OrderFingerprint.Of(same));
    }

    [Fact]
    public void What_moves_without_meaning_does_not_matter() =>
        Assert.Equal(OrderFingerprint.Of(Whole), OrderFingerprint.Of(Whole with { Tags = ["reva:01"], Fulfillments = [Whole.Fulfillments[0] with { EstimatedDeliveryAt = Given.Now }] }));

    [Fact]
    public void It_is_sixty_four_digits() => Assert.Matches("^[0-9a-f]{64}$", OrderFingerprint.Of(Whole));
}
