using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Orleans;
using Reva.Core;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;
using Reva.Grains.Stores;
using Reva.Server.Conversations;
using Reva.Server.Security;

namespace Reva.Server.Hubs;

/// <summary>Where widgets connect. A connection speaks for one visitor, whom <see cref="Start"/> settles; every call after it is for that visitor's conversation.</summary>
public sealed class ChatHub(IGrainFactory grains, IStoreProfiles stores, VisitorTokens tokens, CustomerTokens customers, ChatPace pace, TimeProvider clock) : Hub
{
    private static readonly object VisitorKey = new();
    private static readonly object FollowingKey = new();
    private static readonly object CustomerKey = new();
    // A widget follows once; a reconnecting one may overlap with itself for a moment.
    private const int MostSubscriptions = 8;

    /// <summary>Settles who the visitor is and which conversation is theirs.</summary>
    public async Task<StartResponse> Start(StartRequest request)
    {
        if (request.StoreId is not { Length: > 0 } storeId || await stores.FindAsync(storeId, Context.ConnectionAborted) is not { } store)
            throw HubErrors.UnknownStore();
        var visitor = Visit(request, storeId);
        Context.Items[VisitorKey] = visitor;
        // An id that was made this moment has no conversation yet; nobody need be woken to say so.
        var known = !string.IsNullOrEmpty(request.VisitorToken) && !request.Fresh;
        var conversation = known ? await Grain(visitor).Read() : null;
        if (conversation is not null && conversation.VisitorId != visitor.VisitorId)
            throw HubErrors.InvalidToken();
        var customer = Customer(request, storeId);
        Context.Items[CustomerKey] = customer;
        // What was said with another customer is not for the one who is signed in now.
        if (customer is not null && conversation?.VerifiedEmail is { } before && !before.Equals(customer.Email, StringComparison.OrdinalIgnoreCase))
        {
            visitor = visitor with { ConversationId = Ulid.New(clock.GetUtcNow()) };
            Context.Items[VisitorKey] = visitor;
            conversation = null;
        }
        return new StartResponse(visitor.ConversationId, tokens.Issue(visitor), conversation?.LastSeq ?? 0,
            new StoreInfo(store.Name, store.Locale, new ThemeInfo(store.Accent), store.Suggestions));
    }

    /// <summary>Takes a message; it is stored when this answers.</summary>
    public async Task<SeqResponse> Send(SendRequest request)
    {
        var visitor = Own(request.ConversationId);
        var text = MessageText.Clean(request.Text);
        if (text.Length == 0)
            throw HubErrors.Empty();
        if (text.Length > MessageText.Longest)
            throw HubErrors.TooLong(text.Length);
        // Cleaning an id could make two of them one, and the second message would be taken for a repeat.
        if (request.ClientMessageId is not { } clientMessageId || !MessageText.IsId(clientMessageId))
            throw HubErrors.Invalid("clientMessageId is missing or no id: give each message one of your own, up to 64 printable characters, and repeat it when you send again.");
        Pace(visitor);

        var message = new PostMessage(visitor.VisitorId, Channel.Chat, text, clientMessageId, Short(request.Page?.Url, 2000), Short(request.Page?.ProductHandle, 300), null)
        {
            SignedIn = Context.Items[CustomerKey] is TokenCustomer customer && customer.Until > clock.GetUtcNow() ? new SignedIn(customer.Email, customer.CustomerId, customer.Until) : null,
        };
        return Answer(await Grain(visitor).Post(message));
    }

    /// <summary>Events after a number, then live.</summary>
    public IAsyncEnumerable<ConversationEvent> Subscribe(string? conversationId, long afterSeq, CancellationToken cancellationToken)
    {
        var visitor = Own(conversationId);
        return afterSeq >= 0 ? FollowAsync(visitor, afterSeq, cancellationToken)
            : throw HubErrors.Invalid("afterSeq is the number of the last event you have seen, 0 for none.");
    }

    /// <summary>Tells the shop's side that the shopper types.</summary>
    public Task Typing(string? conversationId) => Grain(Own(conversationId)).Typing(Author.Shopper);

    /// <summary>Takes the shopper's yes to a proposal; what is no longer open stays as it is.</summary>
    public async Task<ActionResponse> Confirm(ActionRequest request)
    {
        var visitor = Own(request.ConversationId);
        Pace(visitor);
        return Answer(await Grain(visitor).Confirm(visitor.VisitorId, Id(request.ActionId)));
    }

    /// <summary>Takes the shopper's no to a proposal.</summary>
    public async Task<ActionResponse> Decline(ActionRequest request)
    {
        var visitor = Own(request.ConversationId);
        Pace(visitor);
        return Answer(await Grain(visitor).Decline(visitor.VisitorId, Id(request.ActionId)));
    }

    /// <summary>Keeps a rating.</summary>
    public async Task<SeqResponse> Rate(RateRequest request)
    {
        var visitor = Own(request.ConversationId);
        if (request.Score is < 1 or > 5)
            throw HubErrors.Invalid("score is a whole number from 1 to 5.");
        var comment = MessageText.Clean(request.Comment);
        if (comment.Length > MessageText.Longest)
            throw HubErrors.TooLong(comment.Length);
        Pace(visitor);
        return Answer(await Grain(visitor).Rate(request.Score, comment.Length == 0 ? null : comment));
    }

    // A page that has been open for long comes back with a token that has run out: the chat goes on, only nobody is signed in.
    private TokenCustomer? Customer(StartRequest request, string storeId) => customers.Read(request.CustomerToken, storeId);

    private Visitor Visit(StartRequest request, string storeId)
    {
        var now = clock.GetUtcNow();
        if (string.IsNullOrEmpty(request.VisitorToken))
            return new Visitor(storeId, Ulid.New(now), Ulid.New(now));
        if (tokens.Read(request.VisitorToken) is not { } known || known.StoreId != storeId)
            throw HubErrors.InvalidToken();
        return request.Fresh ? known with { ConversationId = Ulid.New(now) } : known;
    }

    private async IAsyncEnumerable<ConversationEvent> FollowAsync(Visitor visitor, long afterSeq, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var following = (StrongBox<int>)(Context.Items[FollowingKey] ??= new StrongBox<int>());
        if (Interlocked.Increment(ref following.Value) > MostSubscriptions)
        {
            Interlocked.Decrement(ref following.Value);
            throw HubErrors.Invalid($"This connection follows its conversation {MostSubscriptions} times already; end one of them first.");
        }
        try
        {
            await using var events = Grain(visitor).Subscribe(afterSeq, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await MovesOnAsync(events))
                yield return ShopperView.Of(events.Current);
        }
        finally
        {
            Interlocked.Decrement(ref following.Value);
        }
    }

    private static async ValueTask<bool> MovesOnAsync(IAsyncEnumerator<ConversationEvent> events)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception failure) when (PassingFailure.Is(failure))
        {
            throw HubErrors.Unavailable();
        }
    }

    private void Pace(Visitor visitor)
    {
        if (pace.Take(visitor.VisitorId) is { } wait)
            throw HubErrors.RateLimited(wait);
    }

    private Visitor Own(string? conversationId)
    {
        if (Context.Items.TryGetValue(VisitorKey, out var item) && item is Visitor visitor)
            return visitor.ConversationId == conversationId ? visitor : throw HubErrors.NotFound();
        throw HubErrors.NotStarted();
    }

    private IConversationGrain Grain(Visitor visitor) => grains.GetGrain<IConversationGrain>(ConversationKey.Of(visitor.StoreId, visitor.ConversationId));

    private static SeqResponse Answer(PostResult result) => result.Outcome switch
    {
        PostOutcome.Stored or PostOutcome.AlreadyStored => new SeqResponse(result.Seq),
        PostOutcome.Closed => throw HubErrors.Closed(),
        PostOutcome.NotFound => throw HubErrors.NotFound(),
        _ => throw HubErrors.Unavailable(),
    };

    private static string Id(string? actionId) => Ulid.IsValid(actionId ?? "") ? actionId! : throw HubErrors.Invalid("actionId is the id of the card's action.");

    private static ActionResponse Answer(ActionAnswerResult result) => result.Outcome switch
    {
        PostOutcome.Stored or PostOutcome.AlreadyStored => new ActionResponse(result.Seq, JsonNamingPolicy.SnakeCaseLower.ConvertName(result.Status!.Value.ToString())),
        PostOutcome.NotFound => throw HubErrors.NotFound(),
        _ => throw HubErrors.Unavailable(),
    };

    private static string? Short(string? text, int longest) => text is null ? null : MessageText.Clean(text) is var clean && clean.Length <= longest ? clean : null;
}
