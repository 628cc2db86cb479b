using Reva.Agent.Turns;
using Reva.Agent.Understanding.Extraction;
using Reva.Core.Conversations;

namespace Reva.Agent.Understanding.Intents;

/// <summary>What a message means after what was said before: an answer, or a refinement of the last search.</summary>
internal static class ConversationContext
{
    private const int FewWords = 6;

    /// <summary>The intent in this conversation; null when what was said before changes nothing.</summary>
    public static Intent? Corrected(Intent intent, MessageText text, Entities entities, ConversationMemory memory) =>
        Answering(intent, text, entities, memory) ?? Refining(intent, text, entities, memory) ?? Alone(intent, text, entities);

    private static Intent? Answering(Intent intent, MessageText text, Entities entities, ConversationMemory memory)
    {
        if (memory.Pending is not { } pending)
            return null;
        var identifies = !entities.OrderNumbers.IsEmpty || !entities.Emails.IsEmpty;
        var isBare = intent is Intent.Other or Intent.OrderStatus or Intent.Greeting or Intent.Thanks || text.Count <= FewWords;
        return pending.Kind switch
        {
            _ when entities.Answer == false => intent is Intent.Thanks ? Intent.Thanks : Intent.Other,
            PendingKind.OrderIdentity or PendingKind.OfferCode when identifies && (isBare || intent == pending.For) => pending.For,
            PendingKind.WhichOrder when (identifies || !entities.Ordinals.IsEmpty) && isBare => pending.For,
            PendingKind.WhichProduct when (!entities.Ordinals.IsEmpty || !entities.ProductIds.IsEmpty || !entities.Colors.IsEmpty) && (isBare || intent is Intent.ProductSearch) => pending.For,
            PendingKind.ProductDetail when entities.Answer is null && IsAboutProducts(intent, entities) && intent is Intent.Other or Intent.ProductQuestion or Intent.VariantQuestion or Intent.PriceInquiry or Intent.Greeting && text.Count <= FewWords => Intent.ProductSearch,
            PendingKind.OfferPerson when entities.Answer == true => Intent.HumanRequest,
            _ when entities.Answer == true => pending.For,
            _ => null,
        };
    }

    private static Intent? Refining(Intent intent, MessageText text, Entities entities, ConversationMemory memory)
    {
        if (memory.ShownProductIds.IsEmpty && memory.LastQuery is null)
            return null;
        if (memory.LastIntent == Intent.ProductSearch && intent is Intent.Thanks or Intent.Other or Intent.Greeting or Intent.ProductQuestion && entities.SearchText.Length > 0 && ContextWords.TellsTaste(text))
            return Intent.ProductSearch;
        if (memory.ShownProductIds.Length > 0 && ContextWords.AsksWhichOf(text) && entities.Ordinals.Length >= 2 && intent is not Intent.VariantQuestion)
            return Intent.Comparison;
        if (intent is Intent.Comparison or Intent.ProductSearch or Intent.Other && entities.Ordinals.IsEmpty && ContextWords.AsksAQuality(text) && !entities.Cheaper && !entities.MoreExpensive)
            return Intent.ProductQuestion;
        // 'Which is cheaper?' asks about those shown, not for others.
        if (memory.ShownProductIds.Length > 1 && text[0].Plain is "which" && text.Count <= FewWords && (entities.Cheaper || entities.MoreExpensive || entities.Superlative is not null || ContextWords.AsksWhichOf(text)))
            return Intent.Comparison;
        // 'Which would you pick for hiking?', 'what's the softest?' after several were shown: which of them.
        if (memory.ShownProductIds.Length > 1 && intent is Intent.ProductSearch or Intent.ProductQuestion or Intent.Other or Intent.GeneralInquiry && entities.Category is null && entities.Superlative is null && ContextWords.AsksForTheMost(text))
            return Intent.Comparison;
        // 'the second one' alone asks to hear of it.
        if (intent is Intent.Comparison or Intent.Other && text.Count <= FewWords && entities.Ordinals.Length + entities.ProductIds.Length == 1 && !ContextWords.AsksWhichOf(text) && !ContextWords.Asks(text))
            return Intent.ProductQuestion;
        if (entities.Similar || entities.More || entities.Cheaper || entities.MoreExpensive || ContextWords.Suggests(text))
            return intent is Intent.Other or Intent.PriceInquiry or Intent.ProductQuestion or Intent.VariantQuestion or Intent.GeneralInquiry or Intent.Comparison or Intent.Greeting ? Unless(ContextWords.AsksAboutOne(text), Intent.ProductSearch) : null;
        if (intent == Intent.Other && memory.LastIntent == Intent.ProductSearch && text.Count <= 3 && entities is { SearchText.Length: > 0, Answer: null } && !ContextWords.Asks(text))
            return Intent.ProductSearch;
        if (text.Count > FewWords || intent is not (Intent.Other or Intent.PriceInquiry or Intent.Greeting or Intent.Thanks or Intent.ExchangeRequest or Intent.OrderChange or Intent.ProductSearch or Intent.VariantQuestion or Intent.GeneralInquiry))
            return null;
        if (intent == Intent.PriceInquiry && ContextWords.AsksAboutOne(text))
            return null;
        if (entities.MaxPrice is not null || entities.MinPrice is not null || entities.Audience is not null || entities.Superlative is not null)
            return Intent.ProductSearch;
        if (entities.Colors.IsEmpty && entities.Sizes.IsEmpty && entities.Materials.IsEmpty && entities.Category is null)
            return entities.InStock && text.Count <= 3 ? Intent.VariantQuestion : null;
        return ContextWords.Asks(text) && (!entities.Sizes.IsEmpty || entities.RefersBack) ? Intent.VariantQuestion : Unless(intent == Intent.VariantQuestion && entities.RefersBack, Intent.ProductSearch);
    }

    private static Intent? Alone(Intent intent, MessageText text, Entities entities)
    {
        if (entities.OrderNumbers.Length > 0 && text.Count <= 3 && intent is Intent.Other or Intent.Greeting or Intent.PriceInquiry or Intent.ProductSearch or Intent.Thanks)
            return Intent.OrderStatus;
        // A bare 'yes please' that answers nothing of ours wishes for nothing: no person, no return.
        if (ContextWords.IsBareAnswer(text))
            return Intent.Other;
        // 'What's the cheapest tent you have?', 'any boots on sale?': what is asked for is shown, whichever was spoken of before.
        if (intent == Intent.PriceInquiry && (entities.Superlative is not null
            || (entities.OnSale && !entities.RefersBack && entities.ProductIds.IsEmpty && (entities.Category is not null || entities.SearchText.Length > 0))))
            return Intent.ProductSearch;
        // 'He already has a mug' narrows what was searched for.
        if (!entities.UnwantedKinds.IsEmpty && intent is Intent.Other or Intent.OrderStatus or Intent.OrderChange or Intent.Complaint && entities is { OrderNumbers.IsEmpty: true, Emails.IsEmpty: true } && text.Count <= FewWords + 2)
            return Intent.ProductSearch;
        if (intent == Intent.Other && text.Count <= 4 && (entities.Category is not null || entities.ProductIds.Length > 0))
            return Intent.ProductSearch;
        return null;
    }

    private static bool IsAboutProducts(Intent intent, Entities entities) =>
        entities.SearchText.Length > 0 || entities.MaxPrice is not null || entities.MinPrice is not null || entities.Audience is not null || !entities.Colors.IsEmpty || !entities.Sizes.IsEmpty || intent != Intent.Other;

    private static Intent? Unless(bool exception, Intent intent) => exception ? null : intent;
}
