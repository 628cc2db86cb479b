using System.Text.RegularExpressions;
using Reva.Core.Actions;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>Tells the wishes of a message apart: 'cancel #1001 and send #1002 to my office' are two. Pure.</summary>
internal static partial class WishReader
{
    private const int FarthestDenial = 30;
    private const int Most = 5;

    /// <summary>The wishes in order; empty when the message begins none.</summary>
    public static List<SaidWish> Read(string text, IReadOnlyCollection<string> orderNumbers)
    {
        var starts = Starts(text);
        var said = new List<(SaidWish Wish, List<string> Numbers)>();
        for (var i = 0; i < starts.Count; i++)
        {
            // What stands before the first wish belongs to it: 'the boots are too small, I want to exchange them'.
            var from = i == 0 ? 0 : Boundary(text, starts[i].At, starts[i - 1].End);
            var to = i + 1 < starts.Count ? Boundary(text, starts[i + 1].At, starts[i].End) : text.Length;
            // 'Where is #1370, and can you cancel #1369?': what stands behind the verb is what it is about.
            var numbers = NumbersIn(text[starts[i].At..to], orderNumbers) is { Count: > 0 } behind ? behind : NumbersIn(text[from..to], orderNumbers);
            said.Add((new SaidWish(starts[i].Kind, text[from..to], null), numbers));
        }
        // 'Cancel #1001 and #1002' is one verb and two wishes.
        return [.. Joined(said).SelectMany(s => s.Numbers.Count == 0 ? [s.Wish] : s.Numbers.Select(n => s.Wish with { OrderNumber = n })).Take(Most)];
    }

    /// <summary>Kinds that the message takes back: 'return it instead of exchanging'.</summary>
    public static IReadOnlyList<ActionKind> TakenBack(string text) =>
        [.. WishVerbs.All.Where(v => v.Phrases.In(text).Any(p => IsDenied(text, p.At))).Select(v => v.Kind)];

    private static List<(ActionKind Kind, int At, int End)> Starts(string text)
    {
        var starts = new List<(ActionKind Kind, int At, int End)>();
        foreach (var (kind, phrases) in WishVerbs.All)
        {
            foreach (var (at, end) in phrases.In(text))
            {
                if (!IsDenied(text, at) && !starts.Exists(s => at < s.End && s.At < end))
                    starts.Add((kind, at, end));
            }
        }
        starts.Sort((a, b) => a.At.CompareTo(b.At));
        return starts;
    }

    private static bool IsDenied(string text, int at) => WishVerbs.Denying().IsMatch(text[Math.Max(0, at - FarthestDenial)..at]);

    // 'And', 'also', a comma or a full stop before a wish's verb lead over to it.
    private static int Boundary(string text, int at, int least)
    {
        var between = text[least..at];
        var cut = Leading().Matches(between).LastOrDefault();
        return cut is null ? at : least + cut.Index;
    }

    private static List<(SaidWish Wish, List<string> Numbers)> Joined(List<(SaidWish Wish, List<string> Numbers)> said)
    {
        var joined = new List<(SaidWish Wish, List<string> Numbers)>();
        foreach (var (wish, numbers) in said)
        {
            if (joined.Count > 0 && Belongs(joined[^1].Wish, wish) is { } kind)
                joined[^1] = (joined[^1].Wish with { Kind = kind, Text = joined[^1].Wish.Text + wish.Text }, [.. joined[^1].Numbers.Union(numbers)]);
            else
                joined.Add((wish, numbers));
        }
        return joined;
    }

    // 'Return it for a refund', 'the size is wrong, swap it', 'cancel it and give me my money back' are one wish each.
    private static ActionKind? Belongs(SaidWish before, SaidWish wish) => (before.Kind, wish.Kind) switch
    {
        var (a, b) when a == b => Number().IsMatch(wish.Text) && Number().IsMatch(before.Text) ? null : a,
        (ActionKind.CancelOrder, ActionKind.Refund) when !NamesShipping().IsMatch(wish.Text) => ActionKind.CancelOrder,
        (ActionKind.ReturnItems, ActionKind.Refund) when !NamesShipping().IsMatch(wish.Text) => ActionKind.ReturnItems,
        (ActionKind.Refund, ActionKind.ReturnItems) => ActionKind.ReturnItems,
        (ActionKind.Refund, ActionKind.CancelOrder) => ActionKind.CancelOrder,
        (ActionKind.ReturnItems, ActionKind.ExchangeItems) when Alternative().IsMatch(before.Text) => ActionKind.ExchangeItems,
        (ActionKind.ExchangeItems, ActionKind.ChangeItems) when !Items().IsMatch(wish.Text) => ActionKind.ExchangeItems,
        (ActionKind.ChangeItems, ActionKind.ExchangeItems) when !Items().IsMatch(before.Text) => ActionKind.ExchangeItems,
        (ActionKind.ChangeAddress, ActionKind.ChangeItems) when !Items().IsMatch(wish.Text) => ActionKind.ChangeAddress,
        (ActionKind.ChangeItems, ActionKind.ChangeAddress) when !Items().IsMatch(before.Text) => ActionKind.ChangeAddress,
        (ActionKind.UpdateCustomerAddress, ActionKind.ChangeAddress) when !Number().IsMatch(wish.Text) && !wish.Text.Contains("order", StringComparison.OrdinalIgnoreCase) => ActionKind.UpdateCustomerAddress,
        (ActionKind.ChangeAddress, ActionKind.UpdateCustomerAddress) when !Number().IsMatch(before.Text) => ActionKind.UpdateCustomerAddress,
        _ => null,
    };

    private static List<string> NumbersIn(string text, IReadOnlyCollection<string> orderNumbers) => [.. orderNumbers.Where(n => Names(text, n.TrimStart('#')))];

    // Order 1001 is named by '#1001', and not by '11001' or '1001a'.
    private static bool Names(string text, string number)
    {
        for (var at = text.IndexOf(number, StringComparison.OrdinalIgnoreCase); at >= 0 && number.Length > 0; at = text.IndexOf(number, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!IsOfANumber(text, at - 1) && !IsOfANumber(text, at + number.Length))
                return true;
        }
        return false;
    }

    private static bool IsOfANumber(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(text[at]);

    [GeneratedRegex(@"[.;!?\n,]|\b(and|also|then|plus|but|as well as)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Leading();

    [GeneratedRegex(@"#\w{3,}|\b\d{4,}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(shipping|delivery|postage)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NamesShipping();

    [GeneratedRegex(@"\bor\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Alternative();

    [GeneratedRegex(@"\b(add|remove|drop|quantity|take|(make (it|that|them)|only|just)( just| only)? (need |want |wanted |needed |meant )?(\d|one|two|three|four))\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Items();
}
