using System.Collections.Immutable;
using Reva.Core.Catalog;
using Reva.Core.Conversations;
using Reva.Core.Customers;

namespace Reva.Agent.Turns;

/// <summary>What a conversation remembers between turns. Small; kept as JSON with the conversation.</summary>
public sealed record ConversationMemory
{
    /// <summary>Who the shopper has proved to be.</summary>
    public Identity Identity { get; init; } = new();
    /// <summary>The customer whom the shop's own sign-in has named; null when none has.</summary>
    public SignedInCustomer? SignedIn { get; init; }
    /// <summary>The last product wish, for refining it.</summary>
    public ProductQuery? LastQuery { get; init; }
    /// <summary>The highest price of the last wish when it came from 'cheaper' and not from an amount; it ends when a kind of thing is named anew.</summary>
    public decimal? CheaperCap { get; init; }
    /// <summary>Products shown last, in the order shown.</summary>
    public ImmutableArray<string> ShownProductIds { get; init; } = [];
    /// <summary>All products shown for the current wish, so that 'more' brings others.</summary>
    public ImmutableArray<string> SeenProductIds { get; init; } = [];
    /// <summary>The product spoken of.</summary>
    public string? FocusProductId { get; init; }
    /// <summary>The order spoken of, as printed.</summary>
    public string? FocusOrderNumber { get; init; }
    /// <summary>What the agent has asked and waits for.</summary>
    public PendingQuestion? Pending { get; init; }
    /// <summary>Wishes about orders that are being spoken of, oldest first; the latest few.</summary>
    public ImmutableArray<OrderWish> OrderWishes { get; init; } = [];
    /// <summary>Turns in a row that did not help.</summary>
    public int Failures { get; init; }
    /// <summary>Rude messages so far.</summary>
    public int Rudeness { get; init; }
    /// <summary>Answers given, so that wording varies.</summary>
    public int Turns { get; init; }
    /// <summary>Language of the shopper, ISO 639-1.</summary>
    public string Language { get; init; } = "en";
    /// <summary>The language in which the shopper was told that answers are in English; English when they were not.</summary>
    public string EnglishToldIn { get; init; } = "en";
    /// <summary>Tools used so far and how they ended, the latest dozen; for whoever takes over.</summary>
    public ImmutableArray<string> Tried { get; init; } = [];
    /// <summary>Wishes that something be put right, one for each time it was asked, the latest dozen.</summary>
    public ImmutableArray<Intent> Wishes { get; init; } = [];
    /// <summary>Messages in a row that were understood with less trust than the store asks for.</summary>
    public int Unsure { get; init; }
    /// <summary>The last intent.</summary>
    public Intent LastIntent { get; init; }
    /// <summary>Proposals that the last reply asked about: a bare yes answers these and no others.</summary>
    public ImmutableArray<string> AskedActions { get; init; } = [];
    /// <summary>Actions whose outcome the shopper was told, with the status told; the latest few.</summary>
    public ImmutableArray<string> ToldActions { get; init; } = [];
    /// <summary>Orders told of, the latest few, for what later replies may rest on.</summary>
    public ImmutableArray<KnownOrder> KnownOrders { get; init; } = [];
}

/// <summary>What the shopper has proved, and what was tried.</summary>
public sealed record Identity
{
    /// <summary>The e-mail address proved; null before.</summary>
    public string? Email { get; init; }
    /// <summary>The platform's id of that customer; null when it was not told.</summary>
    public string? CustomerId { get; init; }
    /// <summary>How it was proved.</summary>
    public VerificationLevel Level { get; init; }
    /// <summary>The orders it was proved with, as printed.</summary>
    public ImmutableArray<string> OrderNumbers { get; init; } = [];
    /// <summary>Until when it counts.</summary>
    public DateTimeOffset? Until { get; init; }
    /// <summary>Failed tries in a row.</summary>
    public int FailedTries { get; init; }
    /// <summary>No try counts before this.</summary>
    public DateTimeOffset? LockedUntil { get; init; }
    /// <summary>The one-time code that is out; null when none is.</summary>
    public SentCode? Code { get; init; }
    /// <summary>When the last code was asked for; it outlives the code.</summary>
    public DateTimeOffset? CodeAskedAt { get; init; }
}

/// <summary>A customer whom the shop's own sign-in has named.</summary>
/// <param name="Email">Their e-mail address.</param>
/// <param name="CustomerId">The platform's id; null when it was not told.</param>
/// <param name="Until">Until when it counts.</param>
public sealed record SignedInCustomer(string Email, string? CustomerId, DateTimeOffset Until);

/// <summary>A one-time code, of which only the salted hash is kept.</summary>
/// <param name="Email">The address it is for.</param>
/// <param name="CustomerId">The platform's id of the address's customer; null when there is none.</param>
/// <param name="Salt">Base64.</param>
/// <param name="Hash">Base64; empty when the address is nobody's, so that no entry fits.</param>
/// <param name="ExpiresAt">Until when it can be entered.</param>
/// <param name="Tries">Wrong entries so far.</param>
public sealed record SentCode(string Email, string? CustomerId, string Salt, string Hash, DateTimeOffset ExpiresAt, int Tries);

/// <summary>A question the agent waits on.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="OrderNumber">An order number already given.</param>
/// <param name="Email">An e-mail address already given.</param>
/// <param name="For">The intent it is asked for.</param>
/// <param name="Text">The wish that the question is about.</param>
public sealed record PendingQuestion(PendingKind Kind, string? OrderNumber, string? Email, Intent For, string? Text);

/// <summary>What the agent can wait on.</summary>
public enum PendingKind
{
    /// <summary>Order number, e-mail, or both.</summary>
    OrderIdentity,
    /// <summary>What kind of product, for whom, at what price.</summary>
    ProductDetail,
    /// <summary>Whether to bring a person in.</summary>
    OfferPerson,
    /// <summary>Which of several products.</summary>
    WhichProduct,
    /// <summary>Which of several orders.</summary>
    WhichOrder,
    /// <summary>Which of several proposals a yes or no is for.</summary>
    WhichAction,
    /// <summary>Whether to send a one-time code.</summary>
    OfferCode,
    /// <summary>The e-mail address to send a one-time code to.</summary>
    CodeAddress,
    /// <summary>The one-time code that was sent.</summary>
    Code,
}
