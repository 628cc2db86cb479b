using Reva.Agent.Specialists.OrderStatus;
using Reva.Agent.Tests.Grounding;
using Reva.Agent.Tests.Understanding;
using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Conversations;
using Reva.Core.Customers;
using Reva.Core.Orders;
using Reva.Core.Stores;

namespace Reva.Agent.Tests.Specialists;

public class ForeignStatusTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, bool> Asked()
    {
        var asked = new TheoryData<string, bool>();
        foreach (var text in new[] { "Wo ist meine Bestellung?", "Où est ma commande, s'il vous plaît ?", "¿Dónde está mi pedido?" })
        {
            asked.Add(text, true);
            asked.Add(text, false);
        }
        return asked;
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public void A_name_and_a_postcode_hear_that_money_went_back_but_not_how_much(string text, bool cancelled)
    {
        var told = Tell(text, cancelled, VerificationLevel.NameAndPostcode);
        Assert.Contains("#1001", told, StringComparison.Ordinal);
        Assert.DoesNotContain("58", told, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public void Who_placed_the_order_hears_the_sum(string text, bool cancelled) => Assert.Contains("58", Tell(text, cancelled, VerificationLevel.OrderAndEmail), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Asked))]
    public void What_it_tells_is_borne_out_by_the_order(string text, bool cancelled)
    {
        var told = Tell(text, cancelled, VerificationLevel.OrderAndEmail);
        Assert.Empty(new Talk { Orders = [Refunded(cancelled)] }.Unfounded(told));
        Assert.NotEmpty(new Talk { Orders = [Talk.Shipped()] }.Unfounded(told));
    }

    private static string Tell(string text, bool cancelled, VerificationLevel level)
    {
        var memory = new ConversationMemory { Identity = new Identity { Email = "ada@example.com", Level = level, Until = Now.AddHours(1) } };
        var input = new TurnInput { Store = new StoreProfile { Id = "s", Name = "Fern" }, ConversationId = "c", TurnId = "t", Text = text, Now = Now, Memory = memory };
        return ForeignStatus.Of(Refunded(cancelled), new TurnContext(input, new Silent(), Reading.Shop, Reading.Read(text)))!.Text;
    }

    private static Order Refunded(bool cancelled) => new()
    {
        Id = "o1", Number = "#1001", Email = "ada@example.com", PlacedAt = Now.AddDays(-7), CancelledAt = cancelled ? Now.AddDays(-3) : null, FinancialStatus = "REFUNDED",
        Total = new Money(58, "USD"), Refunded = new Money(58, "USD"), RefundedAt = Now.AddDays(-3), Lines = [new OrderLine { Id = "l1", Title = "Tarn Kettle", Quantity = 2, Price = new Money(29, "USD") }],
    };

    private sealed class Silent : ITurnSink
    {
        public void Emit(TurnEvent turnEvent)
        {
            // Nobody watches.
        }
    }
}
