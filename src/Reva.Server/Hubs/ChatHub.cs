using System.Runtime.CompilerServices;
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
public sealed class ChatHub(IGrainFactory grains, IStoreProfiles stores, VisitorTokens tokens, ChatPace pace, TimeProvider clock) : Hub
{
    private static readonly object VisitorKey = new();
    private static readonly object PaceKey = new();

    /// <summary>Settles who the visitor is and which conversation is theirs.</summary>
    public async Task<StartResponse> Start(StartRequest request)
    {
        if (request.StoreId is not { Length: > 0 } storeId || await stores.FindAsync(storeId, Context.ConnectionAborted) is not { } store)
            throw HubErrors.UnknownStore();
        var visitor = Visit(request, storeId);
        Context.Items[VisitorKey] = visitor;
        var conversation = await Grain(visitor).Read();
        if (conversation is not null && conversation.VisitorId != visitor.VisitorId)
            throw HubErrors.InvalidToken();
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
        if (request.ClientMessageId is not { Length: > 0 and <= 64 } clientMessageId)
            throw HubErrors.Invalid("clientMessageId is missing: give each message an id of your own, up to 64 characters, and repeat it when you send again.");
        if (!((ChatPace.Bucket)(Context.Items[PaceKey] ??= pace.NewBucket())).TryTake())
            throw HubErrors.RateLimited();

        var message = new PostMessage(visitor.VisitorId, Channel.Chat, text, MessageText.Clean(clientMessageId), Short(request.Page?.Url, 2000), Short(request.Page?.ProductHandle, 300), null);
        return Answer(await Grain(visitor).Post(message));
    }

    /// <summary>Events after a number, then live.</summary>
    public async IAsyncEnumerable<ConversationEvent> Subscribe(string? conversationId, long afterSeq, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var visitor = Own(conversationId);
        if (afterSeq < 0)
            throw HubErrors.Invalid("afterSeq is the number of the last event you have seen, 0 for none.");
        await foreach (var conversationEvent in Grain(visitor).Subscribe(afterSeq, cancellationToken))
            yield return conversationEvent;
    }

    /// <summary>Tells the shop's side that the shopper types.</summary>
    public Task Typing(string? conversationId) => Grain(Own(conversationId)).Typing(Author.Shopper);

    /// <summary>Keeps a rating.</summary>
    public async Task<SeqResponse> Rate(RateRequest request)
    {
        var visitor = Own(request.ConversationId);
        if (request.Score is < 1 or > 5)
            throw HubErrors.Invalid("score is a whole number from 1 to 5.");
        var comment = MessageText.Clean(request.Comment);
        if (comment.Length > MessageText.Longest)
            throw HubErrors.TooLong(comment.Length);
        return Answer(await Grain(visitor).Rate(request.Score, comment.Length == 0 ? null : comment));
    }

    private Visitor Visit(StartRequest request, string storeId)
    {
        var now = clock.GetUtcNow();
        if (string.IsNullOrEmpty(request.VisitorToken))
            return new Visitor(storeId, Ulid.New(now), Ulid.New(now));
        if (tokens.Read(request.VisitorToken) is not { } known || known.StoreId != storeId)
            throw HubErrors.InvalidToken();
        return request.Fresh ? known with { ConversationId = Ulid.New(now) } : known;
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

    private static string? Short(string? text, int longest) => text is null ? null : MessageText.Clean(text) is var clean && clean.Length <= longest ? clean : null;
}
