using System.Text.RegularExpressions;
using Reva.Agent.Replies;
using Reva.Agent.Specialists.General;
using Reva.Agent.Specialists.Sales;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Agent.Understanding.Extraction;
using Reva.Core.Catalog;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.Knowledge;

/// <summary>Answers from the shop's own pages, with the source.</summary>
public sealed partial class KnowledgeSpecialist(SearchKnowledge knowledge, PassageAnswer answer, Escalate escalate, SearchProducts search, FindingProducts finding) : ISpecialist
{
    /// <inheritdoc/>
    public string Name => "Knowledge";

    /// <inheritdoc/>
    public IReadOnlyList<ITool> Tools { get; } = [knowledge, search, escalate];

    /// <inheritdoc/>
    public bool Answers(Intent intent) => intent is Intent.ShippingQuestion or Intent.GeneralInquiry;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (SmallTalk.Answer(turn) is { } talk)
            return talk;
        // Goods are called gifts and cards too.
        if (Topics.AsksForGiftCards(turn.English) && await answer.ToAsync(Topics.Canonical(turn.English)!, turn, cancellationToken, least: 0.3) is { } cards)
            return cards;
        if (await AsksForGoodsAsync(turn, cancellationToken))
            return await answer.ToAsync(turn.English, turn, cancellationToken, PassageAnswer.Wholly) ?? await finding.AnswerAsync(turn, cancellationToken);
        var question = Question(turn);
        if (turn.Meaning.Intent == Intent.ShippingQuestion && !Topics.AsksForDuties(question) && (Destinations.Named(turn.English) ?? Destinations.Named(question)) is { } country)
            return await ToCountryAsync(country, question, turn, cancellationToken);
        if (await HalfAsync(question, turn, cancellationToken) is { } half)
            return half;
        if (Topics.Canonical(question) is not { } usual)
            return await answer.ToAsync(question, turn, cancellationToken)
                ?? (AsksToHave().IsMatch(turn.English) && NamesSomething().IsMatch(turn.Input.Text) ? await finding.AnswerAsync(turn, cancellationToken) : NotInThePages(turn));
        return (MoreThan(usual, question, turn) is { } share ? await answer.ToAsync(question, turn, cancellationToken, share) : null)
            ?? await answer.ToAsync(usual, turn, cancellationToken, least: 0.3)
            ?? await answer.ToAsync(question, turn, cancellationToken) ?? NotInThePages(turn);
    }

    // 'And bitcoin?' after the ways to pay wants the sentence that speaks of it.
    private async Task<Reply?> HalfAsync(string question, TurnContext turn, CancellationToken cancellationToken)
    {
        if (question == turn.English || QuestionWords.Of(turn.English) is not { Count: > 0 } added)
            return null;
        return await answer.ToAsync(question, turn, cancellationToken, least: 0.3, naming: [.. added.SelectMany(a => a.Answers)]);
    }

    // 'Are you open on Thanksgiving?' asks for more than the hours: how much of it a sentence must speak of to go before them; null when it asks no more.
    private static double? MoreThan(string usual, string question, TurnContext turn)
    {
        if (NamedRows.Measures(question))
            return PassageAnswer.Surely;
        var words = Replies.Words.Of(usual);
        if (QuestionWords.Of(question) is not { Count: > 1 } asked || asked.Where(a => !a.Answers.Overlaps(words)).ToList() is not { Count: > 0 } more)
            return null;
        return more.Exists(a => !CommonWords.KnowsStem(a.Word) || VocabularyIndex.Of(turn.Vocabulary).IsProductWord(a.Word)) ? PassageAnswer.Surely : PassageAnswer.Wholly;
    }

    // 'Do you offer a discount for students?' sounds like goods; only what the shop sells is.
    private async Task<bool> AsksForGoodsAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var wish = turn.Meaning.Entities.SearchText;
        if (wish.Length > 0 && AsksToHave().IsMatch(turn.English))
            return Topics.Canonical(turn.English) is null && KindsIn(wish, turn) is { Length: > 0 } kinds && IsTitled(kinds, await search.FindAsync(new ProductQuery { Text = kinds }, turn, cancellationToken)) || IsTitled(wish, await search.FindAsync(new ProductQuery { Text = wish }, turn, cancellationToken));
        return wish.Length > 0 && AsksForGoods().IsMatch(turn.English)
            && (turn.Meaning.Entities.Category is not null || IsTitled(wish, await search.FindAsync(new ProductQuery { Text = wish }, turn, cancellationToken)));
    }

    // Of 'sleeping bags for minus ten' the bags are what titles say.
    private static string KindsIn(string wish, TurnContext turn) =>
        string.Join(' ', wish.Split(' ').Where(w => w.Length > 2 && !WishWords.SpeakOfGift(w) && CategoryIndex.IsProductWord(w) && VocabularyIndex.Of(turn.Vocabulary).IsProductWord(w)));

    // 'Do you have a laptop?' and 'do you have a warranty?' differ only in what the shop's titles say.
    private static bool IsTitled(string wish, ProductSearchResult result) =>
        result.Confident && result.Hits.Any(h => Replies.Words.Of($"{h.Product.Title} {h.Product.Category}").IsSupersetOf(Replies.Words.Of(wish)));

    // A country is answered for only by sentences that speak of it; where none does, the shopper hears which ones are spoken of.
    private async Task<Reply> ToCountryAsync(string country, string question, TurnContext turn, CancellationToken cancellationToken)
    {
        var names = Destinations.NamesOf(country);
        // 'And to Canada?' after Germany is about Canada alone.
        question = Destinations.Retold(question, country);
        // The pages are in the shop's language; of another one little may have been translated.
        if (turn.Meaning.Language != "en" && Topics.Canonical(question) is null)
            question = $"shipping cost and delivery time to {country}";
        if (await answer.ToAsync($"{question} {string.Join(' ', names)}", turn, cancellationToken, least: 0.3, naming: names) is { } page)
            return page;
        return await answer.ToAsync("Which countries do you ship to? Where do you deliver?", turn, cancellationToken, least: 0.3) is { } others
            ? names.Any(n => others.Text.Contains(n, StringComparison.OrdinalIgnoreCase)) ? others : others with { Text = $"I don't see {country} among the places we ship to. {others.Text}" }
            : NotInThePages(turn);
    }

    // 'And to the UK?' is half a question; the other half was said before.
    private static string Question(TurnContext turn)
    {
        var text = turn.English;
        var before = turn.Input.History.LastOrDefault(u => u.Author == Author.Shopper)?.Text;
        var continues = before is not null && turn.Memory.LastIntent is Intent.ShippingQuestion or Intent.GeneralInquiry && Replies.Words.Of(text).Count <= 3 && HalfQuestion().IsMatch(text);
        return continues ? $"{before} {text}" : text;
    }

    [GeneratedRegex(@"^\W*((ok|okay|so|and|also|but|or|what about|how about|what if)\b|(to|in|for|from|with|on|at) \w+)|^\W*\w+\W*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HalfQuestion();

    // 'Do you have the Quillon Paper Lantern?': a name, so a thing.
    [GeneratedRegex(@"[a-z] [A-Z]\w+ [A-Z]\w+", RegexOptions.NonBacktracking)]
    private static partial Regex NamesSomething();

    [GeneratedRegex(@"^\W*(\w+[,!.]? )?(do|does) (you|u|the shop|your shop)( guys)?( also)? have ", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AsksToHave();

    [GeneratedRegex(@"\b(do|does|did) (you|u|the shop|your shop)( guys)?( also)? (sell|carry|stock|offer|have any)\b|\b(have|got) (you |u )?(got )?any\b|\bwhere (can|do) i (buy|get|find) (a|an|some)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AsksForGoods();

    /// <summary>What to say when no page answers: plainly, with a way on.</summary>
    public static Reply NotInThePages(TurnContext turn)
    {
        // A shopper about to prove who they are may still do so after asking something else.
        if (turn.Memory.Pending?.Kind != PendingKind.OrderIdentity)
            turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.OfferPerson, null, null, Intent.HumanRequest, turn.Input.Text) };
        return new Reply
        {
            Text = turn.Wording.Pick(
                "I don't know that one: our pages don't say, and I won't guess. Shall I ask the team for you?",
                "That isn't in our help pages, so I can't tell you for certain. Would you like someone from the team to answer it?",
                "I couldn't find an answer to that in anything we've published. I can pass the question to the team if you like."),
            QuickReplies = ["Yes, ask the team", "No, thanks"],
            Helped = false,
        };
    }
}
