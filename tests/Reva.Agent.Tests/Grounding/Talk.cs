using System.Collections.Immutable;
using Reva.Agent.Actions;
using Reva.Agent.Grounding;
using Reva.Agent.Tests.Understanding;
using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Conversations;
using Reva.Core.Customers;
using Reva.Core.Orders;
using Reva.Core.Stores;

namespace Reva.Agent.Tests.Grounding;

/// <summary>A conversation in the middle: an order was shown, and actions stand as a test says.</summary>
internal sealed class Talk : ITurnSink, IActionStore
{
    public static readonly DateTimeOffset Now = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

    public string StoreId => "s";

    public string ConversationId => "c";

    public ImmutableArray<ActionRecord> Actions { get; init; } = [];

    public ImmutableArray<Utterance> History { get; init; } = [];

    public string Text { get; init; } = "hello";

    public bool Escalated { get; init; }

    public Identity Identity { get; init; } = new();

    /// <summary>Orders that were told of.</summary>
    public List<Order> Orders { get; init; } = [];

    /// <summary>What tools answered.</summary>
    public List<string> Tools { get; init; } = [];

    /// <summary>What of a reply rests on nothing.</summary>
    public IReadOnlyList<string> Unfounded(string reply)
    {
        var turn = Turn();
        foreach (var order in Orders)
            turn.Emit(new OrderShown(order, order.Standing(Now)));
        foreach (var tool in Tools)
            turn.Emit(new ToolCompleted("1", "search_knowledge", true, TimeSpan.Zero, tool));
        return [.. GroundingCheck.Of(reply, TurnFacts.Of(turn, Escalated)).Select(u => u.What)];
    }

    public static Order Shipped(string number = "#1001") => new()
    {
        Id = "o" + number, Number = number, Email = "ada@example.com", PlacedAt = Now.AddDays(-7), Total = new Money(58, "USD"), Refunded = new Money(0, "USD"),
        Lines = [new OrderLine { Id = "l1", Title = "Tarn Kettle", Quantity = 2, Price = new Money(29, "USD") }],
        Fulfillments = [new Fulfillment { DisplayStatus = "IN_TRANSIT", CreatedAt = Now.AddDays(-2), EstimatedDeliveryAt = Now.AddDays(2), Carrier = "UPS", TrackingNumber = "1Z999AA10123456784", TrackingUrl = "https://track.example.com/1Z999AA10123456784" }],
    };

    public static ActionRecord Acted(ShopAction action, ActionStatus status, decimal toCustomer = 0, string? reference = null, bool afterArrival = false) => new()
    {
        ActionId = "a", TurnId = "t", Action = action, CustomerEmail = "ada@example.com", Status = status, ProposedAt = Now.AddMinutes(-1), ExpiresAt = Now.AddMinutes(29),
        Card = new ActionCard { Title = "Card", ConfirmLabel = "Yes", DeclineLabel = "No", OrderNumber = (action as OrderAction)?.OrderNumber },
        Quote = ActionQuote.Nothing("USD") with { ToCustomer = new Money(toCustomer, "USD"), Method = "Visa ending 4242", AfterArrival = afterArrival },
        Outcome = status == ActionStatus.Done ? new ActionOutcome { Result = ActionResult.Done, Reference = reference, Refunded = afterArrival || toCustomer == 0 ? null : new Money(toCustomer, "USD") } : null,
    };

    public static CancelOrder Cancel { get; } = new() { OrderId = "o1", OrderNumber = "#1001", Reason = "changed my mind" };

    public static ReturnItems Return { get; } = new() { OrderId = "o1", OrderNumber = "#1001", Items = [], Reason = ReturnReason.Other };

    public static ChangeAddress Readdress { get; } = new() { OrderId = "o1", OrderNumber = "#1001", Address = new PostalAddress { Address1 = "5 Main St", City = "Denver", Zip = "80279", Country = "US" } };

    public void Emit(TurnEvent turnEvent)
    {
        // Nobody watches.
    }

    public Task<bool> SaveAsync(ActionRecord action, ActionStatus? from, AuditNote note) => throw new NotSupportedException();

    public Task NoteAsync(AuditNote note) => throw new NotSupportedException();

    private TurnContext Turn()
    {
        var input = new TurnInput
        {
            Store = new StoreProfile { Id = "s", Name = "Fern" }, ConversationId = "c", TurnId = "t", Text = Text, Now = Now, History = History, Memory = new ConversationMemory { Identity = Identity },
            Status = Escalated ? ConversationStatus.Escalated : ConversationStatus.Open,
            Actions = new ConversationActions(null!, this, _ => throw new NotSupportedException(), new ActionOptions(), new Still()),
        };
        return new TurnContext(input, this, Reading.Shop, Reading.Read(Text));
    }

    private sealed class Still : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
