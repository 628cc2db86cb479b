using System.Text.RegularExpressions;

namespace Reva.Agent.Specialists.Knowledge;

/// <summary>What every shop is asked, in the words that shops' pages use: 'found it cheaper elsewhere' asks for the price promise.</summary>
internal static partial class Topics
{
    /// <summary>The question as a page would put it; null when it is none of the usual ones, or says more than they do.</summary>
    public static string? Canonical(string question) =>
        PriceMatch().IsMatch(question) ? "price promise: match a lower price, same thing cheaper at another shop, refund the difference"
        : ReturnCost().IsMatch(question) ? "cost of a return label, who pays the way back, free for exchanges and faulty things"
        : Warranty().IsMatch(question) ? "everything we make is guaranteed against faults for years"
        : SeveralCodes().IsMatch(question) ? "one code an order, one discount an order"
        : FirstOrder().IsMatch(question) ? "new here: percent off a first order"
        : Instalments().IsMatch(question) ? "pay in four without interest, ways to pay"
        : ReturnState().IsMatch(question) ? "may return things unused, in the state as received, with labels"
        : Dogs().IsMatch(question) ? "our shops welcome dogs"
        : Beginnings().IsMatch(question) ? "our story: who began the company and when it was founded"
        : LateReturns().IsMatch(question) ? "late returns from day to day get store credit"
        : Address().IsMatch(question) ? "letters: street address, where to write to us"
        : Carriers().IsMatch(question) ? "we ship with UPS, USPS, FedEx, DHL"
        : Shops().IsMatch(question) ? "our shops: shop address and hours"
        : Hours().IsMatch(question) ? "hours: Monday to Saturday, open"
        : Sizes().IsMatch(question) ? "size guide: how to measure, which size"
        : Contact().IsMatch(question) ? "talk to us: phone and e-mail, when we usually answer"
        : Jobs().IsMatch(question) ? "careers: we hire people, jobs and pay"
        : NobodyHome().IsMatch(question) ? "delivery attempt missed, left with a neighbour, pick-up point"
        : AsksForGiftCards(question) ? "gift cards come by e-mail, in which amounts"
        : GiftWrap().IsMatch(question) ? "gift wrap, gift notes and presents"
        : AsksForReceipt(question) ? "receipt or proof of purchase, order number instead of a receipt"
        : Weekends().IsMatch(question) ? "dispatch at weekends and on public holidays"
        : AsksForDuties(question) ? "pay duties and taxes from abroad, collected by the carrier"
        : Returns().IsMatch(question) ? "you may return things within how many days of delivery"
        : ShippingTime().IsMatch(question) ? "how many business days does standard shipping take"
        : ShippingCost().IsMatch(question) ? "how much is standard shipping, free from which amount"
        : null;

    /// <summary>Whether it asks for gift cards.</summary>
    public static bool AsksForGiftCards(string question) => GiftCards().IsMatch(question);

    /// <summary>Whether it asks if the receipt must be there.</summary>
    public static bool AsksForReceipt(string question) => Receipt().IsMatch(question);

    /// <summary>Whether it asks for customs, duties or import taxes.</summary>
    public static bool AsksForDuties(string question) => Duties().IsMatch(question);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\bprice[- ]?match|\bmatch (the |a |their |other |lower |amazon'?s? ?)*prices?\b|\b(found|saw|seen|get) (it|this|the same( \w+)?|that) (for less|cheaper)|\bcheaper (elsewhere|somewhere else|on amazon|at another|in another)|\bbeat (the |their |this )?price|\b(price|it) (drop|drops|dropped|went down|goes down|falls|fell|is lowered)\b|\blower(ed)? (the |your |its )?price.{0,20}\b(after|since)\b", Options)]
    private static partial Regex PriceMatch();

    [GeneratedRegex(@"\b(who|do i|have to|must i|need to|should i)\b.{0,15}\b(pay|cover)s?\b.{0,25}\b(return(s|ing)?|send (it|them|this|things|something|stuff) back)\b|\breturn (shipping|postage|label|delivery)s?\b|\breturns? (free|for free|cost|fee)s?\b|\b(are|is) (a |the )?returns? free\b|\bfree returns?\b|\bhow much (is|does|do|are)\b.{0,20}\b(a |the )?returns?\b", Options)]
    private static partial Regex ReturnCost();

    [GeneratedRegex(@"\bwhat(['’]?s| is| does| do)?\b.{0,20}\b(cover|covers|covered)\b.{0,15}\b(warranty|guarantee)\b|\bwhat\b.{0,15}\b(warranty|guarantee)\b.{0,12}\bcovers?\b|\b(warranty|guarantee) (period|length|coverage|lasts?)\b|\bhow long\b.{0,20}\b(warranty|guarantee|guaranteed)\s*\W*$", Options)]
    private static partial Regex Warranty();

    [GeneratedRegex(@"\b(combine|stack|add up|use (two|2|both|several|multiple|more than one))\b.{0,25}\b(codes?|discounts?|coupons?|vouchers?|offers?)\b", Options)]
    private static partial Regex SeveralCodes();

    [GeneratedRegex(@"\b(first|new)[- ](order|purchase|customer|time|buyer)s?\b.{0,25}\b(discount|code|offer|coupon|deal|off)\b|\b(discount|code|coupon|offer|deal|voucher|off)s?\b.{0,25}\b(first|new)[- ](order|purchase|customer|time|buyer)|\bwelcome (code|offer|discount|gift)\b|\b(any|a|have|got) (discount|promo|coupon|voucher)( codes?|s)?\s*\W*$", Options)]
    private static partial Regex FirstOrder();

    [GeneratedRegex(@"\bbuy now,? pay later\b|\bbnpl\b|\binstal?lments?\b|\bpay (in|over) (parts|months|rates|\d|two|three|four|several)\b|\bpay (later|monthly)\b", Options)]
    private static partial Regex Instalments();

    [GeneratedRegex(@"\boriginal (packaging|package|box|tags?|labels?)\b|\b(without|with|keep) (the |its )?(tags?|labels?|box)\b.{0,30}\breturn|\breturn.{0,30}\b(without|with) (the |its )?(tags?|labels?|box|packaging)\b", Options)]
    private static partial Regex ReturnState();

    [GeneratedRegex(@"\b(bring|take|have) (my |a |our )?(dog|pet|puppy|pup)s?( in| into| to| with| along|\W*$)|\bdog[- ]friendly\b|\b(dog|pet)s? (allowed|welcome|ok|okay|permitted)\b|\ballow (dog|pet)s?\b", Options)]
    private static partial Regex Dogs();

    [GeneratedRegex(@"\b(when|who|how)\b.{0,12}\b(company|shop|store|business|brand|you)\b.{0,10}\b(started?|founded|begin|began|begun|established|set up)\b|\bwho (founded|started|established|set up) (the (company|shop|store|business|brand)|you|it|this)\b|\bfounders?\b", Options)]
    private static partial Regex Beginnings();

    [GeneratedRegex(@"\b(return|returned|send (it|them|this|something|things) back|bring (it|them) back)\b.{0,30}\b(too late|late|after (more than |over )?\d+ (days|weeks|months)|after (two|three|four|six) months|past (the|your))\b|\b(too late|still) (to )?return\b|\b\d+ (days|weeks|months) (ago|later)\b.{0,30}\breturn\b", Options)]
    private static partial Regex LateReturns();

    [GeneratedRegex(@"\b(what(['’]?s| is)|whats) (your|the (shop|store|company)(['’]s)?) (postal |mailing |street |business |office |physical )?address\b|\bwhere (can|do|should|would) i (write|post|mail|send (a letter|mail|post))\b", Options)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(which|what) (carrier|courier|shipping company|delivery (company|service)|postal service|parcel service)s?\b|\bwho (delivers|ships|will deliver|do you (ship|deliver|send) with)\b|\b(do you|you) (use|ship (with|by|via)|deliver (with|by|via)|send (with|by|via)) (ups|usps|fedex|dhl|hermes|royal mail|gls|dpd)\b", Options)]
    private static partial Regex Carriers();

    [GeneratedRegex(@"\b(store|shop|branch|showroom|outlet)(e?s)?\b.{0,12}\b(in|near|around|nearby|close to)\b|\b(physical|real|actual|retail) (store|shop|location)s?\b|\bwhere (are|is) (you|your (shop|store)s?)( located| based)?\s*\W*$|\b(visit|come to|pop into) (you\b|(your|the) (shop|store|showroom))|\bdo you have (a |any )?(shop|store|showroom)s?\s*\W*$|\btry (it|them|things) on in\b", Options)]
    private static partial Regex Shops();

    [GeneratedRegex(@"\b(opening|business|store|shop|working|office) (hours|times)\b|\b(when|what time)( do| are)? (you|the (shop|store)s?|it) (open|close)\b|\byour hours\b|\bare you open\b", Options)]
    private static partial Regex Hours();

    [GeneratedRegex(@"\b(what|which) size (should|do|would|shall|will|am)( i)?\b|\bsize (guide|chart|table)\b|\b(know|find( out)?|choose|pick) (my|the right|which|what) size\b", Options)]
    private static partial Regex Sizes();

    [GeneratedRegex(@"\b(phone|telephone|customer service|support|contact|e-?mail)( support| service)?( number| address| details| line| info(rmation)?| hours| times)\b.{0,10}$|\bhow (can|do|could) i (reach|contact|call|phone|e-?mail|get in touch with) (you|someone|the team|support)\b|\bcan i call (you|someone)\b|\b(what|which) e-?mail (address )?(should|can|do|would|must) i\b", Options)]
    private static partial Regex Contact();

    [GeneratedRegex(@"\b(are you|do you|is the (shop|store)) (hiring|recruiting|hire)\b|\b(jobs?|careers?|vacanc(y|ies)|internships?|work for you)\b", Options)]
    private static partial Regex Jobs();

    [GeneratedRegex(@"\b(not|won'?t be|nobody('s| is)?|no one('s| is)?|isn'?t|aren'?t) (at )?(home|in|there)\b.{0,25}$|\b(leave|left|deliver) (it|them|the parcel|the package) (with|at|by|behind) (a |the |my )?(neighbou?r|porch|door|side|concierge|front)", Options)]
    private static partial Regex NobodyHome();

    [GeneratedRegex(@"\b(sell|buy|buying|have|get|offer|purchase|do|order|stock|are there|got)\b.{0,15}\bgift (cards?|vouchers?|certificates?)\W*$|^\W*gift (cards?|vouchers?|certificates?)\W*$", Options)]
    private static partial Regex GiftCards();

    [GeneratedRegex(@"\b(gift|present)[- ]?wrap|\bwrap(ped)? (it|this|that|them|up )?\s*(as|for) (a )?(gift|present|birthday|christmas)|\bgift (note|box|message|receipt)\b", Options)]
    private static partial Regex GiftWrap();

    [GeneratedRegex(@"\b(need|have|keep|show|without|lost)\b.{0,20}\b(receipts?|invoice|proof of (purchase|payment))\b", Options)]
    private static partial Regex Receipt();

    [GeneratedRegex(@"\b(deliver|delivery|ship|shipping|dispatch)\b.{0,20}\b(sundays?|saturdays?|weekends?|holidays?)\b", Options)]
    private static partial Regex Weekends();

    [GeneratedRegex(@"\b(customs|duty|duties|import (tax|fee|charge)(es|s)?|vat)\b", Options)]
    private static partial Regex Duties();

    [GeneratedRegex(@"\bpolic(y|ies) (of|on|for|about|regarding) (returns?|refunds?)\b|\b(return|refund)s? (policy|policies|window|period|deadline|conditions|rules)\b|\bhow (do|does|would) (the )?(returns?|refunds?) work\b|\bhow (long|many days)\b.{0,25}\b(return|send (it|them|something|things) back|bring (it|them) back)|\bcan i (return|send back) (it|them|things|items|something|stuff)( back)?\s*\W*$|^\W*returns?\W*$|\bif i don'?t like (it|them)\b|\bchange my mind\b", Options)]
    private static partial Regex Returns();

    [GeneratedRegex(@"\bhow (long|fast|quick(ly)?|soon|many days)\b.{0,30}\b(shipping|delivery|deliver|delivered|ship|arrive|get here|post)\b|\b(shipping|delivery) times?\b|\b(need|want|get|have|arrive|be) (it|this|them|that|here|to me)?\s*(here |delivered )?by (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|christmas|next week|the weekend)\b|\bwhen (will|would|can|could|does|do) (it|this|they|that|i|we) (arrive|come|be here|get (here|it|this|them))\b.{0,30}\b(order|buy|today|now|tonight|tomorrow)\b|\bhow long (does|will) it take\b.{0,20}\b(arrive|get here|deliver)", Options)]
    private static partial Regex ShippingTime();

    [GeneratedRegex(@"\bhow much (is|does|do|for|are)\b.{0,25}\b(shipping|delivery|postage|ship|deliver)\b|\b(shipping|delivery|postage) (costs?|fees?|prices?|charges?|rates?)\b|\bfree (shipping|delivery)\b|\b(shipping|delivery) free\b|\b(pay|charge) (for )?(shipping|delivery)\b", Options)]
    private static partial Regex ShippingCost();
}
