using Reva.Agent.Specialists.OrderStatus;
using Reva.Agent.Tests.Understanding;
using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Catalog;
using Reva.Core.Orders;
using Reva.Core.Stores;

namespace Reva.Agent.Tests.Specialists;

public class StatusReplyTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_delivered_part_is_not_said_to_be_on_its_way()
    {
        var text = StatusReply.Of(PartlyShipped(new Fulfillment { DisplayStatus = "DELIVERED", CreatedAt = Now.AddDays(-5), DeliveredAt = Now.AddDays(-2), Carrier = "FedEx" }), Turn()).Text;
        Assert.Contains("was delivered", text);
        Assert.Contains("Still to be shipped", text);
        Assert.DoesNotContain("on its way", text);
        Assert.DoesNotContain("has it", text);
    }

    [Fact]
    public void A_part_on_the_road_is_said_to_be_on_its_way() =>
        Assert.Contains("on its way", StatusReply.Of(PartlyShipped(new Fulfillment { DisplayStatus = "IN_TRANSIT", CreatedAt = Now.AddDays(-1) }), Turn()).Text);

    private static Order PartlyShipped(Fulfillment parcel) => new()
    {
        Id = "o1", Number = "#1001", Email = "ada@example.com", PlacedAt = Now.AddDays(-7), Total = new Money(40, "USD"), Refunded = new Money(0, "USD"),
        Lines = [new OrderLine { Id = "l1", Title = "Tarn Kettle", Quantity = 2, Unfulfilled = 1, Price = new Money(20, "USD") }], Fulfillments = [parcel],
    };

    private static TurnContext Turn()
    {
        var input = new TurnInput { Store = new StoreProfile { Id = "s", Name = "Fern" }, ConversationId = "c", TurnId = "t", Text = "where is it", Now = Now };
        return new TurnContext(input, new Silent(), Reading.Shop, Reading.Read("where is it"));
    }

    private sealed class Silent : ITurnSink
    {
        public void Emit(TurnEvent turnEvent)
        {
        }
    }
}
