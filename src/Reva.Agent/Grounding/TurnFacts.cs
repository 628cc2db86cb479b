using System.Text.Json;
using System.Text.RegularExpressions;
using Reva.Agent.Actions;
using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Conversations;
using Reva.Core.Customers;

namespace Reva.Agent.Grounding;

/// <summary>All that a turn's reply may rest on, from this turn and from what the conversation remembers.</summary>
internal static partial class TurnFacts
{
    /// <summary>The ledger as it stands now.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="escalates">Whether the turn brings a person in.</param>
    public static FactLedger Of(TurnContext turn, bool escalates)
    {
        var (store, now) = (turn.Input.Store, turn.Input.Now);
        var facts = new FactLedger(DateText.LocalDay(now, now, store.TimeZone).Day);
        facts.Add($"{store.Name}\n{store.ReplyPromise}\n{turn.ReplyPromise}\n{store.Support.OpenPromise}\n{store.ContactEmail}\n{turn.Memory.FocusOrderNumber}");
        foreach (var said in turn.Input.History)
            Said(said, facts);
        facts.AddShopper(turn.Input.Text);
        // 'Around 100' is read as limits on both sides.
        facts.AddShopper(FormattableString.Invariant($"{turn.Meaning.Entities.MinPrice} {turn.Meaning.Entities.MaxPrice} {turn.Memory.CheaperCap}"));
        facts.AddShopper(turn.Memory.Pending?.Text ?? "");
        foreach (var heard in turn.Heard)
            facts.Add(heard);
        if (turn.PageProduct is { } page)
            facts.Add(JsonSerializer.Serialize(page, ToolJson.Options));
        foreach (var known in turn.Memory.KnownOrders.Concat(turn.Orders.Select(o => KnownOrder.Of(o, now, store.TimeZone))))
            Known(known, facts);
        foreach (var action in turn.Input.Actions?.All ?? [])
            Acted(action, now, facts);
        Settled(turn, escalates, facts);
        return facts;
    }

    private static void Said(Utterance said, FactLedger facts)
    {
        if (said.Author == Author.Shopper)
        {
            facts.AddShopper(said.Text);
            return;
        }
        // The agent's own words were held against the facts when they were said, but what it said it did is no proof of it.
        facts.Add(said.Text);
        if (said.Author == Author.Person)
        {
            foreach (var claim in Clauses.Sentences(said.Text).SelectMany(s => ClaimReader.In(said.Text[s.Start..s.End])))
                facts.Add(new Deed(claim.Kind, claim.Stage, false, null));
        }
    }

    private static void Known(KnownOrder known, FactLedger facts)
    {
        facts.Add(known.Text);
        foreach (Match word in Standing().Matches(known.Text))
        {
            if (Of(word.Value) is { } kind)
                facts.Add(new Deed(kind, DeedStage.Done, false, known.Number));
        }
    }

    private static DeedKind? Of(string standing) => standing switch
    {
        "is:cancelled" => DeedKind.Cancelled,
        "is:refunded" => DeedKind.Refunded,
        "is:shipped" => DeedKind.Shipped,
        "is:delivered" => DeedKind.Delivered,
        "is:returned" => DeedKind.Returned,
        "is:edited" => DeedKind.ItemsChanged,
        _ => null,
    };

    private static void Acted(ActionRecord action, DateTimeOffset now, FactLedger facts)
    {
        facts.Add(JsonSerializer.Serialize(new { action.Action, action.Card, action.Quote, action.Outcome, action.Text, action.Reasons }, ActionJson.Options));
        if (action.Status is ActionStatus.WaitingApproval or ActionStatus.Unsupported or ActionStatus.Failed or ActionStatus.Rejected)
            facts.Add(new Deed(DeedKind.TeamTold, DeedStage.Done, true, null));
        if (StageOf(action, now) is not { } stage)
            return;
        var number = (action.Action as OrderAction)?.OrderNumber;
        foreach (var kind in KindsOf(action.Action))
            facts.Add(new Deed(kind, stage, true, number));
        if (action.Quote.ToCustomer.Amount > 0)
            facts.Add(new Deed(DeedKind.Refunded, stage < DeedStage.Done || action.Quote.AfterArrival && action.Outcome?.Refunded is null ? DeedStage.Promised : stage, true, number));
        if (stage == DeedStage.Done)
            facts.Add(new Deed(DeedKind.Mailed, stage, true, number));
    }

    private static DeedStage? StageOf(ActionRecord action, DateTimeOffset now) => action.Status switch
    {
        ActionStatus.Done => DeedStage.Done,
        ActionStatus.Confirmed or ActionStatus.Running or ActionStatus.WaitingApproval => DeedStage.UnderWay,
        ActionStatus.Proposed when action.WaitsForCustomer(now) => DeedStage.Promised,
        _ => null,
    };

    private static DeedKind[] KindsOf(ShopAction action) => action switch
    {
        CancelOrder => [DeedKind.Cancelled],
        ChangeAddress or UpdateCustomerAddress => [DeedKind.AddressChanged],
        ChangeItems => [DeedKind.ItemsChanged, DeedKind.Exchanged],
        ChangePaymentMethod => [DeedKind.PaymentChanged],
        ReturnItems => [DeedKind.Returned],
        ExchangeItems => [DeedKind.Exchanged, DeedKind.Returned, DeedKind.ItemsChanged],
        Refund => [DeedKind.Refunded],
        ApplyDiscount => [DeedKind.Discounted, DeedKind.CodeSent],
        _ => [],
    };

    private static void Settled(TurnContext turn, bool escalates, FactLedger facts)
    {
        if (escalates || turn.WishedEscalation is not null || turn.Input.Status == ConversationStatus.Escalated)
            facts.Add(new Deed(DeedKind.TeamTold, DeedStage.Done, true, null));
        if (turn.Level != VerificationLevel.None)
            facts.Add(new Deed(DeedKind.Verified, DeedStage.Done, true, null));
        if (turn.Memory.Identity.Code is not null)
        {
            facts.Add(new Deed(DeedKind.CodeSent, DeedStage.Done, true, null));
            facts.Add(new Deed(DeedKind.Mailed, DeedStage.Done, true, null));
        }
    }

    [GeneratedRegex("is:[a-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Standing();
}
