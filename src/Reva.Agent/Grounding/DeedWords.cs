using System.Text.RegularExpressions;

namespace Reva.Agent.Grounding;

/// <summary>Which deed a verb and the nouns beside it name.</summary>
internal static partial class DeedWords
{
    /// <summary>Verbs of deeds, past participle and simple past.</summary>
    public const string Verbs =
        "cancel+ed|called off|voided|annulled|revoked|stopped|refunded|reimbursed|repaid|paid back|credited|compensated|returned|exchanged|swapped|shipped|dispatched|resent|re-?shipped|delivered|"
        + "processed|issued|initiated|approved|authori[sz]ed|started|begun|submitted|completed|finali[sz]ed|arranged|triggered|requested|filed|created|generated|opened|set up|made|placed|registered|logged|"
        + "booked|scheduled|put through|put in|handled|sorted|settled|resolved|fixed|executed|carried out|taken care of|done|actioned|confirmed|applied|granted|gave|given|added|removed|deleted|updated|changed|edited|"
        + "modified|corrected|amended|adjusted|replaced|switched|redirected|rerouted|extended|waived|upgraded|expedited|prioriti[sz]ed|reserved|held|set aside|ordered|re-?ordered|subscribed|unsubscribed|charged|"
        + "transferred|released|sent|e-?mailed|mailed|texted|forwarded|passed|handed|escalated|notified|informed|told|asked|let|alerted|contacted|called|flagged|raised|reported|recorded|verified|received|activated|"
        + "deactivated|closed|reversed|undone|gone ahead|went ahead|moved";

    /// <summary>The same, as what is to come or under way.</summary>
    public const string Futures =
        "cancel|cancel+ing|refund|refunding|reimburse|reimbursing|pay back|paying back|credit|crediting|exchange|exchanging|swap|swapping|resend|resending|reship|reshipping|ship|shipping|process|processing|issue|issuing|"
        + "initiate|initiating|approve|approving|start|starting|submit|submitting|complete|completing|arrange|arranging|create|creating|open|opening|set up|setting up|apply|applying|grant|granting|give|giving|"
        + "add|adding|remove|removing|delete|deleting|update|updating|change|changing|edit|editing|correct|correcting|replace|replacing|switch|switching|redirect|redirecting|extend|extending|waive|waiving|upgrade|"
        + "upgrading|expedite|expediting|reserve|reserving|order|ordering|reorder|subscribe|unsubscribe|send|sending|e-?mail|e-?mailing|forward|forwarding|pass|passing|hand|handing|escalate|escalating|notify|notifying|"
        + "inform|informing|alert|alerting|contact|contacting|call|calling|flag|flagging|return|returning|put through|get it (sorted|done|fixed)|make (the|that|this) change|take care of|sort|fix|handle|arrange";

    /// <summary>What a clause with this verb says was done; null when it is none of the shopper's business.</summary>
    public static DeedKind? Of(string verb, string clause)
    {
        var (word, words) = (verb.ToLowerInvariant(), clause.ToLowerInvariant());
        if (Telling().IsMatch(word) || (Handing().IsMatch(word) && People().IsMatch(words)))
            return People().IsMatch(words) ? DeedKind.TeamTold : Outside().IsMatch(words) ? DeedKind.Impossible : null;
        if (Cancelling().IsMatch(word))
            return DeedKind.Cancelled;
        if (Refunding().IsMatch(word))
            return DeedKind.Refunded;
        if (Delivering().IsMatch(word))
            return DeedKind.Delivered;
        if (Resending().IsMatch(word))
            return DeedKind.Impossible;
        if (Shipping().IsMatch(word))
            return DeedKind.Shipped;
        if (Exchanging().IsMatch(word))
            return DeedKind.Exchanged;
        if (word.StartsWith("return", StringComparison.Ordinal))
            return DeedKind.Returned;
        if (word.StartsWith("verif", StringComparison.Ordinal))
            return DeedKind.Verified;
        return OfNoun(word, words);
    }

    private static DeedKind? OfNoun(string verb, string words)
    {
        if (ByShopper().IsMatch(verb) && !Arrived().IsMatch(words))
            return null;
        if (Replacement().IsMatch(words))
            return Sending().IsMatch(verb) || Ordering().IsMatch(verb) ? DeedKind.Impossible : DeedKind.Exchanged;
        if (Ordering().IsMatch(verb) || NeverDone().IsMatch(verb))
            return DeedKind.Impossible;
        if (OneTimeCode().IsMatch(words) && Sending().IsMatch(verb))
            return DeedKind.CodeSent;
        if (Money().IsMatch(words) && !Changing().IsMatch(verb))
            return DeedKind.Refunded;
        if (Cancellation().IsMatch(words))
            return DeedKind.Cancelled;
        if (Return().IsMatch(words) && !Changing().IsMatch(verb))
            return DeedKind.Returned;
        if (words.Contains("address", StringComparison.Ordinal) && !Sending().IsMatch(verb))
            return DeedKind.AddressChanged;
        if (PaymentMethod().IsMatch(words) && Changing().IsMatch(verb))
            return DeedKind.PaymentChanged;
        if (Discount().IsMatch(words))
            return DeedKind.Discounted;
        if (Ticket().IsMatch(words))
            return DeedKind.TeamTold;
        if (words.Contains("fee", StringComparison.Ordinal) && Changing().IsMatch(verb) || Arrived().IsMatch(words) && verb == "received")
            return DeedKind.Impossible;
        if (Sending().IsMatch(verb))
            return Parcel().IsMatch(words) ? DeedKind.Shipped : Message().IsMatch(words) || verb is not ("sent" or "send" or "sending") ? DeedKind.Mailed : null;
        if (Goods().IsMatch(words) && Changing().IsMatch(verb))
            return DeedKind.ItemsChanged;
        return Strong().IsMatch(verb) && !Harmless().IsMatch(words) ? DeedKind.Any : null;
    }

    [GeneratedRegex(@"^(cancel|called off|voided|annulled|revoked|stopped)", RegexOptions.NonBacktracking)]
    private static partial Regex Cancelling();

    [GeneratedRegex(@"^(refund|reimburs|repaid|paid back|pay back|paying back|credit|compensated)", RegexOptions.NonBacktracking)]
    private static partial Regex Refunding();

    [GeneratedRegex(@"^deliver", RegexOptions.NonBacktracking)]
    private static partial Regex Delivering();

    [GeneratedRegex(@"^(resen|re-?ship)", RegexOptions.NonBacktracking)]
    private static partial Regex Resending();

    [GeneratedRegex(@"^(shipp?|shipping|dispatch)", RegexOptions.NonBacktracking)]
    private static partial Regex Shipping();

    [GeneratedRegex(@"^(exchang|swap)", RegexOptions.NonBacktracking)]
    private static partial Regex Exchanging();

    [GeneratedRegex(@"^(escalat|notif|inform|alert|contact|told|asked$|let$|called$|calling|call$|flag|report)", RegexOptions.NonBacktracking)]
    private static partial Regex Telling();

    [GeneratedRegex(@"^(pass|hand(ed|ing)?$|forward|sent|send|raised|e-?mail|logged|recorded|requested|assigned|moved|put in|given|gave)", RegexOptions.NonBacktracking)]
    private static partial Regex Handing();

    [GeneratedRegex(@"^(sent|send|e-?mail|mail|text|forward)", RegexOptions.NonBacktracking)]
    private static partial Regex Sending();

    [GeneratedRegex(@"^(ordered|order$|ordering|re-?order)", RegexOptions.NonBacktracking)]
    private static partial Regex Ordering();

    [GeneratedRegex(@"^(waiv|extend|upgrad|expedit|prioriti|reserv|held|set aside|subscrib|unsubscrib|delet|transferred|charged|redirect|rerouted)", RegexOptions.NonBacktracking)]
    private static partial Regex NeverDone();

    [GeneratedRegex(@"^(placed|received|confirmed|paid|made|held)$", RegexOptions.NonBacktracking)]
    private static partial Regex ByShopper();

    [GeneratedRegex(@"^(updat|chang|edit|modif|correct|amend|adjust|replac|switch|remov|add|edit|sav)", RegexOptions.NonBacktracking)]
    private static partial Regex Changing();

    [GeneratedRegex(@"^(process|complet|finali|execut|action|carried out|put through|taken care|take care|gone ahead|went ahead|handl|sort|settled|resolv|fix|arrang|done|updat|chang|edit|modif|correct|amend|adjust|switch|applied|apply|grant|booked|scheduled|activat|deactivat|closed|reversed|undone|submitted|initiat|approved|authori|get it|make )", RegexOptions.NonBacktracking)]
    private static partial Regex Strong();

    [GeneratedRegex(@"\b(team|colleagues?|person|people|someone|human|manager|support|staff|specialists?|agent|merchant|supervisor|department|owner|warehouse team)\b", RegexOptions.NonBacktracking)]
    private static partial Regex People();

    [GeneratedRegex(@"\b(carrier|courier|warehouse|bank|ups|fedex|dhl|usps|royal mail|post office|supplier|driver|manufacturer)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Outside();

    [GeneratedRegex(@"\b(replacements?|new one|another one)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Replacement();

    [GeneratedRegex(@"\b(one[- ]time|six[- ]digit|6[- ]digit|verification|security|login|a|the|your|new) (code|passcode)\b", RegexOptions.NonBacktracking)]
    private static partial Regex OneTimeCode();

    [GeneratedRegex(@"\b(refunds?|money|reimbursements?|store credit|credit|repayment|amount)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Money();

    [GeneratedRegex(@"\bcancel+ations?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Cancellation();

    [GeneratedRegex(@"\b(returns?|rma|return label|label)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Return();

    [GeneratedRegex(@"\b(payment|card|paypal|gift card)\b", RegexOptions.NonBacktracking)]
    private static partial Regex PaymentMethod();

    [GeneratedRegex(@"\b(discounts?|coupon|voucher|promo|promotion|\d+ ?%|\d+ percent|code)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Discount();

    [GeneratedRegex(@"\b(ticket|case|complaint|claim|investigation)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Ticket();

    [GeneratedRegex(@"\b(parcel|package|order|items?|shipment)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Parcel();

    [GeneratedRegex(@"\b(e-?mail|mail|message|confirmation|link|receipt|invoice|instructions|sms|text)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Message();

    [GeneratedRegex(@"\b(parcel|package|return|items? back)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Arrived();

    [GeneratedRegex(@"\b(items?|sizes?|colou?rs?|quantity|variant|jacket|boots|shirt)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Goods();

    [GeneratedRegex(@"\b(list|search|results?|comparison|selection|picks|suggestions?|options|filters?|price range|question)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Harmless();
}
