using Reva.Agent.Specialists.General;
using Reva.Agent.Specialists.Knowledge;
using Reva.Agent.Specialists.OrderStatus;
using Reva.Agent.Specialists.Sales;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Understanding;

/// <summary>'And to the UK?' after a question about shipping is about shipping still. Pure.</summary>
internal static partial class Continuation
{
    private const double Certain = 0.8;

    private const int MostWords = 3;

    private const int MostWordsAboutOrder = 6;

    public static MessageMeaning Of(MessageMeaning meaning, string written, ConversationMemory memory)
    {
        var text = meaning.English ?? written;
        if (WishContinuation.Of(meaning, text, memory) is { } wished)
            return meaning with { Intent = wished, Parts = [], Confidence = Math.Max(meaning.Confidence, Certain) };
        if (AsksAboutPendingOrder(text, memory))
            return meaning with { Intent = memory.Pending!.For };
        if (memory.Pending?.Kind == PendingKind.OrderIdentity && (WhyAsked().IsMatch(text) || CannotSay().IsMatch(text)) && meaning.Intent != Intent.HumanRequest && meaning.Entities is { Emails.IsEmpty: true, OrderNumbers.IsEmpty: true })
            return meaning with { Intent = Intent.Other, Parts = [] };
        if (memory.Identity.Email is not null && OwnOrders().IsMatch(text) && !IsAboutOrder(meaning.Intent))
            return meaning with { Intent = Intent.OrderStatus, Parts = [] };
        if (memory.ShownProductIds.Length > 0 && Buying.IsWished(text))
            return meaning with { Intent = Intent.ProductQuestion, Parts = [] };
        if (IntentOfCorrection(meaning, text, memory) is { } corrected)
            return meaning with { Intent = corrected };
        if (AddsToRequest(meaning, text, memory))
            return meaning with { Intent = memory.LastIntent, Parts = [] };
        if (NamesGoodsOfRequest(meaning, text, memory))
            return meaning with { Intent = memory.Pending!.For, Parts = [] };
        if (Withdraws(meaning, text, memory))
            return meaning with { Intent = memory.LastIntent, Parts = [] };
        if (MissesFocusOrder(meaning, text, memory))
            return meaning with { Intent = Intent.OrderStatus, Parts = [] };
        if (AsksAboutFocusOrder(meaning, text, memory))
            return meaning with { Intent = Intent.OrderStatus, Parts = [] };
        // 'Dishwasher?' after a knife was spoken of asks it of the knife, '2 person' after a tent is no call for one.
        if (meaning.Intent == Intent.Other && memory.ShownProductIds.Length > 0 && memory.Pending is null or { Kind: PendingKind.OfferPerson } && text.TrimEnd().EndsWith('?') && Replies.Words.Of(text).Count is 1 or 2 && memory.LastIntent is Intent.ProductQuestion or Intent.VariantQuestion or Intent.PriceInquiry)
            return meaning with { Intent = Intent.ProductQuestion };
        if (meaning.Intent == Intent.HumanRequest && Headcount().IsMatch(text))
            return meaning with { Intent = Intent.ProductSearch, Parts = [] };
        if (LeavesTheChoice(text, memory))
            return meaning with { Intent = Intent.ProductSearch, Parts = [], Entities = meaning.Entities with { Answer = null, SearchText = "" } };
        if (meaning.Intent == Intent.OrderStatus && Troubles.IsWear(text) && meaning.Entities is { OrderNumbers.IsEmpty: true, Emails.IsEmpty: true } && memory.Pending is null or { Kind: PendingKind.OfferPerson })
            return meaning with { Intent = Intent.Complaint, Parts = [] };
        if (meaning.Intent is Intent.ReturnRequest or Intent.ExchangeRequest or Intent.RefundRequest && Topics.AsksForReceipt(text) && meaning.Entities.OrderNumbers.IsEmpty)
            return meaning with { Intent = Intent.GeneralInquiry, Parts = [] };
        if (meaning.Intent == Intent.HumanRequest && SmallTalk.AsksForLanguage(text))
            return meaning with { Intent = Intent.GeneralInquiry, Parts = [] };
        if (IsAboutGoods(meaning.Intent) && meaning.Entities.ProductIds.IsEmpty && Topics.Canonical(text) is not null)
            return meaning with { Intent = Intent.GeneralInquiry };
        if (IsAboutGoods(meaning.Intent) && Going().IsMatch(text) && Destinations.Named(text) is not null)
            return meaning with { Intent = Intent.ShippingQuestion, Parts = [] };
        var about = memory.LastIntent;
        var goesOn = about is Intent.ShippingQuestion or Intent.GeneralInquiry
            && memory.Pending is null
            && meaning.Intent is Intent.ProductSearch or Intent.Comparison or Intent.Other or Intent.VariantQuestion or Intent.ProductQuestion or Intent.PriceInquiry
            && Opening().IsMatch(text) && Replies.Words.Of(text).Count <= MostWords;
        return goesOn ? meaning with { Intent = about, SubIntents = meaning.SubIntents.Insert(0, meaning.Intent) } : meaning;
    }

    // 'Sorry, I meant #1277' asks what was asked before, of another order; 'sorry, I meant trousers' of other goods.
    private static Intent? IntentOfCorrection(MessageMeaning meaning, string text, ConversationMemory memory)
    {
        if (!Correcting().IsMatch(text))
            return null;
        if (!meaning.Entities.OrderNumbers.IsEmpty || !meaning.Entities.Emails.IsEmpty)
            return memory.Pending is { Kind: PendingKind.OrderIdentity or PendingKind.WhichOrder } pending ? pending.For : IsAboutOrder(memory.LastIntent) ? memory.LastIntent : Intent.OrderStatus;
        var namesGoods = meaning.Entities is { SearchText.Length: > 0 } or { Colors.IsEmpty: false } or { Sizes.IsEmpty: false } or { Category: not null } or { MaxPrice: not null };
        return namesGoods && memory.LastQuery is not null && meaning.Intent is not (Intent.ShippingQuestion or Intent.GeneralInquiry or Intent.HumanRequest) ? Intent.ProductSearch : null;
    }

    // 'The Alder' while an order's number is awaited says what is to be sent back.
    private static bool NamesGoodsOfRequest(MessageMeaning meaning, string text, ConversationMemory memory) =>
        memory.Pending is { Kind: PendingKind.OrderIdentity } pending && IsAboutOrder(pending.For) && pending.For != Intent.OrderStatus
        && meaning.Entities is { OrderNumbers.IsEmpty: true, Emails.IsEmpty: true } and ({ ProductIds.IsEmpty: false } or { Category: not null })
        && !text.Contains('?', StringComparison.Ordinal) && Replies.Words.Of(text).Count <= MostWords;

    // 'Actually no, keep it' after a cancellation was asked for takes it back, whatever 'keep it' means elsewhere.
    private static bool Withdraws(MessageMeaning meaning, string text, ConversationMemory memory) =>
        memory.FocusOrderNumber is not null && memory.Pending is null && IsAboutOrder(memory.LastIntent) && memory.LastIntent != Intent.OrderStatus
        && meaning.Entities.OrderNumbers.IsEmpty && Withdrawing().IsMatch(text);

    // 'My neighbour hasn't got it either' after 'delivered' speaks of the parcel still.
    private static bool MissesFocusOrder(MessageMeaning meaning, string text, ConversationMemory memory) =>
        memory is { FocusOrderNumber: not null, LastIntent: Intent.OrderStatus, Pending: null or { Kind: PendingKind.OfferPerson } }
        && meaning.Intent is Intent.Complaint or Intent.Other or Intent.ProductQuestion or Intent.ProductSearch or Intent.GeneralInquiry or Intent.ShippingQuestion
        && meaning.Entities is { Answer: null, OrderNumbers.IsEmpty: true } && StillMissing().IsMatch(text);

    // 'Who delivers it?' after an order was told of is about its parcel, not about shipping in general.
    private static bool AsksAboutFocusOrder(MessageMeaning meaning, string text, ConversationMemory memory) =>
        memory.FocusOrderNumber is not null && IsAboutOrder(memory.LastIntent)
        && meaning.Intent is Intent.ShippingQuestion or Intent.GeneralInquiry or Intent.ProductQuestion or Intent.PriceInquiry or Intent.VariantQuestion or Intent.Comparison or Intent.Other or Intent.ProductSearch
        && OrderAspects.Of(text) != OrderAspect.Standing && (PointsBack().IsMatch(text) || Replies.Words.Of(text).Count <= 1) && Replies.Words.Of(text).Count <= MostWordsAboutOrder;

    // 'The boots, they are too small' after a return was asked for says more of that return.
    private static bool AddsToRequest(MessageMeaning meaning, string text, ConversationMemory memory) =>
        memory.FocusOrderNumber is not null && memory.Pending is null && IsAboutOrder(memory.LastIntent) && memory.LastIntent != Intent.OrderStatus
        && meaning.Intent is Intent.ProductSearch or Intent.ProductQuestion or Intent.VariantQuestion or Intent.Other or Intent.ExchangeRequest or Intent.Complaint or Intent.CancelOrder or Intent.GeneralInquiry
        && meaning.Entities.OrderNumbers.IsEmpty && !text.Contains('?', StringComparison.Ordinal) && Reason().IsMatch(text)
        || AsksWhenTheTeamAnswers(meaning, text, memory);

    // 'How long will that take?' after a cancellation went to the team asks for the team, not for the parcel.
    private static bool AsksWhenTheTeamAnswers(MessageMeaning meaning, string text, ConversationMemory memory) =>
        memory.FocusOrderNumber is not null && memory.Pending is null && IsAboutOrder(memory.LastIntent) && memory.LastIntent != Intent.OrderStatus
        && meaning.Entities.OrderNumbers.IsEmpty && HowLong().IsMatch(text);

    // 'I don't know, surprise me' in answer to 'what kind of thing?'.
    private static bool LeavesTheChoice(string text, ConversationMemory memory) =>
        memory.Pending?.Kind == PendingKind.ProductDetail && Indifferent().IsMatch(text) && Replies.Words.Of(text).Count <= MostWordsAboutOrder;

    private static bool IsAboutGoods(Intent intent) => intent is Intent.PriceInquiry or Intent.VariantQuestion or Intent.ProductSearch or Intent.ProductQuestion or Intent.Comparison or Intent.Other;

    private static bool IsAboutOrder(Intent intent) => intent is Intent.OrderStatus or Intent.ReturnRequest or Intent.RefundRequest or Intent.ExchangeRequest or Intent.CancelOrder or Intent.OrderChange or Intent.AddressChange;

    // Asked before the e-mail came: the answer still waits for proof, so the same question goes on.
    private static bool AsksAboutPendingOrder(string text, ConversationMemory memory) =>
        memory.Pending is { Kind: PendingKind.OrderIdentity, OrderNumber: not null } && AboutOrder().IsMatch(text) && Replies.Words.Of(text).Count <= MostWordsAboutOrder;
}
