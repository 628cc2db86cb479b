using Reva.Agent.Identification;
using Reva.Agent.Replies;
using Reva.Core.Actions;
using Reva.Core.Policies;

namespace Reva.Agent.Actions;

/// <summary>What a customer hears of an action: what is proposed, what was done and what comes next, or why not.</summary>
internal static class ActionWords
{
    /// <summary>The proposal in a sentence; the card holds the rest.</summary>
    public static string Proposed(ActionRecord action)
    {
        var money = Money(action.Quote);
        var what = action.Action switch
        {
            CancelOrder a => $"cancel order **{a.OrderNumber}** ({Items(action.Card)})",
            ChangeAddress a => $"send order **{a.OrderNumber}** to {a.Address.OneLine()}",
            ChangeItems a => $"change order **{a.OrderNumber}**: {Changes(action.Card)}",
            ChangePaymentMethod a => $"have order **{a.OrderNumber}** paid with {action.Quote.Method ?? "the other payment method"}",
            ReturnItems a => $"open a return for {Items(action.Card)} from order **{a.OrderNumber}**",
            ExchangeItems a => $"exchange from order **{a.OrderNumber}**: {Items(action.Card)}",
            Refund a => $"pay back {action.Quote.ToCustomer.ToText()} for order **{a.OrderNumber}**",
            ApplyDiscount => $"make you a code: {LowerFirst(action.Card.Title)}",
            UpdateCustomerAddress a => $"change the address in your account to {a.Address.OneLine()}",
            _ => "do that",
        };
        var sum = action.Action is Refund or ChangePaymentMethod ? Method(action.Quote) : money;
        var approval = action.Verdict == PolicyVerdict.Approve ? " Someone from the team has to approve it after your yes." : "";
        return $"I can {what}.{sum}{approval} Shall I go ahead?";
    }

    /// <summary>What came of it.</summary>
    public static string Ended(ActionRecord action) => action.Status switch
    {
        ActionStatus.Done when action.Outcome?.Problem is not null => $"{Done(action)} One thing about the money is left to settle; I've passed that to the team.",
        ActionStatus.Done => Done(action),
        ActionStatus.Declined => "All right, I've left everything as it is.",
        ActionStatus.Expired => "That offer had run out, so nothing was changed. Ask me again and I'll look at it afresh.",
        ActionStatus.Invalidated => action.Text ?? "Something about the order has changed since, so I've done nothing. Ask me again and I'll look at it afresh.",
        ActionStatus.WaitingApproval => "Thank you. It's with the team for approval now; you'll see here what they decide.",
        ActionStatus.Rejected => action.Text ?? "The team has decided against it. Nothing was changed.",
        ActionStatus.Unsupported => $"I can't do that myself in this shop, so I've passed it to the team with all the details: {LowerFirst(action.Card.Title)}. Nothing has been changed yet.",
        ActionStatus.Failed => $"The shop's system didn't accept that, so nothing was changed. I've told the team: {LowerFirst(action.Card.Title)}.",
        ActionStatus.Running or ActionStatus.Confirmed => "It's on its way, but the shop's system is slow to answer. I'll tell you here as soon as it's done; you don't need to do anything.",
        _ => "",
    };

    /// <summary>Why something cannot be done, and what can instead.</summary>
    public static string Denied(ActionKind kind, PolicyDecision decision)
    {
        var why = string.Join(' ', decision.Reasons.Take(2).Select(r => r.Text));
        if (StepUp.IsFor(decision))
            return $"{why} {ProofWords.Offer}";
        var instead = decision.Alternatives.Where(a => a != kind).Select(Instead).Distinct().Take(2).ToList();
        return instead.Count == 0 ? why : $"{why} What I can do instead: {ListText.Join(instead, "or")}.";
    }

    /// <summary>How what was done goes on in parcels: number, label, packing. For a return or an exchange.</summary>
    public static string Sending(ActionRecord action) => $"{(action.Outcome?.Reference is { } number ? $"Your number is **{number}**. " : "")}{Label(action).Trim()}";

    /// <summary>How it goes on with the money; empty when no money moves.</summary>
    public static string Paying(ActionRecord action) => action.Action is ReturnItems or ExchangeItems ? After(action) : Paid(action).Trim();

    private static string Done(ActionRecord action)
    {
        var money = Paid(action);
        return action.Action switch
        {
            CancelOrder a => $"Done: order **{a.OrderNumber}** is cancelled.{money}",
            ChangeAddress a => $"Done: order **{a.OrderNumber}** now goes to {a.Address.OneLine()}.",
            ChangeItems a => $"Done: order **{a.OrderNumber}** is changed: {Changes(action.Card)}.{money}",
            ChangePaymentMethod a => $"Done: order **{a.OrderNumber}** is now paid with {action.Quote.Method ?? "the other payment method"}.",
            ReturnItems a => $"Done: your return from order **{a.OrderNumber}** is open{Number(action)}. {Label(action)}{After(action)}",
            ExchangeItems a => $"Done: the exchange from order **{a.OrderNumber}** is set up{Number(action)}. {Label(action)}{After(action)}",
            Refund => $"Done:{LowerFirst(money.Length > 0 ? money : " the refund is on its way.")}",
            ApplyDiscount a => $"Here's your code: **{action.Outcome?.Reference ?? a.Code}**. It takes {LowerFirst(action.Card.Title)} and works once.",
            UpdateCustomerAddress a => $"Done: your account's address is now {a.Address.OneLine()}.",
            _ => "Done.",
        };
    }

    private static string Paid(ActionRecord action)
    {
        if (action.Outcome?.Refunded is { Amount: > 0 } refunded)
            return $" {refunded.ToText()} goes back to {Known(action.Quote.Method) ?? "your original payment method"}; banks can take a few days to show it.";
        if (action.Outcome?.Charged is { Amount: > 0 } charged)
            return action.Quote.Balance is null && action.Quote.Method is null
                ? $" {charged.ToText()} is still to be paid; the link is in your e-mail."
                : $" {charged.ToText()} was taken from {Known(action.Quote.Method) ?? "your payment method"}.";
        return "";
    }

    private static string Money(ActionQuote quote)
    {
        if (quote.ToCustomer.Amount > 0)
            return $" You get {quote.ToCustomer.ToText()} back{Way(quote)}{(quote.AfterArrival ? " once it has arrived" : "")}.";
        return quote.FromCustomer.Amount > 0 ? $" The difference of {quote.FromCustomer.ToText()} is yours to pay{(quote.Method is { } method ? $" ({method})" : "; you'd get a payment link by e-mail")}." : "";
    }

    // 'Visa ending 4242' is a name, 'gift card' is not.
    private static string? Known(string? method) => method is "gift card" or "original payment method" or "card" ? $"your {method}" : method;

    private static string Method(ActionQuote quote) => quote.Method is { } method && quote.ToCustomer.Amount > 0 ? $" It goes to {Known(method)}." : "";

    private static string Way(ActionQuote quote) => quote.Method is { } method ? $" to {Known(method)}" : "";

    private static string Number(ActionRecord action) => action.Outcome?.Reference is { } number ? $", number **{number}**" : "";

    private static string Label(ActionRecord action) => action.Outcome?.LabelUrl is { } url
        ? $"Print the [return label]({url}), put the items in their packaging and hand the parcel over. "
        : "Pack the items well and write that number on the parcel; the label and the address follow by e-mail. ";

    private static string After(ActionRecord action) => action.Quote switch
    {
        { ToCustomer.Amount: > 0 } quote => $"{quote.ToCustomer.ToText()} goes back{Way(quote)} when it has arrived.",
        { FromCustomer.Amount: > 0 } quote => $"The difference is {quote.FromCustomer.ToText()}{(quote.Method is { } m ? $", paid with {m}" : "; the payment link comes by e-mail")}.",
        _ => "Nothing more is to be paid.",
    };

    // 'taken out: Kiln Mug; added: 2 × Loom Shirt (Pine)'.
    private static string Changes(ActionCard card) =>
        string.Join("; ", new[] { Items(card) }.Where(i => i.Length > 0).Concat(card.Rows.Where(r => r.Label is "Added" or "Taken out").Select(r => $"{LowerFirst(r.Label)}: {r.Value}")));

    private static string Items(ActionCard card) => ListText.Join([.. card.Items.Select(Item)]);

    private static string Item(CardItem item) =>
        $"{(item.Quantity > 1 ? $"{item.Quantity} × " : "")}{item.Title}{(item.Variant is { } v ? $" ({v})" : "")}"
        + (item.Becomes is { } offer ? $" → {(offer.Title == item.Title ? offer.VariantTitle ?? offer.Title : $"{offer.Title}{(offer.VariantTitle is { } nv ? $" ({nv})" : "")}")}" : "");

    private static string Instead(ActionKind kind) => kind switch
    {
        ActionKind.CancelOrder => "cancel the order",
        ActionKind.ChangeAddress => "change its address",
        ActionKind.ChangeItems => "change its items",
        ActionKind.ChangePaymentMethod => "change how it's paid",
        ActionKind.ReturnItems => "take it back as a return",
        ActionKind.ExchangeItems => "exchange it",
        ActionKind.Refund => "refund it",
        ActionKind.ApplyDiscount => "give you a discount",
        _ => "change your address",
    };

    private static string LowerFirst(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
