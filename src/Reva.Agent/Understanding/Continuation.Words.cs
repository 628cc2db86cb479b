using System.Text.RegularExpressions;

namespace Reva.Agent.Understanding;

// Turns of phrase that go on with what was said before.
internal static partial class Continuation
{
    [GeneratedRegex(@"^\s*(and |so |ok |but )?(what['’]?s|what is|what was) in (it|there|that order|the order|the parcel)\W*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AboutOrder();

    [GeneratedRegex(@"^\W*(and |so |ok(ay)? )*(how (long|soon|quick(ly)?|fast)|when)( will| does| do| would| is)? (that|this|it|they|the team|i|you)\b.{0,20}\b(take|hear|know|answer|reply|respond|confirm(ed)?|done|sorted)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HowLong();

    [GeneratedRegex(@"\btoo (small|big|large|tight|loose|long|short|wide|narrow|heavy|thin|thick|warm)\b|\b(does|do|did)(n'?t| not) (fit|work|suit|match)\b|\b(wrong|different|another|bigger|smaller|larger) (size|colou?r|item|one|model)\b|\binstead\b|^\W*(never ?mind|actually,? (no|don'?t|keep it)|forget (it|that)|don'?t (cancel|return|do (it|that)))\b|\bbecause\b|\b(changed (my|her|his|their) mind|don'?t (like|want|need) (it|them))\b|\b(faulty|broken|damaged|torn|stained|scratched)\b|^\W*(just|only) the\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Reason();

    [GeneratedRegex(@"^\W*(oh |sorry,? |wait,? |hm+,? |ok,? )*(actually|no|never ?mind|on second thought|please)?[\s,.!]*(no|don'?t|please)?[\s,.!]*((i('ll)?|let'?s|we) )?(keep (it|them|the order|my order)|leave it( as it is)?|changed my mind|forget (it|that)|don'?t (cancel|return|change|exchange|do (it|that)))\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Withdrawing();

    [GeneratedRegex(@"\b(hasn['’]?t|haven['’]?t|has not|have not|didn['’]?t|did not|doesn['’]?t|don['’]?t|never) (\w+ )?(got|get|gotten|have|receive|received|seen|see|arrived|come|came)\b|\bnot (there|here|with)\b|\bstill missing\b|\bnowhere\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex StillMissing();

    [GeneratedRegex(@"^\W*(a |an |the |for |ok |and )*(\d+|one|two|three|four|five|six)[- ]?(person|persons|people|man)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Headcount();

    [GeneratedRegex(@"^\s*(and|what about|how about|what if|also|or)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\W*(no|sorry|oh|oops|wait|ah|actually|correction|my (mistake|bad))?[\s,.!]*(no|sorry|wait|actually)?[\s,.!]*(i (meant|mean)|i was wrong|wrong (number|order|one|e-?mail)|it'?s actually|not that one)\b|\bi meant\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Correcting();

    [GeneratedRegex(@"\b(don['’]?t|do not|cannot|can['’]?t|can not|didn['’]?t|no longer|idk|lost|forgot(ten)?|not sure|no idea|without)\b.{0,30}\b(number|e-?mail|confirmation|it|one)\b|\b(by|with|under) (my )?(name|phone|address)\b|\bwhere (do|can|would) i (find|see|get) (it|that|this|the|my)\b|\b(look|find) (it|me) (up|by)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CannotSay();

    // 'How long does it take to Edinburgh?', 'can I get it in Norway?': a place, and a way there.
    [GeneratedRegex(@"\b(how (long|much|soon|fast|quickly)|when|ship|shipping|send|sends|post|postage|deliver|delivery|delivered|get (it|this|them|that|one)|arrive)\b.{0,60}\b(to|in|into|for|reach)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Going();

    [GeneratedRegex(@"\b(my|the|any|all) (other|all|previous|past|recent|last|earlier|old|older|orders)?\s*orders?\b.{0,10}$|\ball my orders\b|\bother orders\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OwnOrders();

    [GeneratedRegex(@"^\W*(but |and )?(why|what) (do|would|should|for|is|are|did)?\b.{0,20}\b(need|want|ask|for|have to|must|necessary|give)\b|^\W*(but )?why\W*$|\bis (it|this|that) (safe|necessary|really necessary)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WhyAsked();

    [GeneratedRegex(@"\b(it|its|this|that|they|them|the order|my order|the rest|the remaining|the others?|the parcel|my parcel|the package|my package)\b|\bdid i\b|\bi paid?\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PointsBack();

    [GeneratedRegex(@"\b(surprise me|no idea|i (really )?(don'?t|do not) (know|mind|care)|dunno|not sure|whatever|anything( (is fine|goes|works))?|you (choose|pick|decide)|no preference|up to you)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Indifferent();
}
