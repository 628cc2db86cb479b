using System.Collections.Immutable;
using Reva.Agent.Specialists.Wishes;
using Reva.Agent.Specialists.Wishes.Reading;
using Reva.Agent.Turns;
using Reva.Agent.Understanding.Extraction;
using Reva.Core.Catalog;
using Reva.Core.Conversations;

namespace Reva.Agent.Understanding.Intents;

/// <summary>Tells the wishes of a message apart: 'where is my order and what is your return policy?' are two.</summary>
internal static class MessageParts
{
    private const int Most = 3;
    private const double SureOfPart = 0.5;

    private enum Subject
    {
        None,
        Orders,
        Goods,
        Shop,
    }

    /// <summary>The wishes in order; empty when there is one, or when they belong to one another.</summary>
    public static ImmutableArray<MessagePart> Of(MessageText text, Entities entities, ConversationMemory memory, CatalogVocabulary vocabulary, Intent main)
    {
        var clauses = Clauses.Of(text);
        if (clauses.Count < 2 || SubjectOf(main) == Subject.None)
            return [];
        // A status and a wish are answered one after the other only for who can be told both.
        var known = memory.Identity.Email is not null || !entities.Emails.IsEmpty;
        var parts = Joined(clauses, text, VocabularyIndex.Of(vocabulary), known);
        // The proof that was asked for, given beside another question, is an answer by itself.
        if (memory.Pending is { Kind: PendingKind.OrderIdentity } pending && !(entities.OrderNumbers.IsEmpty && entities.Emails.IsEmpty) && !parts.Exists(p => SubjectOf(p.Intent) == Subject.Orders))
            parts.Insert(0, (pending.For, clauses[0].From, clauses[0].To));
        // Goods and an order in one breath ('I ordered a jacket, where is it?') are one wish; a question about the shop stands by itself.
        if (parts.Count < 2 || !(parts.Exists(p => SubjectOf(p.Intent) == Subject.Shop) || (parts.Exists(p => p.Intent == Intent.OrderStatus) && parts.Exists(p => p.Intent.ChangesOrder()))))
            return [];
        return [.. parts.Take(Most).Select(p => Part(p, text, entities, memory, vocabulary))];
    }

    // Clauses about one subject stay together, but for questions about the shop (each has a page of its own), and a status beside a wish that changes an order.
    private static List<(Intent Intent, int From, int To)> Joined(List<(int From, int To)> clauses, MessageText text, VocabularyIndex vocabulary, bool known)
    {
        var parts = new List<(Intent Intent, int From, int To)>();
        foreach (var (from, to) in clauses)
        {
            var (intent, confidence) = ShopIntents.Classify(MaskedText.Of(text, from, to, vocabulary, hasEmail: false));
            var subject = confidence >= SureOfPart && to - from > 2 ? SubjectOf(intent) : Subject.None;
            // 'Cancel #1369' is short, and says it all.
            if (known && subject == Subject.None && parts.Count == 0 && WishOf(text, from, to) is { } begun)
                (intent, subject) = (begun, Subject.Orders);
            if (known && parts.Count > 0 && StatusBesideWish(parts[^1], (intent, from, to), text) is { } other)
            {
                parts.Add((other, from, to));
                continue;
            }
            // 'Do you ship to Germany, and how much is it?': what is asked of an 'it' belongs to what came before.
            var before = parts.Count > 0 ? SubjectOf(parts[^1].Intent) : Subject.None;
            // 'My order hasn't arrived and I need it for Saturday' asks nothing of the shop.
            var refersBack = ((before == Subject.Shop && subject == Subject.Goods) || (before == Subject.Orders && subject == Subject.Shop && !Asks(text, from))) && PointsBack(text, from, to);
            var continues = parts.Count > 0 && (refersBack || subject == Subject.None || (subject == SubjectOf(parts[^1].Intent) && !(subject == Subject.Shop && Asks(text, from) && Asks(text, parts[^1].From))));
            if (continues)
                parts[^1] = parts[^1] with { To = to };
            else if (subject != Subject.None)
                parts.Add((intent, from, to));
        }
        return parts;
    }

    private static MessagePart Part((Intent Intent, int From, int To) part, MessageText text, Entities whole, ConversationMemory memory, CatalogVocabulary vocabulary)
    {
        var words = Words(text, part.From, part.To) + (text[part.To - 1].After == '?' ? "?" : "");
        // Who one is may be said anywhere; what is wished for belongs to its own clause, and so does the order where it names one.
        var own = EntityReader.Read(words, memory, vocabulary).Entities;
        return new MessagePart(part.Intent, words, own with { OrderNumbers = own.OrderNumbers.IsEmpty ? whole.OrderNumbers : own.OrderNumbers, Emails = whole.Emails });
    }

    // 'Where is #1369? And cancel it please', 'cancel #1371 and where is #1369?'. What is said of an order that arrived belongs to the wish.
    private static Intent? StatusBesideWish((Intent Intent, int From, int To) before, (Intent Intent, int From, int To) clause, MessageText text)
    {
        var wish = WishOf(text, clause.From, clause.To);
        return before.Intent == Intent.OrderStatus && Asks(text, before.From) && wish is not null && (!Asks(text, clause.From) || text[clause.From].Plain is "can" or "could" or "will" or "may") ? wish
            : before.Intent.ChangesOrder() && clause.Intent == Intent.OrderStatus && Asks(text, clause.From) && wish is null ? Intent.OrderStatus : null;
    }

    private static Intent? WishOf(MessageText text, int from, int to) => WishReader.Read(Words(text, from, to), []) is [var said, ..] ? WishIntents.Of(said.Kind) : null;

    private static string Words(MessageText text, int from, int to) => text.Source[text[from].Start..text[to - 1].End];

    private static bool PointsBack(MessageText text, int from, int to)
    {
        const int MostWordsAboutIt = 8;
        for (var i = from; i < to && to - from <= MostWordsAboutIt; i++)
        {
            if (text[i].Plain is "it" or "that" or "this")
                return true;
        }
        return false;
    }

    private static bool Asks(MessageText text, int from) =>
        text[from].Plain is "what" or "whats" or "how" or "do" or "does" or "can" or "could" or "is" or "are" or "where" or "wheres" or "when" or "which" or "who" or "why" or "will" or "may";

    private static Subject SubjectOf(Intent intent) => intent switch
    {
        Intent.OrderStatus or Intent.ReturnRequest or Intent.RefundRequest or Intent.ExchangeRequest or Intent.CancelOrder or Intent.OrderChange or Intent.AddressChange => Subject.Orders,
        Intent.ProductSearch or Intent.ProductQuestion or Intent.VariantQuestion or Intent.PriceInquiry or Intent.Comparison => Subject.Goods,
        Intent.ShippingQuestion or Intent.GeneralInquiry => Subject.Shop,
        _ => Subject.None,
    };
}
