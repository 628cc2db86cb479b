using Reva.Core.Search;

namespace Reva.Agent.Replies;

/// <summary>The telling words of a question, each with the words in which a page may answer it.</summary>
internal static class QuestionWords
{
    private static readonly Dictionary<string, string[]> Answers = Table(
        "heavy weigh light lightweight: weight weighs g kg", "big large small tall wide deep: dimension size volume capacity length height width", "hold: volume capacity",
        "wash clean launder dishwasher iron dry: care wash machine", "made fabric material composition: material", "rain wet: waterproof", "breathable sweat: breathability breathable breathe vent zip",
        "temperature cold warm: comfort warm warmth temperature", "last: battery hour", "charge: battery charging", "laptop: laptop inch", "run: fit", "loose tight: fit", "vegan leather: material",
        "refund money: refund refunded", "return send: return back", "ship deliver shipping delivery: shipping delivery standard ship", "pay payment: pay visa paypal", "klarna afterpay instalment installment: pay",
        "discount code promo coupon voucher student: discount code student points", "open hour closed: monday friday saturday sunday", "store shop branch location visit: shop shops store", "broken faulty defective: fault faulty warranty",
        "guarantee warranty: warranty guaranteed guarantee", "fix repair mend broken: repair mend mended", "job hiring hire vacancy career position: hire work job", "loyalty reward member membership program programme: point club points", "sold data privacy: data sell", "expire valid: expire live month", "sharpened sharpen: sharpening", "collect pickup: pick", "wholesale bulk reseller: wholesale", "abroad international overseas: abroad international",
        "custom duty tax import: duty duties taxes", "track tracking: tracking track", "lost missing stolen: lost", "exchange swap: exchange exchanges", "measure measurement: measure", "size: size sizes", "password login account: account password",
        "eco sustainable environment green ethical: sustainability recycled", "cost much price fee expensive charge: price costs");

    // They frame a question and are about nothing.
    private static readonly HashSet<string> Framing = [.. "tell know wonder wondering question ask please help info information detail more offer have possible policy work works happen happens mean shop's your there something item items thing things product products order buy bought take taken lb lbs kg cm guy guys say still already today now usually normally typically generally often always usual really actually exactly roughly approximately should".Split(' ').Select(Words.Stem)];

    /// <summary>Each telling word with what may answer it, itself first.</summary>
    public static IReadOnlyList<HashSet<string>> Of(string question)
    {
        var telling = new List<HashSet<string>>();
        foreach (var word in Words.Of(AnswerKinds.Subject(question)).Where(w => !Framing.Contains(w) && !w.All(char.IsAsciiDigit)))
        {
            var answers = new HashSet<string>(StringComparer.Ordinal) { word };
            answers.UnionWith(Answers.GetValueOrDefault(word, []));
            answers.UnionWith(Synonyms.Of(word).Select(Words.Stem));
            telling.Add(answers);
        }
        return telling;
    }

    /// <summary>How much of the question the words of a text speak of, 0–1; 1 for a question without telling words.</summary>
    public static double Covered(IReadOnlyList<HashSet<string>> asked, IReadOnlySet<string> words) =>
        asked.Count == 0 ? 1 : (double)asked.Count(a => a.Overlaps(words)) / asked.Count;

    private static Dictionary<string, string[]> Table(params string[] lines)
    {
        var table = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (asked, answers) in lines.Select(l => l.Split(':')).Select(p => (p[0].Split(' '), p[1].Trim().Split(' '))))
        {
            foreach (var word in asked.Select(Words.Stem))
            {
                if (!table.TryGetValue(word, out var known))
                    table[word] = known = new(StringComparer.Ordinal);
                known.UnionWith(answers.Select(Words.Stem));
            }
        }
        return table.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
    }
}
