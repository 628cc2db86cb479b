using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Reva.Agent.Specialists.Wishes.Reading;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Agent.Specialists.Wishes;

/// <summary>Reads the words of a wish against the order that it is about: which items, how many, what instead, why, where to.</summary>
public sealed partial class WishDetails(WishVariants variants)
{
    /// <summary>The wish with what its words say, and the kind that it turns out to be.</summary>
    internal async Task<OrderWish> ReadAsync(OrderWish wish, Order order, TurnContext turn, CancellationToken cancellationToken)
    {
        var words = Contrast(wish.Words, order);
        wish = wish with { OrderNumber = order.Number, Reason = ReasonReader.Read(words) ?? wish.Reason, Words = "" };
        wish = Settled(wish, words, order);
        return wish.Kind switch
        {
            ActionKind.ChangeAddress => wish with { Address = Abroad(AddressReader.Read(WithoutNumber(words, order), wish.Address, wish.Step == WishStep.Address), order) },
            ActionKind.ReturnItems or ActionKind.Refund => WithItems(RefundReader.Read(words, wish), words, order),
            // A question for what there is chooses nothing yet.
            ActionKind.ExchangeItems or ActionKind.ChangeItems when wish.Step == WishStep.Instead && VariantReader.AsksWhatThereIs(words) => wish,
            ActionKind.ExchangeItems => await variants.ReadAsync(Chosen, wish, words, order, turn.StoreId, cancellationToken),
            ActionKind.ChangeItems => await WithChangesAsync(wish, words, order, turn, cancellationToken),
            ActionKind.ChangePaymentMethod => wish with { Named = Method().Match(words) is { Success: true } method ? method.Value : wish.Step == WishStep.Payment ? words.Trim() : wish.Named },
            _ => wish,
        };
    }

    // Its number is no house's.
    private static string WithoutNumber(string words, Order order) => words.Replace(order.Number.TrimStart('#'), " ", StringComparison.OrdinalIgnoreCase);

    // State and postcode tell of another country than the order was to go to.
    private static WishedAddress? Abroad(WishedAddress? address, Order order) =>
        address is { Country: null } && Places.CountryOf(address.Province, address.Zip) is { } country && order.ShippingAddress?.Country is { } before && !IsOf(before, country) ? address with { Country = country } : address;

    private static bool IsOf(string country, string code) => country.Equals(code, StringComparison.OrdinalIgnoreCase) || Places.Country(country) == code;

    // 'I ordered a fleece and a sweater, but I'd like the sweater in M': what was ordered is not what is wished.
    private static string Contrast(string words, Order order) =>
        words.LastIndexOf(" but ", StringComparison.OrdinalIgnoreCase) is > 0 and var at && !Everything().IsMatch(words) && WishReader.Read(words[..at], []).Count == 0 && ItemReader.Read(words[at..], order).Named
            ? words[at..] : words;

    // An order that is still in the shop is changed or cancelled, not exchanged or paid back beside its goods.
    private static OrderWish Settled(OrderWish wish, string words, Order order)
    {
        var inShop = order.CancelledAt is null && order.Fulfillments.IsEmpty && order.Lines.All(l => l.Unfulfilled >= ItemReader.Pieces(l));
        return wish.Kind switch
        {
            ActionKind.CancelOrder when IsOfItems(words, order) && WrongChoice().IsMatch(words) => wish with { Kind = inShop ? ActionKind.ChangeItems : ActionKind.ExchangeItems, Operation = ItemOperation.Swap },
            ActionKind.CancelOrder when OfSome().IsMatch(words) && order.Lines.Count(l => ItemReader.Pieces(l) > 0) > 1 => wish with { Kind = ActionKind.ChangeItems, Operation = ItemOperation.Remove },
            ActionKind.CancelOrder when IsOfItems(words, order) => wish with { Kind = ActionKind.ChangeItems, Operation = ItemOperation.Remove },
            ActionKind.ExchangeItems when inShop => wish with { Kind = ActionKind.ChangeItems, Operation = ItemOperation.Swap },
            ActionKind.ChangeItems when !inShop && OperationOf(words, wish) == ItemOperation.Swap => wish with { Kind = ActionKind.ExchangeItems },
            ActionKind.ChangeItems => wish with { Operation = OperationOf(words, wish) },
            ActionKind.Refund when inShop && RefundReader.Read(words, wish) is { Shipping: false, Amount: null } && ItemReader.Read(words, order) is { Named: false } or { Whole: true } => wish with { Kind = ActionKind.CancelOrder },
            // What is merely not liked goes back before it is paid; what is broken or never came is paid back as it is.
            ActionKind.Refund when !ReasonReader.IsFault(wish.Reason) && RefundReader.Read(words, wish) is { Shipping: false, Amount: null } && order.Lines.Any(l => l.Returnable > 0) => wish with { Kind = ActionKind.ReturnItems },
            _ => wish,
        };
    }

    // 'Cancel the socks' is less than 'cancel the order'.
    private static bool IsOfItems(string words, Order order) =>
        order.Lines.Count(l => ItemReader.Pieces(l) > 0) > 1 && !WholeOrder().IsMatch(words) && ItemReader.Read(words, order) is { Named: true, Whole: false, Items.Length: > 0 } named
        && named.Items.Length < order.Lines.Count(l => ItemReader.Pieces(l) > 0);

    private static ItemOperation OperationOf(string words, OrderWish wish) =>
        wish is { Step: WishStep.Proposed, Operation: ItemOperation.Remove } && VariantReader.NamesAVariant(words) ? ItemOperation.Swap
        : wish.Step is WishStep.Items or WishStep.Instead or WishStep.Proposed && !Adding().IsMatch(words) && !Removing().IsMatch(words) && !Setting().IsMatch(words) ? wish.Operation
        : Setting().IsMatch(words) ? ItemOperation.SetNumber : Removing().IsMatch(words) ? ItemOperation.Remove : Adding().IsMatch(words) ? ItemOperation.Add : ItemOperation.Swap;

    private static OrderWish WithItems(OrderWish wish, string words, Order order)
    {
        if (wish.Kind == ActionKind.Refund && wish is { Shipping: true, Whole: false } or { Amount: not null } && ItemReader.Read(words, order) is { Named: false })
            return wish;
        return NamesOther(wish, words, order) ? wish : Chosen(wish, InsteadOf().Replace(words, ""), order);
    }

    // 'The boots' of an order that holds a speaker is no speaker.
    private static bool NamesOther(OrderWish wish, string words, Order order) => wish.NamesGoods && ItemReader.Read(words, order) is { Named: false };

    private static OrderWish Chosen(OrderWish wish, string words, Order order)
    {
        var choice = ItemReader.Read(words, order);
        var held = order.Lines.Where(l => ItemReader.Pieces(l) > 0).ToArray();
        if (choice.Items.Length > 0)
            return wish with { Items = wish.Items.Length > 0 && AlsoThose().IsMatch(words) && !choice.Whole ? Union(wish.Items, choice.Items) : choice.Items };
        if (wish.Items.Length > 0)
            return ItemReader.Number(words) is { } number && wish.Items.Length == 1 ? wish with { Items = [wish.Items[0] with { Quantity = number }] } : wish;
        return held.Length == 1 && !choice.Unclear ? wish with { Items = [new WishedItem(held[0].Id, ItemReader.Number(words) is { } pieces && pieces <= ItemReader.Pieces(held[0]) ? pieces : ItemReader.Pieces(held[0]))] } : wish;
    }

    private static ImmutableArray<WishedItem> Union(ImmutableArray<WishedItem> before, ImmutableArray<WishedItem> more) =>
        [.. before.Where(b => !more.Any(m => m.LineId == b.LineId)), .. more];

    private async Task<OrderWish> WithChangesAsync(OrderWish wish, string words, Order order, TurnContext turn, CancellationToken cancellationToken)
    {
        if (Beyond().IsMatch(words) && ItemReader.Read(words, order) is { Named: false })
            return wish with { Operation = ItemOperation.Add, Items = [], Named = words.Trim() };
        if (wish.Operation == ItemOperation.Swap)
            return await variants.ReadAsync(Chosen, wish, words, order, turn.StoreId, cancellationToken);
        var unnamed = Extras().IsMatch(words) || wish.Operation == ItemOperation.Add && ItemReader.Read(words, order) is { Named: false } && !OfTheSame().IsMatch(words);
        if (unnamed || NamesOther(wish, words, order))
            return wish with { Named = wish.Operation == ItemOperation.Add ? words.Trim() : null };
        var named = Chosen(wish, InsteadOf().Replace(words, ""), order);
        if (wish.Operation == ItemOperation.Remove)
            return named;
        var number = ItemReader.Number(Last().Match(words) is { Success: true } to ? to.Groups["n"].Value : words) ?? (wish.Operation == ItemOperation.Add ? 1 : 0);
        return named.Items.Length == 1 && number > 0 ? named with { Items = [named.Items[0] with { Quantity = number, NewVariantId = order.Lines.First(l => l.Id == named.Items[0].LineId).VariantId }] } : named with { Items = number > 0 ? named.Items : [] };
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(whole|entire|complete|everything|all of it)\b|\bcancel\w* (it|this|that|(my |the |this |that |an? )?(\w+ )?order|#|order|please)\b|\bcancel\w*\W*($|#)|\bdon'?t (want|need) (it|the order|this order|my order)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex WholeOrder();

    [GeneratedRegex(@"\b(everything|all|the rest|keep)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Everything();

    // 'Remove the bowls instead of the tumbler'. In an exchange the same words name what goes.
    [GeneratedRegex(@"\b(instead of|rather than) (the|my|that|those|these) [^,.;!?\n]+", Options | RegexOptions.NonBacktracking)]
    private static partial Regex InsteadOf();

    // 'Cancel one item' leaves the others.
    [GeneratedRegex(@"\b(one|two|some|an?|part|few|single) (of )?(the |my |these |those )?(other )?(items?|things?|articles?|products?|pieces?)\b|\bpart of (it|the order|my order)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex OfSome();

    [GeneratedRegex(@"\bwrong\b[^.;!?\n]{0,30}\b(size|colou?r|one|variant)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex WrongChoice();

    // What an order has besides its items: the team sees to it.
    [GeneratedRegex(@"\b(phone|mobile|telephone|delivery (date|day|time|slot|instructions?|note)|next (week|month)|later date|postpone|(hold|delay|pause) (my|the|this) order|billing|invoice|express|overnight|next[- ]day|(faster|quicker|upgrade\w*( my| the)?) (shipping|delivery)|shipping (method|speed)|vat|company name|name on)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Beyond();

    [GeneratedRegex(@"\b(gift[- ]?wrap\w*|gift (note|message|card with)|greeting card|engrav\w*|personali[sz]\w*|hand-?written note)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Extras();

    [GeneratedRegex(@"\b(add|another|one more|extra|increase|more of)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Adding();

    [GeneratedRegex(@"\b(remove|take [^.;!?\n]{0,40}(out|off)|take (out|off)|drop|leave out|without|cancel|one less|don'?t (want|need)|no longer (want|need))\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Removing();

    [GeneratedRegex(@"\b(quantity|number|amount)\b|\bmake (it|that|them|the \w+) (just |only )?(\d{1,2}|one|two|three|four)\b(?! ?(ml|l|cm|oz))|\b(only|just) (need |want |wanted |needed |meant )?(\d{1,2}|one|two|three)\b|\b(reduce|increase)\b[^.;!?\n]{0,40}\bto (\d{1,2}|one|two|three|four)\b|\b(\d{1,2}|two|three|four) instead of (\d{1,2}|one|two|three|four)\b", Options, 1000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\bto (just |only )?(?<n>\d{1,2}|one|two|three|four|five|six)\b|\bmake (it|that|them|the \w+) (just |only )?(?<n>\d{1,2}|one|two|three|four|five|six)\b|\b(?<n>\d{1,2}|one|two|three|four) instead of\b|\b(only|just) (need |want |wanted |needed |meant )?(?<n>\d{1,2}|one|two|three)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Last();

    [GeneratedRegex(@"\b(one more|two more|another one|more of|of (the same|it|them|those|that)|the same)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex OfTheSame();

    [GeneratedRegex(@"\b(also|too|as well|and the|plus|add|in addition)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex AlsoThose();

    [GeneratedRegex(@"\b(visa|mastercard|master card|amex|american express|paypal|apple pay|google pay|klarna|gift card|(debit|credit|other|new|another|different) card|bank transfer|store credit|invoice)\b([^.;!?\n]{0,20}?\b(ending( in)?|ends with) \d{4})?", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Method();
}
