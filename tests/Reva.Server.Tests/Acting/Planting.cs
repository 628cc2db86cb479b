using System.Collections.Immutable;
using Reva.Agent.Actions;
using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Conversations;
using Reva.Core.Customers;
using Reva.Core.Orders;
using Reva.Core.Policies;
using Reva.Grains.Conversations;
using Reva.Grains.Conversations.Actions;
using Reva.Postgres.Conversations;
using Reva.Server.Security;

namespace Reva.Server.Tests.Acting;

/// <summary>
/// Stores a conversation with a proven customer and an open proposal through the desk and the journal of Reva itself, before any server has
/// heard of it: what a process of before has left.
/// </summary>
internal sealed class Planting(ActingHouse house, ICommerce commerce, IOrders orders, ICustomers customers, ActionLedger ledger)
{
    public const string Store = "demo";

    /// <summary>What the turn of a planted proposal said.</summary>
    public const string Offer = "Shall I go ahead?";

    /// <summary>An open proposal of this kind on a fresh order.</summary>
    public Task<Planted> ProposeAsync(ActionKind kind, string policies = ActingHouse.Policies) =>
        ProposeOnAsync(kind, house.NewOrder(IsOnDelivered(kind)), policies);

    /// <summary>An open proposal of this kind on a given order, in a conversation of its own.</summary>
    public async Task<Planted> ProposeOnAsync(ActionKind kind, string number, string policies = ActingHouse.Policies)
    {
        var order = (await orders.FindAsync(Store, number, default))!;
        var customer = (await customers.ByEmailAsync(Store, order.Email, default))!;
        var conversation = await BeginAsync(order.Email);
        return await ProposeAsync(Wish(kind, order, customer), order, conversation, policies);
    }

    /// <summary>One more proposal in a conversation that no server has opened yet.</summary>
    /// <param name="clock">When it was proposed; null for now.</param>
    public async Task<Planted> ProposeAsync(ShopAction wish, Order order, PlantedConversation conversation, string policies = ActingHouse.Policies, TimeProvider? clock = null)
    {
        var desk = new ActionDesk(commerce, customers, new OnlyPolicies(PolicyJson.Read(policies)), ledger, clock ?? house.Clock);
        var turnId = Ulid.New(house.Clock.GetUtcNow());
        await conversation.Journal.CommitAsync(record => new Change(record!) { Events = [new NewEvent("turn.started", EventData.TurnStarted(turnId))] });
        var proposal = await desk.ProposeAsync(wish, order, new ActionCustomer(order.Email, VerificationLevel.OrderAndEmail, turnId, "America/New_York", "USD"), conversation.Actions, default);
        await conversation.Journal.CommitAsync(record => new Change(record!) { Events = [new NewEvent("text.completed", $$"""{"turnId":"{{turnId}}","messageId":"{{turnId}}","text":"{{Offer}}","citations":[],"quickReplies":[]}""")] });
        Assert.True(proposal.Record is not null, $"{wish.Kind}: {string.Join(' ', proposal.Decision.Reasons.Select(r => r.Text))}");
        return new Planted(conversation, proposal.Record!, order);
    }

    /// <summary>A conversation with a customer who has proved an address.</summary>
    public async Task<PlantedConversation> BeginAsync(string email, VerificationLevel level = VerificationLevel.OrderAndEmail)
    {
        var now = house.Clock.GetUtcNow();
        var visitor = new Visitor(Store, Ulid.New(now), Ulid.New(now));
        var journal = new ConversationJournal(house.Log, new EventFeed(), house.Clock, new EscalationMails(null, null!));
        var record = new ConversationRecord
        {
            StoreId = Store, ConversationId = visitor.ConversationId, VisitorId = visitor.VisitorId, Channel = Channel.Chat, CreatedAt = now,
            Memory = level == VerificationLevel.None ? new() : new ConversationMemory { Identity = new Identity { Email = email, Level = level, Until = now.AddHours(2) } },
        };
        await journal.CommitAsync(_ => new Change(record) { Events = [new NewEvent("rated", EventData.Rated(5, null))] });
        var actions = new ConversationActionStore(house.Log, journal, Store, visitor.ConversationId, house.Clock, new Silence());
        return new PlantedConversation(visitor, house.Tokens.Issue(visitor), journal, actions);
    }

    /// <summary>The order as the shop has it.</summary>
    public async Task<Order> OrderAsync(string number) => (await orders.FindAsync(Store, number, default))!;

    /// <summary>A wish of this kind that the policies let pass.</summary>
    public static ShopAction Wish(ActionKind kind, Order order, Customer customer)
    {
        var (blanket, tin) = (order.Lines[0].Id, order.Lines[1].Id);
        return kind switch
        {
            ActionKind.CancelOrder => new CancelOrder { OrderId = order.Id, OrderNumber = order.Number, Reason = "Changed my mind" },
            ActionKind.ChangeAddress => new ChangeAddress { OrderId = order.Id, OrderNumber = order.Number, Address = Elsewhere },
            ActionKind.ChangeItems => new ChangeItems { OrderId = order.Id, OrderNumber = order.Number, Changes = [new ItemChange(blanket, 1, Variant(13))] },
            ActionKind.ReturnItems => new ReturnItems { OrderId = order.Id, OrderNumber = order.Number, Items = [new ItemPieces(blanket, 1)], Reason = ReturnReason.Unwanted },
            ActionKind.ExchangeItems => new ExchangeItems { OrderId = order.Id, OrderNumber = order.Number, Swaps = [new ItemSwap(blanket, 1, Variant(12))], Reason = ReturnReason.SizeTooSmall },
            ActionKind.Refund => new Refund { OrderId = order.Id, OrderNumber = order.Number, Items = [new ItemPieces(tin, 1)], Reason = "Never arrived" },
            ActionKind.ApplyDiscount => new ApplyDiscount { Grant = "late-delivery", Percent = 10, Code = $"LATE-{order.Number.TrimStart('#')}", Until = DateTimeOffset.UtcNow.AddDays(30) },
            ActionKind.UpdateCustomerAddress => new UpdateCustomerAddress { CustomerId = customer.Id, Address = Elsewhere },
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Shopify cannot do it."),
        };
    }

    public static bool IsOnDelivered(ActionKind kind) => kind is ActionKind.ReturnItems or ActionKind.ExchangeItems or ActionKind.Refund;

    private static PostalAddress Elsewhere => new() { Name = "Robin Hale", Address1 = "5 Main Street", City = "Albany", Province = "NY", Zip = "12207", Country = "US" };

    private static string Variant(int id) => $"gid://shopify/ProductVariant/{id}";

    private sealed class OnlyPolicies(StorePolicies policies) : IPolicies
    {
        public ValueTask<StorePolicies> ForAsync(string storeId, CancellationToken cancellationToken) => ValueTask.FromResult(policies);
    }

    // What is planted says nothing: that is left to the server.
    private sealed class Silence : IConversationVoice
    {
        public TurnRun? Wake(ImmutableArray<ActionRecord> actions, ConversationRecord record) => null;

        public void Begin(TurnRun turn) => throw new InvalidOperationException("Nothing was to be said.");
    }
}

/// <summary>A conversation that no server has opened yet.</summary>
internal sealed record PlantedConversation(Visitor Visitor, string Token, ConversationJournal Journal, ConversationActionStore Actions);

/// <summary>An open proposal in it.</summary>
internal sealed record Planted(PlantedConversation Conversation, ActionRecord Action, Order Order)
{
    public string ConversationId => Conversation.Visitor.ConversationId;

    public string ActionId => Action.ActionId;

    public string Token => Conversation.Token;

    public ActionKind Kind => Action.Action.Kind;

    /// <summary>Where the API confirms it.</summary>
    public string Path => $"conversations/{ConversationId}/actions/{ActionId}";
}
