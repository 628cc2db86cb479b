using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Reva.Agent.Identification;
using Reva.Agent.Ports;
using Reva.Agent.Tests.Understanding;
using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Conversations;
using Reva.Core.Customers;
using Reva.Core.Orders;
using Reva.Core.Stores;

namespace Reva.Agent.Tests.Identification;

/// <summary>A shop with two customers, held in memory, and one conversation in it whose clock the test turns.</summary>
internal sealed class ProofShop : IOrders, ICustomers, IOutbox, IGuessLimits, ITurnSink
{
    private readonly Dictionary<string, int> _failed = new(StringComparer.Ordinal);
    private readonly List<Utterance> _history = [];

    public static Customer Noah { get; } = new("c1", "noah@example.com", "Noah", "Brown", null);

    public static Customer Ada { get; } = new("c2", "ada@example.com", "Ada", "Finch", null);

    public DateTimeOffset Now { get; set; } = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

    public ConversationMemory Memory { get; set; } = new();

    public List<MailMessage> Mails { get; } = [];

    public bool IsAway { get; set; }

    public int MostFailures { get; set; } = 10;

    public CodeProof Codes => new(this, this, this);

    public NameProof Names => new(this, this);

    public IdentityCheck Pairs => new(this, this);

    public string LastCode => Regex.Match(Mails[^1].Text, "^[0-9]{6}").Value;

    public static string WrongFor(string code) => code == "123456" ? "654321" : "123456";

    public TurnContext Turn(string text = "hello") => new(new TurnInput
    {
        Store = new StoreProfile { Id = "s", Name = "Fern" }, ConversationId = "c", TurnId = "t", VisitorId = "v", Text = text, Memory = SignIn.Of(Memory, Now), History = [.. _history], Now = Now,
    }, this, Reading.Shop, Reading.Read(text, Memory));

    /// <summary>Says something to what reads proofs, and remembers what came of it.</summary>
    public async Task<ProofAnswer?> SayAsync(string text)
    {
        var turn = Turn(text);
        var answer = await new ProofAnswers(Codes, Names).ToAsync(turn, default);
        Memory = turn.Memory;
        _history.Add(new Utterance(Author.Shopper, text));
        if (answer is not null)
            _history.Add(new Utterance(Author.Agent, answer.Reply.Text));
        return answer;
    }

    public async Task<IdentityOutcome> TryPairAsync(string number, string email) => await RememberedAsync(turn => Pairs.TryAsync(number, email, turn, default));

    public async Task<CodeSending> SendCodeAsync(string email) => await RememberedAsync(turn => Codes.SendAsync(email, turn, default));

    public async Task<IdentityOutcome> EnterAsync(string digits) => await RememberedAsync(turn => Codes.EnterAsync(digits, turn));

    public async Task<IdentityOutcome> TryNameAsync(string first, string last, string postcode) => await RememberedAsync(turn => Names.TryAsync(first, last, postcode, turn, default));

    public VerificationLevel Level => Turn().Level;

    public void Wait(PendingKind kind, Intent wish) => Memory = Memory with { Pending = new PendingQuestion(kind, null, null, wish, null) };

    public Task<Order?> FindAsync(string storeId, string number, CancellationToken cancellationToken) =>
        Task.FromResult(number.TrimStart('#') switch { "1001" => OrderOf(Noah, "#1001"), "1002" => OrderOf(Ada, "#1002"), _ => null });

    public Task<ImmutableArray<Order>> OfCustomerAsync(string storeId, string email, int take, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Order>>(email == Noah.Email ? [OrderOf(Noah, "#1001")] : email == Ada.Email ? [OrderOf(Ada, "#1002")] : []);

    public Task<Customer?> ByEmailAsync(string storeId, string email, CancellationToken cancellationToken) => IsAway ? throw new ShopUnavailableException("away")
        : Task.FromResult(new[] { Noah, Ada }.FirstOrDefault(c => c.Email.Equals(email, StringComparison.OrdinalIgnoreCase)));

    public Task<Customer?> ByIdAsync(string storeId, string customerId, CancellationToken cancellationToken) => Task.FromResult(new[] { Noah, Ada }.FirstOrDefault(c => c.Id == customerId));

    public Task<Customer?> ByNameAndPostcodeAsync(string storeId, string firstName, string lastName, string postcode, CancellationToken cancellationToken) => IsAway ? throw new ShopUnavailableException("away")
        : Task.FromResult((firstName.ToLowerInvariant(), lastName.ToLowerInvariant(), postcode) switch { ("noah", "brown", "80279") => Noah, ("ada", "finch", "SW1A 1AA") => Ada, _ => null });

    public Task EnqueueAsync(string storeId, MailMessage message, string key)
    {
        Mails.Add(message);
        return Task.CompletedTask;
    }

    public Task<DateTimeOffset?> TakeAsync(Guess guess) => Task.FromResult<DateTimeOffset?>(_failed.GetValueOrDefault(KeyOf(guess)) >= MostFailures ? Now.AddMinutes(30) : null);

    public Task SettleAsync(Guess guess, bool failed)
    {
        if (failed)
            _failed[KeyOf(guess)] = _failed.GetValueOrDefault(KeyOf(guess)) + 1;
        return Task.CompletedTask;
    }

    public void Emit(TurnEvent turnEvent)
    {
        // Nobody watches.
    }

    private static string KeyOf(Guess guess) => $"{guess.OrderNumber}|{guess.Email}|{guess.Name}|{guess.CodeFor}";

    private static Order OrderOf(Customer customer, string number) => new()
    {
        Id = "o" + number, Number = number, Email = customer.Email, CustomerId = customer.Id, PlacedAt = new(2026, 5, 13, 12, 0, 0, TimeSpan.Zero), Total = new Money(40, "USD"), Refunded = new Money(0, "USD"),
        Lines = [new OrderLine { Id = "l1", Title = "Tarn Kettle", Quantity = 2, Unfulfilled = 2, Price = new Money(20, "USD") }],
    };

    private async Task<T> RememberedAsync<T>(Func<TurnContext, Task<T>> work)
    {
        var turn = Turn();
        var result = await work(turn);
        Memory = turn.Memory;
        return result;
    }
}
