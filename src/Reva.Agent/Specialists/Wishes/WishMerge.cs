using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Reva.Agent.Specialists.Wishes.Reading;
using Reva.Agent.Turns;
using Reva.Agent.Understanding;
using Reva.Core.Actions;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.Wishes;

/// <summary>Joins what a message says with the wishes that are being spoken of: answers, corrections, changes of mind, new wishes. Pure.</summary>
internal static partial class WishMerge
{
    private const int Most = 6;

    /// <summary>The wishes after the message, those to go on with, and those that it took back.</summary>
    public static MergedWishes Of(TurnContext turn)
    {
        var kept = turn.Memory.OrderWishes;
        var numbers = turn.Meaning.Entities.OrderNumbers;
        if (kept.LastOrDefault(w => w.Step == WishStep.Offered) is { } offered)
        {
            if (turn.Meaning.Entities.Answer == false)
                return new MergedWishes([], [], []);
            if (turn.Meaning.Entities.Answer == true)
                return Continue(kept, offered, offered with { Step = WishStep.Said, Words = "" });
            kept = kept.Remove(offered);
        }
        var said = WishReader.Read(LastWord(turn.English), numbers);
        if (said.Count == 0 && Withdraws(turn.English))
            return new MergedWishes([], [], kept);
        if (said.Count == 0)
            return Answered(kept, turn);
        var takenBack = WishReader.TakenBack(turn.English);
        var dropped = kept.Where(w => takenBack.Contains(w.Kind)).ToImmutableArray();
        var (all, current) = (kept.RemoveRange(dropped), new List<OrderWish>());
        foreach (var wish in said)
        {
            var before = all.LastOrDefault(w => !current.Contains(w) && IsSame(w, wish));
            var next = before is null ? Begun(wish, dropped.Concat(kept).LastOrDefault(), turn) : Corrected(before, wish.Text, wish.OrderNumber);
            all = (before is null ? all : all.Remove(before)).Add(next);
            current.Add(next);
        }
        return new MergedWishes([.. all.TakeLast(Most)], [.. current], dropped);
    }

    /// <summary>Whether the words take back what was wished, and say nothing more.</summary>
    public static bool Withdraws(string english) => Withdrawing().IsMatch(english);

    /// <summary>Whether the words ask for time.</summary>
    public static bool Hesitates(string english) => Hesitating().IsMatch(english);

    // 'Remove the bike. Actually no, remove the boots': what is taken back in the same breath was never wished.
    private static string LastWord(string english) =>
        Rethinking().Matches(english).LastOrDefault() is { } turn && english[(turn.Index + turn.Length)..] is var rest && WishReader.Read(rest, []).Count > 0 ? rest : english;

    private static MergedWishes Answered(ImmutableArray<OrderWish> kept, TurnContext turn)
    {
        var number = turn.Meaning.Entities.OrderNumbers.FirstOrDefault();
        if (WishContinuation.Extended(turn.English, kept) is { } denied)
            return Continue(kept, denied, denied with { Step = WishStep.Said, Items = [], Words = turn.English });
        var waiting = kept.LastOrDefault(w => w.Step is not (WishStep.Proposed or WishStep.Said or WishStep.Denied)) ?? kept.LastOrDefault(w => w.Step != WishStep.Denied);
        if (waiting is { Step: WishStep.Proposed } && turn.Meaning.Entities.OrderNumbers is { Length: > 1 } several)
            return Others(kept, waiting, several, turn);
        if (waiting is not null && (waiting.Step != WishStep.Proposed || turn.Input.Memory.OrderWishes.Contains(waiting)))
        {
            // What was said while the order was not known yet is read when it is; the proof itself names no items.
            var words = waiting.Step == WishStep.Order || IsProof(turn) ? $"{waiting.Words}\n{Rest(turn)}" : turn.English;
            var moved = number is not null && waiting.OrderNumber is not null && !Same(number, waiting.OrderNumber);
            var next = waiting with { Words = words, OrderNumber = number ?? waiting.OrderNumber, Items = moved ? [] : waiting.Items };
            // The proof of one opens the others too.
            return waiting.Step == WishStep.Order
                ? new MergedWishes([.. kept.Select(w => ReferenceEquals(w, waiting) ? next : w)], [.. kept.Where(w => w.Step == WishStep.Order).Select(w => ReferenceEquals(w, waiting) ? next : w)], [])
                : Continue(kept, waiting, moved ? next with { ActionId = null } : next) with { Dropped = moved && waiting.ActionId is not null ? [waiting] : [] };
        }
        var begun = new OrderWish { Kind = WishIntents.KindOf(turn.Meaning.Intent), Words = turn.English, OrderNumber = number, NamesGoods = NamesGoods(turn) };
        return new MergedWishes(kept.Add(begun), [begun], []);
    }

    // '#1354 and #1345' after one of them was spoken of: the same for the other.
    private static MergedWishes Others(ImmutableArray<OrderWish> kept, OrderWish waiting, ImmutableArray<string> numbers, TurnContext turn)
    {
        ImmutableArray<OrderWish> more = [.. numbers.Where(n => !kept.Any(w => w.Kind == waiting.Kind && Same(w.OrderNumber, n)))
            .Select(n => new OrderWish { Kind = waiting.Kind, OrderNumber = n, Words = turn.English, Address = waiting.Address })];
        turn.AskedActions.AddRange(kept.Where(w => numbers.Any(n => Same(n, w.OrderNumber))).Select(w => w.ActionId).OfType<string>());
        return more.IsEmpty ? Continue(kept, waiting, waiting with { Words = turn.English }) : new MergedWishes([.. kept.AddRange(more).TakeLast(Most)], more, []);
    }

    private static bool NamesGoods(TurnContext turn) => turn.Meaning.Entities is { Category: not null } or { ProductIds.IsEmpty: false };

    private static bool IsProof(TurnContext turn) => !turn.Meaning.Entities.Emails.IsEmpty && turn.English.Split(' ').Length <= 8;

    private static string Rest(TurnContext turn) => turn.Meaning.Entities.Emails.Aggregate(turn.English, (text, email) => text.Replace(email, " ", StringComparison.OrdinalIgnoreCase));

    private static MergedWishes Continue(ImmutableArray<OrderWish> kept, OrderWish before, OrderWish next) => new(kept.Replace(before, next), [next], []);

    private static OrderWish Begun(SaidWish said, OrderWish? before, TurnContext turn)
    {
        var wish = new OrderWish { Kind = said.Kind, Words = said.Text, OrderNumber = said.OrderNumber, NamesGoods = NamesGoods(turn) };
        // 'Return it instead' speaks of what the exchange was about.
        var goesOn = before is not null && (said.OrderNumber is null || Same(said.OrderNumber, before.OrderNumber)) && turn.Input.Memory.OrderWishes.Length > 0;
        return goesOn && PointsBack().IsMatch(said.Text) && !Also().IsMatch(said.Text) ? wish with { OrderNumber = before!.OrderNumber, Items = [.. before.Items.Select(i => i with { NewVariantId = null })], Reason = before.Reason }
            : goesOn ? wish with { OrderNumber = said.OrderNumber } : wish;
    }

    private static OrderWish Corrected(OrderWish wish, string words, string? number) => wish with
    {
        Words = wish.Step == WishStep.Order ? $"{wish.Words}\n{words}" : words, OrderNumber = number ?? wish.OrderNumber,
        Items = number is null || Same(number, wish.OrderNumber) ? wish.Items : [],
    };

    private static bool IsSame(OrderWish wish, SaidWish said) =>
        WishIntents.Family(wish.Kind) == WishIntents.Family(said.Kind) && !IsFurther(wish, said) && (said.OrderNumber is null || wish.OrderNumber is null || Same(said.OrderNumber, wish.OrderNumber));

    // 'And also take the cap out' stands beside the change that is proposed; what is returned or exchanged is added to by naming it.
    private static bool IsFurther(OrderWish wish, SaidWish said) => wish is { Kind: ActionKind.ChangeItems, Step: WishStep.Proposed } && Also().IsMatch(said.Text);

    private static bool Same(string? one, string? other) => string.Equals(one?.TrimStart('#'), other?.TrimStart('#'), StringComparison.OrdinalIgnoreCase);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(never ?mind|forget (about )?(it|that|the (return|exchange|refund|whole thing))|changed my mind|leave it( as it is)?|leave (everything|things) as|keep (it|them|everything|the order|my order|all of (it|them))|scrap that|undo (it|that|this)|take (it|that) back|nothing then|then nothing|no,? nothing|i'?ll keep (it|them|everything)|don'?t bother|no longer (want|need) (to|that|this)|(don'?t|do not) (cancel|return|exchange|change|refund|do (it|that|anything)))\b|^\W*(oh |no |ok |wait |sorry )?\W*(actually|please|better)?\W*(no\W+)?(don'?t|do not)\W*$", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Withdrawing();

    [GeneratedRegex(@"^\W*(h+m+|ok(ay)?|well|um+|uh+|oh)?\W*((let me|i('ll| will| have to| need to| want to| must)|give me|i'?d like to) (think|check|sleep|see|ask|talk|a (minute|moment|second|sec)|some time)|not sure( yet)?|maybe( later)?|one (moment|second|sec)|hold on|later)\b|^\W*((no|ok|oh)\W+)?wait\W*$", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Hesitating();

    [GeneratedRegex(@"\b(actually,? no|no,? actually|no,? wait|wait,? no|scrap that|sorry,? no|on second thoughts?)\b\W*", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Rethinking();

    [GeneratedRegex(@"\b(also|as well|too|in addition|another thing|one more thing|plus|besides)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Also();

    [GeneratedRegex(@"\b(it|them|that|those|these|this|instead|both|rather|one)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex PointsBack();
}

/// <summary>What a message made of the wishes.</summary>
/// <param name="All">All that are spoken of now.</param>
/// <param name="Current">Those to go on with, in order.</param>
/// <param name="Dropped">Those it took back.</param>
internal sealed record MergedWishes(ImmutableArray<OrderWish> All, ImmutableArray<OrderWish> Current, ImmutableArray<OrderWish> Dropped);
